/** The occurrences of a concept, line by line in groups, and the units that a decision would touch. */
import { h, sign } from "./dom.js";
import { button, editorAt, languageOf, number, plainly, stored, textOf, under, words } from "./terms-parts.js";
import { t } from "./words.js";

export const LOOK = ["deprecated", "superseded", "altered", "missing"];
const GROUPS = { look: "To look at", plausible: "Plausible", confirmed: "Confirmed", rest: "Not translated, or nothing decided" };
const FIRST = { look: 50, plausible: 50, confirmed: 12, rest: 12 }; // Lines of a group that are drawn at first.
const STEP = 200; // Lines that “Show all” adds at a time.
const SIGNS = { deprecated: "error", superseded: "finding", altered: "error", missing: "finding", plausible: "plausible", nearby: "plausible", confirmed: "reviewed", undecided: "untranslated", untranslated: "untranslated" };
const RULES = { compound: "compound", stem: "stem", inner: "inner form", spelling: "spelling", gender: "gender form", separated: "in two parts" };

/** The group of one cell; what was waived is as good as confirmed. */
function groupOf({ waived, judgement }) {
  if (waived || judgement === "confirmed") return "confirmed";
  if (LOOK.includes(judgement)) return "look";
  return judgement === "plausible" || judgement === "nearby" ? "plausible" : "rest";
}

/** The group of a line, in the languages that are shown. */
function lineGroup(line, langs) {
  const groups = line.cells.filter((cell) => langs.includes(cell.lang)).map(groupOf);
  return ["look", "plausible", "rest", "confirmed"].find((one) => groups.includes(one));
}

/** Draw the table anew; the focus stays on its line and language. */
export function paintTable(view) {
  const { table, context, page, langs } = view;
  const focused = table.contains(view.host.getRootNode().activeElement);
  if (view.reading) return paintReading(view);
  const groups = { look: [], plausible: [], confirmed: [], rest: [] };
  for (const line of page.lines) groups[lineGroup(line, langs)]?.push(line);
  view.order = [];
  const bodies = Object.entries(groups).filter(([, lines]) => lines.length).map(([name, lines]) => group(view, name, lines));
  if (!bodies.length) return table.replaceChildren(nothing(view));
  const heads = [h("th", { role: "columnheader" }, t("Place")), h("th", { role: "columnheader", lang: sourceOf(view), class: "of-source" }, languageOf(context, sourceOf(view)).name),
    ...langs.map((tag) => h("th", { role: "columnheader", ...textOf(context, tag, null) }, languageOf(context, tag).name))];
  const grid = h("table", { class: "kwic occ", role: "grid", "aria-label": t("Occurrences"), style: columns(langs.length + 1), "data-n": langs.length, onfocusin: (event) => hold(view, event.target) }, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads)), ...bodies);
  table.replaceChildren(h("div", { class: "scroll" }, grid));
  return restore(view, focused);
}

/** The widths: rows are laid out one by one, so that thousands of them cost what those in sight cost. */
const columns = (n) => `--columns: 114px repeat(${n}, minmax(0, 1fr))`;

const sourceOf = (view) => view.context.data.source;

function nothing(view) {
  const sentence = view.page.lines.length ? t("It does not occur in the texts of these languages.") : t("“{term}” does not occur in any text. Add its other forms, or look for it.", { term: view.page.head });
  const way = h("a", { class: "btn", href: `?${new URLSearchParams({ view: "concordance", q: view.page.head })}` }, t("Look for it"));
  return h("div", { class: "nothing" }, h("p", { class: "t" }, sentence), h("div", { class: "acts" }, way));
}

function group(view, name, lines) {
  const { locale } = view;
  const body = h("tbody", { role: "rowgroup", "data-group": name }, h("tr", { role: "row", class: "grp" }, h("th", { role: "rowheader" }, t(GROUPS[name]), " ", h("span", { class: "q num" }, number(lines.length, locale)))));
  const shown = view.open.get(name) ?? FIRST[name];
  let drawn = 0;
  const draw = (to) => {
    const fresh = lines.slice(drawn, to).map((line) => row(view, line, name));
    drawn = Math.min(to, lines.length);
    last.before(...fresh.map((one) => one.element));
    const left = lines.length - drawn;
    last.hidden = !left;
    if (left) last.querySelector("span").textContent = left === 1 ? t("1 more.") : t("{n} more.", { n: number(left, locale) });
    return fresh;
  };
  const all = button(t(lines.length - shown > STEP ? "Show more" : "Show all"), "bare link", () => {
    view.open.set(name, drawn + STEP);
    const [first] = draw(drawn + STEP);
    view.order = [...view.table.querySelectorAll("tr[data-unit]")];
    focusCell(view, first.element, view.at?.lang);
  });
  const last = h("tr", { role: "row", class: "more" }, h("td", { role: "gridcell" }, h("span", { class: "q sm num" }), " ", all));
  body.append(last);
  draw(shown);
  return body;
}

function row(view, line, name) {
  const { context, langs } = view;
  const source = sourceOf(view);
  const place = h("a", { href: editorAt(line.slug, langs.find((tag) => line.cells.some((one) => one.lang === tag)), line.unit), target: "_self", tabindex: "-1" }, placeOf(line));
  const cells = langs.map((tag) => {
    const cell = line.cells.find((one) => one.lang === tag);
    const held = { role: "gridcell", "data-lang": tag, "data-l": tag, dir: languageOf(context, tag).dir, tabindex: "-1" };
    if (!cell) return h("td", { ...held, "data-none": true, "aria-label": t("not in {language}", { language: languageOf(context, tag).name }) }, h("span", { class: "q" }, "–"));
    const bad = cell.waived || !LOOK.includes(cell.judgement) ? "" : SIGNS[cell.judgement] === "error" ? "error" : "warning";
    const text = cell.cut.text ? h("div", textOf(context, tag), ...words(cell.cut, bad)) : null;
    return h("td", held, text, name === "confirmed" && cell.judgement === "confirmed" ? null : verdict(cell));
  });
  const element = h("tr", { role: "row", "data-unit": line.unit, "data-slug": line.slug }, h("td", { role: "gridcell", class: "sm place" }, place), h("td", { role: "gridcell", "data-l": source, class: "of-source" }, h("div", textOf(context, source), ...words(line.source))), ...cells);
  element.line = line;
  return { element };
}

const placeOf = (line) => [line.title, line.n].filter(Boolean).join(" ");

/** The verdict on a rendering, with what says so; a waived one with its reason. */
export function verdict(cell) {
  if (cell.waived) return under(sign("omitted", t("waived")), h("span", { class: "q sm" }, cell.waived));
  const why = cell.judgement === "plausible" ? RULES[cell.rule] : cell.judgement === "nearby" ? "in a unit beside it" : "";
  return under(sign(SIGNS[cell.judgement], t(cell.judgement)), why ? h("span", { class: "q sm" }, t(why)) : null);
}

function paintReading(view) {
  const { table, context, reading } = view;
  const { lang } = reading;
  const rows = reading.entries.map((one) => {
    const element = h("tr", { role: "row", "data-unit": one.units[0], "data-slug": one.slug },
      h("td", { role: "gridcell", class: "sm place" }, h("a", { href: editorAt(one.slug, lang, one.units[0]), target: "_self", tabindex: "-1" }, placeOf(one))),
      h("td", { role: "gridcell", "data-lang": lang, "data-l": lang, dir: languageOf(context, lang).dir, tabindex: "-1" }, h("div", textOf(context, lang), ...changed(one, reading.term)), under(sign(one.state, t(one.state.replace("-", " "))))));
    element.line = { slug: one.slug, unit: one.units[0], cells: [] };
    return element;
  });
  const heads = h("tr", { role: "row" }, h("th", { role: "columnheader" }, t("Place")), h("th", { role: "columnheader", ...textOf(context, lang, null) }, languageOf(context, lang).name));
  const grid = h("table", { class: "kwic occ reading", role: "grid", style: columns(1), "data-n": "1", onfocusin: (event) => hold(view, event.target) }, h("thead", { role: "rowgroup" }, heads), h("tbody", { role: "rowgroup" }, ...rows));
  table.replaceChildren(grid);
  restore(view, false);
}

/** A translation with each present form struck, and the form that might stand there in its place. */
function changed({ target, spans, proposal }, term) {
  const parts = [];
  let end = 0;
  spans.forEach(([from, to], nth) => {
    if (from < end) return;
    parts.push(...plainly(target.slice(end, from)), h("del", {}, ...plainly(target.slice(from, to))), " ", h("ins", {}, (!nth && proposal) || term));
    end = to;
  });
  return [...parts, ...plainly(target.slice(end))];
}

// The line and language at work

function restore(view, focused) {
  view.order = [...view.table.querySelectorAll("tr[data-unit]")];
  const { at } = view;
  const now = at && view.order.find((one) => one.dataset.unit === at.unit && one.dataset.slug === at.slug);
  const element = now ?? view.order[Math.min(at?.nth ?? 0, view.order.length - 1)];
  if (element) mark(view, element, at?.lang, focused);
}

const placeName = (view) => `hexapla:terms:${view.context.data.edition}:at:${view.id}`;

/** Whoever goes into the editor and comes back stands at the same line. */
function keepPlace(view) {
  const { unit, slug, lang, nth } = view.at;
  stored(() => sessionStorage.setItem(placeName(view), JSON.stringify({ unit, slug, lang, nth })));
}

/** The line and language where somebody was in this window, or null. */
export function keptPlace(view) {
  return stored(() => JSON.parse(sessionStorage.getItem(placeName(view)) ?? "null"));
}

/** Give the focus back to the line at work. */
export function goHome(view) {
  if (view.at?.cell?.isConnected) view.at.cell.focus({ preventScroll: true });
}

function hold(view, target) {
  const element = target.closest("tr[data-unit]");
  if (element) mark(view, element, target.closest("td")?.dataset.lang ?? view.at?.lang, false);
}

/** Make a line the one at work, in a language of its own; one cell of the table is in the order of Tab. */
function mark(view, element, lang, focus) {
  const cells = [...element.querySelectorAll("td[data-lang]")];
  const cell = cells.find((one) => one.dataset.lang === lang) ?? cells[0];
  if (view.at?.element && view.at.element !== element) {
    view.at.element.classList.remove("on");
    view.at.element.removeAttribute("aria-selected");
  }
  if (view.at?.cell) view.at.cell.tabIndex = -1;
  element.classList.add("on");
  element.setAttribute("aria-selected", "true");
  cell.tabIndex = 0;
  view.at = { unit: element.dataset.unit, slug: element.dataset.slug, lang: cell.dataset.lang, nth: view.order.indexOf(element), element, cell };
  if (!view.reading) keepPlace(view);
  if (focus) cell.focus({ preventScroll: true });
}

function focusCell(view, element, lang) {
  mark(view, element, lang, true);
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 110 || bottom > window.innerHeight - 60) element.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Go to another line; 0 is the one at work. */
export function stepLine(view, by) {
  const order = view.order ?? [];
  if (!order.length) return false;
  const now = Math.max(0, order.indexOf(view.at?.element));
  if (by > 0 && now === order.length - 1) return false;
  focusCell(view, order[Math.max(0, Math.min(now + by, order.length - 1))], view.at?.lang);
  return true;
}

/** Go to another language of the line, as the eye goes. */
export function stepCell(view, by) {
  if (!view.at?.element) return false;
  const cells = [...view.at.element.querySelectorAll("td[data-lang]")];
  const way = getComputedStyle(view.table).direction === "rtl" ? -by : by;
  const next = cells[cells.indexOf(view.at.cell) + way];
  if (!next) return false;
  mark(view, view.at.element, next.dataset.lang, true);
  next.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  return true;
}

/** Open the unit at work in the editor, in its language. */
export function openHere(view) {
  if (!view.at) return false;
  window.location.assign(editorAt(view.at.slug, view.at.lang, view.at.unit));
  return true;
}
