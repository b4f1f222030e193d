/** One row: number, source, the translation's field, its state, and one line of what the program has to say. */
import { drawChanges } from "./changes.js";
import { drawConflict, isShown } from "./conflict.js";
import { clock, h, keepFocus, say, sign } from "./dom.js";
import { createField } from "./field.js";
import { keycap } from "./keycap.js";
import { labelOf, labels, missing } from "./marks.js";
import { same, toDom } from "./runs.js";
import { typed } from "./saving.js";
import { drawWay } from "./source-way.js";
import { STATES } from "./states.js";
import { judgeSoon } from "./terms-known.js";
import { paintTerms } from "./terms-line.js";
import { remark } from "./terms-marks.js";
import { t } from "./words.js";

/** States of an entry and of its save that a row says something about even when nobody is at work in it. */
const TELLING = new Set(["needs-work", "omitted", "unsent", "draft", "conflict"]);

/** Build an entry's row; `mark` is what the gutter says about its block, `number` an item's own number. */
export function drawRow(grid, entry, { mark, number, kind }) {
  const { row, name } = entry;
  const ids = { source: `source-${name}`, say: `say-${name}` };
  const label = (run) => labels([...grid.notes, ...entry.row.bound])(run);
  const field = fieldOf(grid, entry, ids, label);
  const source = h("div", { class: "t", id: ids.source }, toDom(row.source, label));
  const was = h("div", { class: "was" });
  const corner = sign("corner", "");
  const line = drawLine(ids.say, () => grid.act("decide", entry), (tab) => grid.remarks(entry, tab));
  const here = h("span", { class: "here", hidden: true });
  const gutter = h("div", { class: "n", role: "rowheader" }, h("span"), h("b"));
  const element = h(
    "div",
    { class: "u", role: "row", "data-unit": name },
    gutter,
    h("div", { class: "c src", ...cell(grid, grid.page.source) }, source, was, drawWay(grid, entry)),
    h("div", { class: "c tgt", ...cell(grid, entry.lang) }, corner, field.element, line.element, here),
  );
  entry.view = { element, gutter, source, field, corner, line, was, label, here, conflict: null };
  field.fill(row.target);
  dress(entry, { mark, number, kind });
  return element;
}

/** Show what depends on a row's place among the others: its numbers, and the kind of its block. */
export function dress({ row, view: { element, gutter, source, field } }, { mark, number, kind }) {
  const [sign, n] = gutter.children;
  element.className = element.classList.contains("on") ? `u ${kind} on` : `u ${kind}`;
  element.setAttribute("aria-rowindex", row.position + 1);
  say(sign, mark.text);
  sign.title = mark.title ?? "";
  say(n, row.n);
  field.element.setAttribute("aria-label", t("Translation of unit {n}", { n: row.n }));
  for (const text of [source, field.element]) {
    if (number) text.dataset.n = number;
    else delete text.dataset.n;
  }
}

function cell(grid, lang) {
  return { role: "cell", lang, dir: grid.language(lang).dir, "data-l": lang };
}

function fieldOf(grid, entry, ids, label) {
  return createField({
    lang: entry.lang,
    dir: grid.language(entry.lang).dir,
    label,
    attributes: { "aria-describedby": `${ids.source} ${ids.say}` },
    changed: () => {
      typed(grid, entry);
      judgeSoon(grid, entry);
    },
  });
}

/** The line below the text: state, why, how far the save is, what is left to decide, and what is missing. */
function drawLine(id, decide, remarks) {
  const said = (tab) => h("button", { type: "button", class: "btn k bare", "data-said": tab, onclick: () => remarks(tab) });
  const line = {
    state: sign("", ""),
    why: h("span"),
    save: h("span", { class: "save" }),
    decide: h("button", { type: "button", class: "btn k", onclick: decide }, t("Decide")),
    suggestions: said("suggestions"),
    comments: said("comments"),
    terms: h("span", { class: "terms", hidden: true }),
    lack: h("span", { class: "push lack" }),
  };
  line.element = h("div", { class: "say", id }, ...Object.values(line));
  return line;
}

/** Show how an entry stands; its text is the field's own. */
export function paint(grid, entry) {
  const { view, state } = entry;
  const progress = saveShown(grid, entry);
  const active = grid.active === entry;
  const kind = entry.save === "conflict" ? "conflict" : state;
  view.element.dataset.state = state;
  view.element.dataset.save = progress.name;
  paintSign(view.corner, kind);
  paintSign(view.line.state, kind);
  say(view.line.why, why(entry));
  say(view.line.save, progress.text);
  view.line.save.className = progress.name === "unsent" ? "save warn" : "save";
  const remarked = paintRemarks(entry);
  const looked = paintTerms(grid, entry, active);
  remark(entry);
  paintMissing(grid, entry, active);
  paintWas(grid, entry, active);
  drawConflict(grid, entry);
  view.line.decide.hidden = !entry.conflict || isShown(entry);
  const tells = active || remarked || looked || TELLING.has(state) || TELLING.has(progress.name);
  view.line.element.hidden = !tells || (entry.save === "conflict" && isShown(entry) && !active);
  view.corner.hidden = !view.line.element.hidden && active;
}

/** Say how many suggestions and comments wait; true where there are any. */
function paintRemarks({ row, view: { line } }) {
  const { suggestions = 0, comments = 0 } = row;
  say(line.suggestions, suggestions === 1 ? t("1 suggestion") : t("{n} suggestions", { n: suggestions }));
  say(line.comments, comments === 1 ? t("1 comment") : t("{n} comments", { n: comments }));
  line.suggestions.hidden = !suggestions;
  line.comments.hidden = !comments;
  return suggestions + comments > 0;
}

function paintSign(element, kind) {
  element.className = element.classList.contains("corner") ? `s corner ${kind}` : `s ${kind}`;
  say(element, t(STATES[kind] ?? "conflict"));
}

function why({ state, save, row }) {
  if (save === "conflict") return t("both texts are kept");
  if (row.broken) return t("The tags of this text are damaged; it is shown as it was typed.");
  if (state === "needs-work" && row.previous) return t("source changed");
  return state === "omitted" ? row.reason : "";
}

/** What to say about a save: {name, text}. "saving" is worth a word only when it takes its time. */
function saveShown(grid, entry) {
  if (entry.error) return { name: "unsent", text: entry.error };
  const unsent = grid.forgetful ? t("not sent") : t("not sent, kept here");
  if (waitsForLine(grid, entry)) return { name: "unsent", text: unsent };
  const words = {
    draft: entry.kept ? t("draft, kept") : t("draft"),
    saving: entry.slow ? t("saving") : "",
    saved: t("saved {time}", { time: clock(entry.at, grid.locale) }),
  };
  return { name: entry.save, text: words[entry.save] ?? "" };
}

function waitsForLine({ outbox, drafts }, { save, kept }) {
  return save === "saving" ? outbox.away() || Boolean(outbox.blocked()) : save === "draft" && !kept && drafts.away();
}

function paintMissing(grid, entry, active) {
  const lack = entry.view.line.lack;
  const absent = active ? missing(entry.row.bound, entry.view.field.runs) : [];
  const shown = absent.map((mark) => labelOf(mark)).join("\n");
  if (lack.dataset.shown === shown) return;
  lack.dataset.shown = shown;
  const chip = (mark) => {
    const does = { onmousedown: keepFocus, onclick: () => grid.act("insert", entry, mark) };
    return h("button", { class: "chip todo", type: "button", tabindex: -1, ...does }, labelOf(mark));
  };
  const chips = absent.map(chip);
  const count = h("span", {}, t("{n} missing", { n: chips.length }));
  lack.replaceChildren(...(chips.length ? [count, ...chips, keycap("insert")] : []));
}

/** Where the source has changed since it was translated, the row at work shows how. */
function paintWas(grid, entry, active) {
  const { was, label } = entry.view;
  const shown = active && entry.row.previous && !same(entry.row.previous, entry.row.source);
  if (Boolean(shown) === was.hasChildNodes()) return;
  const { previous, source } = entry.row;
  was.replaceChildren(...(shown ? drawChanges(previous, source, grid.page.source, label) : []));
}
