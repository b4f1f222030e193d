/** Places in a source text: as the desk counts them, and as somebody walks through its words. */
import { length, slice } from "./splice.js";
import { plain } from "./runs.js";

/** The Unicode characters of the plain text before a place: chips have no width there, a line break is a space. */
export function offsetOf(runs, place) {
  const before = plain(slice(runs, 0, place)).replace(/[ \t\r\n]+/g, " ");
  return [...before.replace(/^ /, "")].length;
}

/** A selection without the spaces at its ends; null where no words are left. */
export function trimmed(runs, { start, end }) {
  const flat = flatten(runs);
  let [from, to] = [start, end];
  while (from < to && isSpace(flat[from])) from += 1;
  while (to > from && isSpace(flat[to - 1])) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** The places where a mark can stand: after each word, and after what belongs to it. */
export function stops(runs, lang) {
  const flat = flatten(runs);
  const cut = new Intl.Segmenter(lang, { granularity: "word" });
  const ends = [...cut.segment(flat.join(""))].filter(({ segment }) => segment.trim());
  return ends.map(({ index, segment }) => index + segment.length);
}

/** The words around a place, at most so many characters of them: {before, after}. */
export function around(runs, place, most = 60) {
  const whole = runs.reduce((sum, run) => sum + length(run), 0);
  const before = plain(slice(runs, 0, place)).trim();
  const after = plain(slice(runs, place, whole)).trim();
  return { before: before.length > most ? `…${before.slice(-most)}` : before, after: shortened(after, most) };
}

/** A text cut to some characters. */
export function shortened(text, most = 60) {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** One character a place: what stands alone is a sign of its own. */
function flatten(runs) {
  return runs.flatMap((run) => ("text" in run ? run.text.split("") : length(run) ? ["\ufffc"] : []));
}

function isSpace(character) {
  return /\s/.test(character);
}
