/** Where something is about to be done: a sentence, a word, or the place of a note. */
import { begins, ends, plainOf, putCaret, takeCaret } from "./import-marks.js";

const LOOK_BACK = 40; // Blocks before a note in which its mark is looked for.
const OWN_MARK = /^\(?([*†‡§¶]+|[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[.)]*\s/u;

/** Show the place where something would be done: a caret in the text. */
export function showPlace(view) {
  takeCaret(view.rows);
  for (const element of view.rows.querySelectorAll(".unit.chosen, .anchors")) element.classList.remove("chosen", "anchors");
  const { anchor, active, place } = view;
  if (anchor) {
    anchor.row.element.classList.add("anchors");
    putCaret(anchor.row.units.get(anchor.unit).element, anchor.offset).scrollIntoView({ block: "nearest" });
    return;
  }
  const at = place && active?.units.get(place.unit);
  if (!at) return;
  at.element.classList.add("chosen");
  if (place.offset || place.unit !== active.block.units[0].id) putCaret(at.element, place.offset);
}

/** Go a sentence on (1) or back (-1) in the block at work. */
export function bySentence(view, by) {
  const units = view.active.block.units.map((one) => one.id);
  const { place } = view;
  const at = units.indexOf(place?.unit ?? units[0]);
  const next = by < 0 && place?.offset ? at : at + by;
  if (next >= 0 && next < units.length) view.place = { unit: units[next], offset: 0 };
  showPlace(view);
}

/** Go a word on or back. */
export function byWord(view, by) {
  const words = wordsOf(view.active, begins);
  const now = view.place ?? words[0];
  const at = words.findIndex((one) => one.unit === now?.unit && one.offset >= now.offset);
  const next = words[Math.max(0, Math.min(at + by, words.length - 1))];
  if (next) view.place = next;
  showPlace(view);
}

function wordsOf(row, where) {
  return [...row.units].flatMap(([unit, { element }]) => where(plainOf(element)).map((offset) => ({ unit, offset })));
}

/** The place of a note, as far as it can be guessed: where its mark stands, else behind the words before it. */
export function guess(view, row) {
  const at = view.order.indexOf(row);
  const before = view.order.slice(Math.max(0, at - LOOK_BACK), at).reverse().filter((one) => one.block.kind !== "note" && one.units.size);
  const mark = OWN_MARK.exec(plainOf(row.text))?.[1];
  for (const one of mark ? before : []) {
    const found = wordsOf(one, (plain) => marksIn(plain, mark)).at(-1);
    if (found) return { row: one, ...found };
  }
  const [near] = before;
  const last = near && wordsOf(near, ends).at(-1);
  return last ? { row: near, ...last } : null;
}

/** Where a mark stands in a text: signs anywhere, figures only right behind a word. */
function marksIn(plain, mark) {
  const digits = /^\d+$/.test(mark);
  const sought = digits ? new RegExp(`(?<=[\\p{L}.,;:!?»”"’)])${mark}(?![\\p{L}\\d])`, "gu") : new RegExp(mark.replace(/[*]/g, "\\*"), "gu");
  return [...plain.matchAll(sought)].map((found) => found.index);
}

/** Move the place of a note by a word. */
export function moveWord(view, by) {
  const { anchor } = view;
  const words = wordsOf(anchor.row, ends);
  const later = words.findIndex((one) => one.unit === anchor.unit && one.offset >= anchor.offset);
  const exact = words[later]?.offset === anchor.offset;
  const next = by > 0 ? later + (exact ? 1 : 0) : later - 1;
  if (words[next]) view.anchor = { row: anchor.row, ...words[next] };
  else moveBlock(view, by);
}

/** Move the place of a note by a block. */
export function moveBlock(view, by) {
  const { anchor, order, active } = view;
  for (let at = order.indexOf(anchor.row) + by; order[at]; at += by) {
    const row = order[at];
    const words = row !== active && row.block.kind !== "note" ? wordsOf(row, ends) : [];
    if (words.length) return void (view.anchor = { row, ...(by > 0 ? words[0] : words.at(-1)) });
  }
}
