/**
 * Terms marked in the texts of rows: dotted where one stands, wavy where somebody has to look.
 *
 * The marks are highlights of ranges: nothing of a text that is being typed is touched, and the ranges follow the typing.
 * A browser without highlights marks the sources only, by elements around the words.
 */
import { rangeOf } from "./caret.js";
import { h } from "./dom.js";
import { same } from "./runs.js";
import { markOf } from "./terms-verdicts.js";

const KINDS = ["term", "maybe", "look", "bad"];
const layers = globalThis.CSS?.highlights && globalThis.Highlight ? createLayers() : null;

function createLayers() {
  const made = Object.fromEntries(KINDS.map((kind) => [kind, new Highlight()]));
  // A place that two kinds mark shows the more urgent one.
  for (const [nth, kind] of KINDS.entries()) {
    made[kind].priority = nth;
    CSS.highlights.set(`hexapla-${kind}`, made[kind]);
  }
  return made;
}

/** Take the marks of an entry away. */
export function unmark(entry) {
  for (const { kind, range } of entry.marks ?? []) layers?.[kind].delete(range);
  entry.marks = [];
}

/** Mark what is known of an entry's terms; the translation only where it still is what was judged. */
export function mark(entry) {
  unmark(entry);
  const { judged = [], view, judgedOn } = entry;
  if (!view || !judged.length) return;
  const fits = judgedOn && same(view.field.runs, judgedOn);
  if (!layers) return void around(view.source, judged);
  for (const one of judged) {
    const kind = markOf(one);
    // A term that is missing can be marked in the source alone; any other finding stands in the translation.
    add(entry, view.source, one.source, one.judgement === "missing" ? kind : "term");
    if (!fits) continue;
    const good = one.target.filter((found) => one.wanted.includes(found.term));
    add(entry, view.field.element, good.filter(isSure), "term");
    add(entry, view.field.element, good.filter((found) => !isSure(found)), "maybe");
    add(entry, view.field.element, one.target.filter((found) => !one.wanted.includes(found.term)), kind);
  }
}

const isSure = ({ verdict }) => verdict === "confirmed";

function add(entry, element, found, kind) {
  for (const { start, end } of found) {
    const range = rangeOf(element, start, end);
    layers[kind].add(range);
    entry.marks.push({ kind, range });
  }
}

/** Mark anew where a text was drawn anew and its marks went with it; typing leaves them as they are. */
export function remark(entry) {
  const gone = ({ range }) => range.collapsed || !range.startContainer.isConnected;
  if (!entry.marks?.some(gone)) return;
  mark(entry);
}

/** Marks by elements, in a text that nobody types in. */
function around(element, judged) {
  const done = element.dataset.marked;
  const spans = judged.flatMap((one) => one.source.map((found) => ({ ...found, kind: one.judgement === "missing" ? markOf(one) : "term" })));
  const wanted = JSON.stringify(spans.map(({ start, end, kind }) => [start, end, kind]));
  if (done === wanted && element.querySelector(".mark")) return;
  element.dataset.marked = wanted;
  for (const old of element.querySelectorAll(".mark")) old.replaceWith(...old.childNodes);
  element.normalize();
  for (const { start, end, kind } of spans.sort((one, other) => other.start - one.start)) {
    const range = rangeOf(element, start, end);
    if (range.startContainer !== range.endContainer) continue;
    const words = range.extractContents();
    range.insertNode(h("span", { class: `mark ${kind}` }, words));
  }
}
