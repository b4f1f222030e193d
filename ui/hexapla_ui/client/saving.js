/**
 * How a text gets from the field to the desk: kept at each key, a draft after a pause, a revision when the person
 * confirms it, leaves it, or has let it rest. What was typed is dropped only when the desk holds it.
 */
import { DONE, expected, isDirty, saveOf, settle } from "./entry.js";
import { nameOf } from "./place.js";
import { isEmpty, normal, same } from "./runs.js";
import { steady } from "./steady.js";

const IDLE = 600_000; // Ten minutes after the last key a draft becomes a revision that needs work.
const BETTER = new Set(["reviewed", "approved", "omitted"]);
const SLOW = 400; // A save that is answered within this many milliseconds shows no "saving".

/** Bring a row up with what this browser or the desk kept of the person's unconfirmed text. */
export function restore(grid, entry) {
  remember(grid, entry);
  const desk = entry.row.draft && { ...entry.row.draft, runs: entry.row.draft.target };
  const draft = choose(grid, entry, desk);
  if (!draft?.conflict) grid.contested.delete(nameOf(entry));
  if (!draft?.refused) grid.refused.delete(nameOf(entry));
  if (!draft) return;
  const pending = grid.outbox.pending(entry);
  if (same(draft.runs, entry.stored) && !pending) return void forget(grid, entry, draft);
  entry.view.field.fill(draft.runs);
  entry.base = { revision: draft.revision, seen: draft.seen ?? entry.state };
  entry.conflict = draft.conflict ? { ...draft.conflict, ...asTheirs(entry) } : null;
  entry.error = draft.refused ?? "";
  entry.kept = Boolean(desk && same(draft.runs, desk.runs));
  entry.draftAt = entry.kept ? desk.at : (draft.sent ?? "");
  entry.save = entry.conflict ? "conflict" : pending && !isDirty(entry, pending) ? "saving" : "draft";
  if (draft.window) adopt(grid, entry, draft);
  if (entry.kept || entry.save === "saving") return;
  const from = { seen: entry.draftAt, from: draft.client };
  grid.drafts.put(entry, normal(draft.runs), draft.revision, from);
}

/**
 * The draft to show. Clocks do not agree, so none is asked: what the desk has not acknowledged comes first, that of
 * this window before that of another; else it is the desk's. What is not shown of the rest goes to the desk before
 * the one that is, as a draft of the window it was typed in, and becomes a suggestion there.
 */
function choose(grid, entry, desk) {
  const drafts = grid.store.drafts(entry);
  const own = drafts.filter((draft) => draft.window === grid.store.window);
  const all = [...own, ...drafts.filter((draft) => !own.includes(draft))];
  const [first, ...rest] = all.filter((draft) => !draft.acked);
  for (const draft of rest.reverse()) if (!same(draft.runs, first.runs)) survive(grid, entry, draft);
  if (first || !desk) return first ?? all[0];
  return all.find((draft) => same(draft.runs, desk.runs)) ?? desk;
}

/** A draft of a window that is closed, or is still being written in: the desk is to have it as well. */
function survive(grid, { text, lang, units }, { runs, revision, sent, client, window }) {
  grid.drafts.put({ text, lang, units }, normal(runs), revision, { seen: sent, from: client, window });
}

/** A draft of another window that is shown here is this window's from now on. */
function adopt(grid, entry, { window, ...draft }) {
  if (window === grid.store.window || !grid.store.keepDraft(entry, draft)) return;
  grid.store.dropDraft(entry, window);
}

/** Remember the last text that was more than translated: who types it again may confirm it as that. */
function remember(grid, { text, lang, units, stored, state, row }) {
  if (!BETTER.has(state)) return;
  grid.best.set(nameOf({ text, lang, units }), { target: stored, state, reason: row.reason });
}

/** What the desk holds, as the other side of a conflict. */
function asTheirs({ row }) {
  return { theirs: row.target, revision: row.revision, state: row.state, by: row.by, at: row.at };
}

/** A draft that the desk's text has caught up with. */
function forget(grid, entry, { window }) {
  if (window) grid.store.dropDraft(entry, window);
  forgetConflict(grid, entry);
  grid.refused.delete(nameOf(entry));
}

/** The desk has a draft, or says why it does not take it; `newest` is false where the text was typed on since. */
export function drafted(grid, { place, target, window }, { at, error }, newest) {
  if (window) return void (error || grid.store.dropDraft(place, window));
  const draft = grid.store.draft(place);
  const refused = newest ? error : draft?.refused;
  const acked = newest && !error && same(draft?.runs ?? [], target ?? []);
  if (draft) grid.store.keepDraft(place, { ...draft, acked, refused, sent: error ? draft.sent : at });
  const entry = grid.entryAt(place);
  if (entry && !error) entry.draftAt = at;
  if (!newest) return undefined;
  if (error) grid.refused.set(nameOf(place), placeAt(place));
  else grid.refused.delete(nameOf(place));
  if (!entry) return undefined;
  entry.kept = !error;
  entry.error = error;
  return grid.paint(entry);
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

/** Keep what the field shows as a draft: here at once, at the desk after a pause. */
export function keep(grid, entry) {
  const { runs } = entry.view.field;
  entry.save = entry.conflict ? "conflict" : "draft";
  keepHere(grid, entry);
  grid.drafts.put(entry, normal(runs), entry.base.revision, { seen: entry.draftAt });
}

function keepHere(grid, entry) {
  const { revision, seen } = entry.base;
  const { runs } = entry.view.field;
  const draft = { runs, revision, seen, at: now(), client: grid.client, sent: entry.draftAt, acked: false };
  if (entry.conflict) draft.conflict = entry.conflict;
  if (!grid.store.keepDraft(entry, draft)) grid.forgetful = true;
}

function clean(grid, entry) {
  entry.save = "clean";
  grid.store.dropDraft(entry);
  grid.refused.delete(nameOf(entry));
  grid.drafts.put(entry, null, entry.base.revision, { seen: entry.draftAt });
}

function idle(grid, entry) {
  clearTimeout(entry.idle);
  entry.idle = setTimeout(() => leave(grid, entry), IDLE);
}

/** The person says that the text is done; nothing is sent where the desk holds it as done already. */
export function confirm(grid, entry) {
  const pending = grid.outbox.pending(entry);
  const { state, target } = expected(entry, pending);
  const best = grid.best.get(nameOf(entry));
  const again = best && same(entry.view.field.runs, best.target) ? best : null;
  const settled = DONE.has(state) || (isEmpty(target) && !again);
  if (isDirty(entry, pending) || !settled) commit(grid, entry, again?.state ?? "translated", again?.reason);
}

/** The person goes elsewhere: what was changed is kept as a revision that needs work. */
export function leave(grid, entry) {
  clearTimeout(entry.idle);
  if (!entry.conflict && isDirty(entry, grid.outbox.pending(entry))) commit(grid, entry, "needs-work");
}

/** Make a revision of what the field shows. */
export function commit(grid, entry, wanted, reason = "") {
  clearTimeout(entry.idle);
  keepHere(grid, entry);
  grid.drafts.drop(entry);
  entry.save = "saving";
  entry.error = "";
  entry.slow = false;
  if (!grid.outbox.put(saveOf(entry, wanted, reason))) grid.forgetful = true;
  setTimeout(() => {
    entry.slow = true;
    grid.paint(entry);
  }, SLOW);
  grid.paint(entry);
}

/** The desk answered a save. The row may have left the page, and its text may have been typed on since. */
export function answered(grid, op, answer) {
  const here = grid.entryAt(op);
  if (op.aside) return void (answer.error && refuse(grid, op, answer.error, null));
  steady(grid, () => settleAnswer(grid, op, answer, here));
  grid.changed();
}

function settleAnswer(grid, op, answer, here) {
  if (answer.ok) accept(grid, op, answer, here);
  else if (answer.conflict) contest(grid, op, answer.conflict, here);
  else refuse(grid, op, answer.error, here);
  if (here) grid.paint(here);
}

function accept(grid, op, answer, entry) {
  grid.savedAt = answer.at;
  grid.accepted += 1;
  grid.refused.delete(nameOf(op));
  const { revision, state: seen } = answer;
  for (const { window, ...draft } of grid.store.drafts(op)) {
    if (same(draft.runs, op.target)) grid.store.dropDraft(op, window);
    else if (window === op.window && draft.revision === op.revision)
      grid.store.keepDraft(op, { ...draft, revision, seen }, window);
  }
  if (!entry) return;
  const untouched = same(entry.view.field.runs, op.target);
  if (answer.revision >= entry.revision) {
    grid.count(entry.state, answer.state);
    settle(entry, { target: op.target, state: answer.state, revision: answer.revision });
    entry.row = { ...entry.row, previous: null, reason: op.reason ?? "", broken: false };
    remember(grid, entry);
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
  grid.contested.set(nameOf(op), placeAt(op));
  if (entry) {
    entry.conflict = conflict;
    entry.later = false;
    keep(grid, entry);
    return;
  }
  grid.store.keepDraft(op, { ...draftOf(grid, op), conflict });
}

/** The desk does not take a text: it stays here, and the bar leads to it until it is mended. */
function refuse(grid, op, sentence, entry) {
  if (["reviewed", "approved"].includes(op.state)) return humble(grid, op, entry);
  grid.refused.set(nameOf(op), placeAt(op));
  grid.store.keepDraft(op, { ...draftOf(grid, op), refused: sentence });
  if (!entry) return undefined;
  entry.error = sentence;
  entry.save = "unsent";
  return undefined;
}

/** Who may not review saves the same text as translated. */
function humble(grid, op, entry) {
  const { text, lang, units, target, revision, seen, draft } = op;
  grid.best.delete(nameOf(op));
  grid.outbox.put({ text, lang, units, target, revision, seen, draft, state: "translated" });
  if (!entry) return;
  if (isDirty(entry, grid.outbox.pending(entry))) keep(grid, entry);
  else entry.save = "saving";
}

function draftOf(grid, op) {
  const { target: runs, revision, seen, client } = op;
  return grid.store.draft(op) ?? { runs, revision, seen, client, at: now(), acked: false };
}

function placeAt({ text, lang, units }) {
  return { text, lang, units };
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
  const { theirs, ours, state, revision } = entry.conflict;
  const { runs } = entry.view.field;
  // What was typed under the banner is not at the desk yet; a save that comes too late becomes a suggestion there.
  const late = !isEmpty(runs) && !same(runs, ours ?? []) && !same(runs, theirs);
  if (late && !grid.outbox.put({ ...saveOf(entry, "needs-work"), aside: true })) grid.forgetful = true;
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
  const { suggestions, comments } = row;
  if (suggestions !== entry.row.suggestions || comments !== entry.row.comments) {
    entry.row = { ...entry.row, suggestions, comments };
    grid.paint(entry);
  }
  if (row.revision === entry.revision && row.state === entry.state) return;
  if (grid.outbox.pending(entry) || isDirty(entry) || entry.conflict || row.revision < entry.revision) return;
  entry.row = row;
  settle(entry, { target: row.target, state: row.state, revision: row.revision });
  remember(grid, entry);
  entry.view.field.fill(row.target);
  entry.save = "clean";
  grid.paint(entry);
}
