/** The decisions of the reader: their kinds with counts, and the one that is looked at. */
import { h } from "./dom.js";
import { keycap } from "./import-keys.js";
import { t } from "./words.js";

const NAMES = {
  hyphen: "hyphens", page: "page breaks", pages: "page breaks", "running-head": "running heads", running: "running heads",
  paragraph: "joined paragraphs", join: "joined paragraphs", layout: "layout", head: "heads", break: "section breaks",
  character: "characters left out", comment: "comments left out", furniture: "furniture left out", note: "notes",
  footnote: "notes", unit: "units", id: "ids", header: "headers", encoding: "encoding", bidi: "bidirectional signs",
  quote: "quotes", epigraph: "epigraphs", item: "items", turn: "turns", speaker: "turns", verse: "verse",
  signed: "signed", dateline: "dateline", salute: "salute", tag: "tags", markup: "tags", change: "tracked changes",
  slogan: "slogans", inset: "quotes", ocr: "changed signs", ligature: "changed signs", space: "spaces", left: "left out", div: "divisions",
}; // prettier-ignore

/** What decisions of a kind are called; a reader may have kinds that have no name here. */
export function kindsName(kind) {
  return NAMES[kind] ? t(NAMES[kind]) : kind;
}

/** Draw the list; `act(id, value)` carries out what is pressed. */
export function drawList(view, act) {
  const kinds = h("div", { class: "kinds" });
  const card = h("section", { class: "card", "aria-live": "polite" });
  const element = h("aside", { class: "decisions", "aria-label": t("Decisions") }, h("h2", {}, t("Decisions")), kinds, card);
  return { element, kinds, card, act };
}

/** The decisions that are walked: all that show somewhere, or those of one kind, in the order of the file. */
export function walked(view) {
  return view.page.decisions.filter((one) => !view.kind || kindsName(one.kind) === view.kind);
}

/** Show the list as it stands. */
export function paintList(view) {
  const { list, page } = view;
  const counts = new Map();
  for (const one of page.decisions) counts.set(kindsName(one.kind), (counts.get(kindsName(one.kind)) ?? 0) + 1);
  const button = (name, label, count) =>
    h("button", { type: "button", class: "kindof", "aria-pressed": String(view.kind === name), onclick: () => list.act("kind-of", name) },
      h("span", {}, label), h("span", { class: "num q" }, view.numbers.format(count)));
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => button(name, name, count));
  const all = counts.size > 1 ? [button("", t("All kinds"), page.decisions.length)] : [];
  list.kinds.replaceChildren(...all, ...rows);
  if (!counts.size) list.kinds.replaceChildren(h("p", { class: "q" }, t("Nothing was decided about this file.")));
  paintCard(view);
}

function paintCard(view) {
  const { list, decision } = view;
  const some = walked(view);
  const at = decision ? some.findIndex((one) => one.nth === decision.nth) : -1;
  const steps = h("div", { class: "steps" },
    button(view, "decision-back", t("Previous decision"), "↑"),
    button(view, "decision", t("Next decision"), "↓"),
    h("span", { class: "q num" }, at < 0 ? "" : `${view.numbers.format(at + 1)} ${t("of {n}", { n: view.numbers.format(some.length) })}`));
  if (!some.length) return list.card.replaceChildren();
  if (!decision) return list.card.replaceChildren(steps);
  const place = [kindsName(decision.kind), view.page.lines ? t("line {n}", { n: view.numbers.format(decision.line) }) : ""].filter(Boolean).join(" · ");
  const parts = [h("p", { class: "q sm" }, place), h("p", { class: "reason" }, decision.reason)];
  if (decision.before || decision.after) parts.push(comparison(decision));
  if (decision.back) parts.push(h("p", { class: "s omitted" }, t("taken back")));
  else if (decision.reversible) parts.push(h("div", {}, button(view, "reverse", t("Take it back"), t("Take it back"))));
  return list.card.replaceChildren(steps, ...parts);
}

function button(view, id, label, content) {
  const pressed = { onclick: () => view.list.act(id) };
  return h("button", { type: "button", class: "btn k", "aria-label": label, "data-does": id, ...pressed }, content, keycap(id));
}

/** What stood in the file and what stands now, ends of lines shown. */
function comparison({ before, after }) {
  const shown = (text) => (text ? text.replace(/\f/g, "␌").split("\n").flatMap((part, nth) => (nth ? [h("span", { class: "q" }, "↵"), part] : [part])) : [h("span", { class: "q" }, t("nothing"))]);
  return h("dl", { class: "compare" },
    h("dt", {}, t("File")), h("dd", { class: "mono" }, ...shown(short(before))),
    h("dt", {}, t("Reading")), h("dd", { class: "t" }, ...shown(short(after))));
}

function short(text) {
  return text.length > 240 ? `${text.slice(0, 160)} … ${text.slice(-60)}` : text;
}
