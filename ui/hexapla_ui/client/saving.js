/**
 * How a text gets from the field to the desk: kept at each key, a draft after a pause, a revision when the person
 * confirms it, leaves it, or has let it rest. What was typed is dropped only when the desk holds it.
 */
import { expected, isDirty, saveOf, settle } from "./entry.js";
import { isEmpty, normal, same } from "./runs.js";
import { paint } from "./row.js";

const IDLE = 600_000; // Ten minutes after the last key a draft becomes a revision that needs work.
const SLOW = 400; // A save that is answered within this many milliseconds shows no "saving".
const DONE = new Set(["translated", "reviewed", "approved", "omitted"]);

/** Bring a row up with what this browser or the desk kept of the person's unconfirmed text. */
export function restore(grid, entry) {
  const local = grid.store.draft(entry);
  const desk = entry.row.draft && { ...entry.row.draft, runs: entry.row.draft.target };
  const newer = local && (!desk || Date.parse(local.at) >= Date.parse(desk.at));
  const draft = newer ? local : desk;
  if (!draft) return;
  const pending = grid.outbox.pending(entry);
  if (same(draft.runs, entry.stored) && !pending) return void grid.store.dropDraft(entry);
  entry.view.field.fill(draft.runs);
  entry.base = { revision: draft.revision, seen: draft.seen ?? seenThen(entry, draft) };
  entry.conflict = draft.conflict ?? null;
  entry.kept = true;
  entry.save = entry.conflict ? "conflict" : pending && !isDirty(entry, pending) ? "saving" : "draft";
  if (newer && entry.save === "draft") grid.drafts.put(entry, draft.runs, draft.revision);
}

/** The desk's draft does not say which state it was begun on; only the revision's being old matters then. */
function seenThen(entry, draft) {
  return draft.revision === entry.revision ? entry.state : "untranslated";
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
  paint(grid, entry);
  grid.changed();
}

function keep(grid, entry) {
  const { runs } = entry.view.field;
  entry.save = entry.conflict ? "conflict" : "draft";
  keepHere(grid, entry);
  grid.drafts.put(entry, normal(runs), entry.base.revision);
}

function keepHere(grid, entry) {
  const { revision, seen } = entry.base;
  const draft = { runs: entry.view.field.runs, revision, seen, at: new Date().toISOString(), conflict: entry.conflict };
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
    paint(grid, entry);
  }, SLOW);
  paint(grid, entry);
}

/** The desk answered a save. The row may have left the page, and its text may have been typed on since. */
export function answered(grid, op, answer) {
  const entry = grid.entries.get(op.units.join("+"));
  const here = entry && op.text === grid.place.text && op.lang === grid.place.lang ? entry : null;
  if (answer.ok) accept(grid, op, answer, here);
  else if (answer.conflict) contest(grid, op, answer.conflict, here);
  else refuse(op, answer.error, here);
  if (here) paint(grid, here);
  grid.changed();
}

function accept(grid, op, answer, entry) {
  grid.savedAt = answer.at;
  const draft = grid.store.draft(op);
  if (draft && same(draft.runs, op.target)) grid.store.dropDraft(op);
  else if (draft?.revision === op.revision) grid.store.keepDraft(op, { ...draft, revision: answer.revision, seen: answer.state });
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
  entry.save = isDirty(entry) ? "draft" : "saved";
}

/** Somebody saved in between: both texts are kept, the person's own in the field and as a draft. */
function contest(grid, op, conflict, entry) {
  if (entry) {
    entry.conflict = conflict;
    entry.save = "conflict";
    keep(grid, entry);
    return;
  }
  const draft = grid.store.draft(op) ?? { runs: op.target, revision: op.revision, seen: op.seen, at: new Date().toISOString() };
  grid.store.keepDraft(op, { ...draft, conflict });
  grid.contested.add(`${op.text}:${op.lang}:${op.units[0]}`);
}

function refuse(op, sentence, entry) {
  if (!entry) return;
  entry.error = sentence;
  entry.save = "unsent";
}

/** In a conflict: save the field's text over the other one. */
export function keepMine(grid, entry) {
  entry.base = { revision: entry.conflict.revision, seen: entry.conflict.state };
  forgetConflict(grid, entry);
  settle(entry, { target: entry.conflict.theirs, state: entry.conflict.state, revision: entry.conflict.revision });
  entry.conflict = null;
  commit(grid, entry, "translated");
}

/** In a conflict: show the other text; one's own is kept as a suggestion at the desk, and undo brings it back. */
export function takeTheirs(grid, entry) {
  const { theirs, state, revision } = entry.conflict;
  settle(entry, { target: theirs, state, revision });
  forgetConflict(grid, entry);
  entry.conflict = null;
  entry.view.field.replace(theirs);
}

function forgetConflict(grid, entry) {
  grid.contested.delete(`${entry.text}:${entry.lang}:${entry.units[0]}`);
}

/** A newer page came: rows that the person has not touched show what the desk holds now, the others stay. */
export function refresh(grid, entry, row) {
  if (row.revision === entry.revision && row.state === entry.state) return;
  if (grid.outbox.pending(entry) || isDirty(entry) || entry.conflict || row.revision < entry.revision) return;
  entry.row = row;
  settle(entry, { target: row.target, state: row.state, revision: row.revision });
  entry.view.field.fill(row.target);
  entry.save = "clean";
  paint(grid, entry);
}
