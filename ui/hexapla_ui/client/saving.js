/**
 * How a text gets from the field to the desk: kept at each key, a draft after a pause, a revision when the person
 * confirms it, leaves it, or has let it rest. What was typed is dropped only when the desk holds it.
 */
import { DONE, expected, isDirty, saveOf, settle } from "./entry.js";
import { nameOf } from "./place.js";
import { isEmpty, normal, same } from "./runs.js";

const IDLE = 600_000; // Ten minutes after the last key a draft becomes a revision that needs work.
const SLOW = 400; // A save that is answered within this many milliseconds shows no "saving".

/** Bring a row up with what this browser or the desk kept of the person's unconfirmed text. */
export function restore(grid, entry) {
  const local = grid.store.draft(entry);
  const desk = entry.row.draft && { ...entry.row.draft, runs: entry.row.draft.target };
  const mine = local && (!desk || isNewer(local, desk));
  const draft = mine ? local : desk;
  if (!draft) return;
  const pending = grid.outbox.pending(entry);
  if (same(draft.runs, entry.stored) && !pending) return void forget(grid, entry);
  entry.view.field.fill(draft.runs);
  entry.base = { revision: draft.revision, seen: draft.seen ?? entry.state };
  entry.conflict = draft.conflict ? { ...draft.conflict, ...asTheirs(entry) } : null;
  entry.kept = !mine || Boolean(desk && same(local.runs, desk.runs));
  entry.save = entry.conflict ? "conflict" : pending && !isDirty(entry, pending) ? "saving" : "draft";
  if (!entry.kept && entry.save !== "saving") grid.drafts.put(entry, normal(draft.runs), draft.revision);
}

/** The desk stamps a draft when it arrives, so the same draft looks younger there than here. */
function isNewer(local, desk) {
  return local.sent === desk.at || same(local.runs, desk.runs) || Date.parse(local.at) >= Date.parse(desk.at);
}

/** What the desk holds, as the other side of a conflict. */
function asTheirs({ row }) {
  return { theirs: row.target, revision: row.revision, state: row.state, by: row.by, at: row.at };
}

/** A draft that the desk's text has caught up with. */
function forget(grid, entry) {
  grid.store.dropDraft(entry);
  forgetConflict(grid, entry);
}

/** The desk has a draft, or says why it does not take it. */
export function drafted(grid, place, target, { at, error }) {
  const draft = grid.store.draft(place);
  if (draft && at && same(draft.runs, target ?? [])) grid.store.keepDraft(place, { ...draft, sent: at });
  const entry = grid.entryAt(place);
  if (!entry) return;
  entry.kept = !error;
  entry.error = error;
  grid.paint(entry);
}

/** The person changed the text: keep it here at once, and at the desk after a pause. */
export function typed(grid, entry) {
  const pending = grid.outbox.pending(entry);
  entry.error = "";
  entry.kept = false;
  idle(grid, entry);
  if (isDirty(entry, pending) || entry.conflict) keep(grid, entry);
  else if (pending) entry.save = "saving";
  else clean(grid, entry);
  grid.paint(entry);
  grid.changed();
  entry.view.element.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function keep(grid, entry) {
  const { runs } = entry.view.field;
  entry.save = entry.conflict ? "conflict" : "draft";
  keepHere(grid, entry);
  grid.drafts.put(entry, normal(runs), entry.base.revision);
}

function keepHere(grid, entry) {
  const { revision, seen } = entry.base;
  const draft = { runs: entry.view.field.runs, revision, seen, at: now(), conflict: entry.conflict };
  if (!grid.store.keepDraft(entry, draft)) grid.forgetful = true;
}

function clean(grid, entry) {
  entry.save = "clean";
  grid.store.dropDraft(entry);
  grid.drafts.put(entry, null, entry.base.revision);
}

function idle(grid, entry) {
  clearTimeout(entry.idle);
  entry.idle = setTimeout(() => leave(grid, entry), IDLE);
}

/** The person says that the text is done; nothing is sent where the desk holds it as done already. */
export function confirm(grid, entry) {
  const pending = grid.outbox.pending(entry);
  const { state, target } = expected(entry, pending);
  const settled = DONE.has(state) || isEmpty(target);
  if (isDirty(entry, pending) || !settled) commit(grid, entry, "translated");
}

/** The person goes elsewhere: what was changed is kept as a revision that needs work. */
export function leave(grid, entry) {
  clearTimeout(entry.idle);
  if (!entry.conflict && isDirty(entry, grid.outbox.pending(entry))) commit(grid, entry, "needs-work");
}

/** Make a revision of what the field shows. */
export function commit(grid, entry, wanted) {
  clearTimeout(entry.idle);
  keepHere(grid, entry);
  grid.drafts.drop(entry);
  entry.save = "saving";
  entry.error = "";
  entry.slow = false;
  if (!grid.outbox.put(saveOf(entry, wanted))) grid.forgetful = true;
  setTimeout(() => {
    entry.slow = true;
    grid.paint(entry);
  }, SLOW);
  grid.paint(entry);
}

/** The desk answered a save. The row may have left the page, and its text may have been typed on since. */
export function answered(grid, op, answer) {
  const here = grid.entryAt(op);
  if (answer.ok) accept(grid, op, answer, here);
  else if (answer.conflict) contest(grid, op, answer.conflict, here);
  else refuse(op, answer.error, here);
  if (here) grid.paint(here);
  grid.changed();
}

function accept(grid, op, answer, entry) {
  grid.savedAt = answer.at;
  const draft = grid.store.draft(op);
  const { revision, state: seen } = answer;
  if (draft && same(draft.runs, op.target)) grid.store.dropDraft(op);
  else if (draft?.revision === op.revision) grid.store.keepDraft(op, { ...draft, revision, seen });
  if (!entry) return;
  const untouched = same(entry.view.field.runs, op.target);
  if (answer.revision >= entry.revision) {
    grid.count(entry.state, answer.state);
    settle(entry, { target: op.target, state: answer.state, revision: answer.revision });
    entry.row = { ...entry.row, previous: null, reason: "", broken: false };
  } else if (untouched) {
    entry.view.field.fill(entry.stored);
    settle(entry, { target: entry.stored, state: entry.state, revision: entry.revision });
  }
  entry.at = answer.at;
  if (grid.outbox.pending(entry)) return;
  if (isDirty(entry)) keep(grid, entry);
  else entry.save = "saved";
}

/** Somebody saved in between: both texts are kept, the person's own in the field and as a draft. */
function contest(grid, op, conflict, entry) {
  grid.contested.set(nameOf(op), { text: op.text, lang: op.lang, units: op.units });
  if (entry) {
    entry.conflict = conflict;
    entry.later = false;
    keep(grid, entry);
    return;
  }
  const draft = grid.store.draft(op) ?? { runs: op.target, revision: op.revision, seen: op.seen, at: now() };
  grid.store.keepDraft(op, { ...draft, conflict });
}

function refuse(op, sentence, entry) {
  if (!entry) return;
  entry.error = sentence;
  entry.save = "unsent";
}

/** In a conflict: save the field's text over the other one. */
export function keepMine(grid, entry) {
  const { theirs, state, revision } = entry.conflict;
  settle(entry, { target: theirs, state, revision });
  forgetConflict(grid, entry);
  commit(grid, entry, "translated");
}

/** In a conflict: show the other text; one's own is kept as a suggestion at the desk, and undo brings it back. */
export function takeTheirs(grid, entry) {
  const { theirs, state, revision } = entry.conflict;
  settle(entry, { target: theirs, state, revision });
  forgetConflict(grid, entry);
  entry.view.field.replace(theirs);
}

function forgetConflict(grid, entry) {
  entry.conflict = null;
  grid.contested.delete(nameOf(entry));
}

function now() {
  return new Date().toISOString();
}

/** A newer page came: rows that the person has not touched show what the desk holds now, the others stay. */
export function refresh(grid, entry, row) {
  if (row.revision === entry.revision && row.state === entry.state) return;
  if (grid.outbox.pending(entry) || isDirty(entry) || entry.conflict || row.revision < entry.revision) return;
  entry.row = row;
  settle(entry, { target: row.target, state: row.state, revision: row.revision });
  entry.view.field.fill(row.target);
  entry.save = "clean";
  grid.paint(entry);
}
