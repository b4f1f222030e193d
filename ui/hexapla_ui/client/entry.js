/**
 * What the browser knows of one row: what the desk holds, what the field shows, and what the person saw.
 *
 * `save` is one of clean, draft, saving, saved, unsent, conflict.
 */
import { isEmpty, same } from "./runs.js";

/** The states in which a unit counts as translated; an omission has a reason. */
export const DONE = new Set(["translated", "reviewed", "approved", "omitted"]);

/** The entry of a row as the route sent it, in a text and language. */
export function entryOf(row, { text, lang }) {
  return {
    row,
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

/** The state to save a text in: nothing to read is untranslated, whatever was meant. */
export function stateFor(runs, wanted) {
  return isEmpty(runs) ? "untranslated" : wanted;
}

/** The save of what the field shows. */
export function saveOf(entry, wanted) {
  const target = entry.view.field.runs;
  const { text, lang, units, base } = entry;
  return { text, lang, units, target, state: stateFor(target, wanted), revision: base.revision, seen: base.seen };
}
