/**
 * What the browser knows of one row: what the desk holds, what the field shows, and what the person saw.
 *
 * `save` is one of clean, draft, saving, saved, unsent, conflict.
 */
import { isEmpty, same } from "./runs.js";

/** The states in which a unit counts as translated; an omission has a reason. */
export const DONE = new Set(["translated", "reviewed", "approved", "omitted"]);

/** Blocks in which lines are broken as a matter of course. */
const IN_LINES = new Set(["verse", "epigraph", "head", "label"]);

/** Whether a kind of block breaks its lines as a matter of course. */
export function isInLines(kind) {
  return IN_LINES.has(kind);
}

/** The entry of a row as the route sent it, in a text and language and a kind of block. */
export function entryOf(row, { text, lang }, kind) {
  return {
    row,
    inLines: isInLines(kind),
    text,
    lang,
    units: row.units,
    name: row.units.join("+"),
    stored: row.target,
    state: row.state,
    revision: row.revision,
    /** What the present text was begun on; a save is compared with it. */
    base: { revision: row.revision, seen: row.state },
    conflict: null,
    save: "clean",
    kept: false,
    /** The desk's time of the draft that this window has shown or sent last. */
    draftAt: "",
    at: "",
    error: "",
    view: null,
  };
}

/** Take over what the desk holds now: from an answer, a newer page, or a decision. */
export function settle(entry, { target, state, revision }) {
  entry.stored = target;
  entry.state = state;
  entry.revision = revision;
  entry.base = { revision, seen: state };
}

/** What the desk will hold once all saves under way have arrived. */
export function expected(entry, pending) {
  return pending ?? { target: entry.stored, state: entry.state };
}

/** Whether the field shows something that is neither at the desk nor under way. */
export function isDirty(entry, pending) {
  return !same(entry.view.field.runs, expected(entry, pending).target);
}

/** Whether a person has still to write a translation here. */
export function isOpen(entry, pending) {
  return expected(entry, pending).state === "untranslated" && !entry.conflict;
}

/** Whether the source or the translation has line breaks, or is of a kind that has. */
export function breaksLines({ inLines, row, view }) {
  return inLines || [...row.source, ...view.field.runs].some((run) => run.bound === "lb");
}

/** The state to save a text in: nothing to read is untranslated, whatever was meant, unless it is left out. */
export function stateFor(runs, wanted) {
  return isEmpty(runs) && wanted !== "omitted" ? "untranslated" : wanted;
}

/** The save of what the field shows. */
export function saveOf(entry, wanted, reason = "") {
  const target = entry.view.field.runs;
  const { text, lang, units, base, draftAt } = entry;
  const state = stateFor(target, wanted);
  return { text, lang, units, target, state, reason, revision: base.revision, seen: base.seen, draft: draftAt };
}
