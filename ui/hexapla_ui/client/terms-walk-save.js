/** Mending a unit of the worklist: the save, its answer, and the ways back. */
import { button, sentenceOf } from "./terms-parts.js";
import { normal, plain, same } from "./runs.js";
import { besides, isOpen, placeOf } from "./terms-walk.js";
import { t } from "./words.js";

/** Save what the field shows, and go on; the desk answers while the next unit is looked at. */
export function apply(view) {
  const { at, field } = view;
  if (!at || !field || !isOpen(at)) return;
  if (at.conflict) return void view.tell(t("Decide first: keep yours, or take the other text."), "warn");
  const target = normal(field.runs);
  if (same(target, at.row.target)) return void view.tell(t("The text is as it was. Mend it, or waive it with a reason."), "warn");
  const { state } = at.row;
  const before = { target: at.row.target, state };
  put(view, at, target, state === "needs-work" ? "needs-work" : "translated");
  view.acts.push({ kind: "mend", task: at, before });
  view.tell("");
  view.next();
}

function put(view, task, target, state, more = {}) {
  keepDraft(view, task, target);
  Object.assign(task, { fate: "saving", error: "" });
  // What they propose was made for the text before this save.
  for (const other of besides(view, task)) other.waits = true;
  const { revision, seen } = task.base;
  view.outbox.put({ ...placeOf(task), target, state, revision, seen, draft: "", task: task.id, ...more });
}

/** Keep what is typed in this browser, where the editor finds it as well. */
export function keepDraft(view, task, runs) {
  const { revision, seen } = task.base;
  const conflict = task.conflict ? { conflict: task.conflict } : {};
  view.store.keepDraft(placeOf(task), { runs, revision, seen, at: new Date().toISOString(), client: view.store.window, sent: "", acked: false, ...conflict });
}

/** The desk answered a save: of this page, or one that another page has left. */
export function answered(view, op, answer) {
  const task = view.tasks.find(({ id }) => id === op.task) ?? null;
  if (answer.ok) for (const draft of view.store.drafts(op)) if (same(draft.runs, op.target)) view.store.dropDraft(op, draft.window);
  if (answer.conflict) {
    const draft = view.store.draft(op) ?? { runs: op.target, revision: op.revision, seen: op.seen, at: new Date().toISOString(), client: op.client, sent: "", acked: false };
    view.store.keepDraft(op, { ...draft, conflict: answer.conflict });
  }
  if (!task || view.stopped) return;
  if (answer.ok) accepted(view, task, op, answer);
  else if (answer.conflict) contested(view, task, answer.conflict);
  else refused(view, task, op, answer.error);
}

async function accepted(view, task, op, { revision, state }) {
  try {
    if (op.back) await view.route.post("terms/task", { ids: [task.id], do: "reopen" });
    else if (state === "needs-work") await view.route.post("terms/task", { ids: [task.id], do: "mended" });
  } catch (error) {
    view.tell(sentenceOf(error), "warn");
  }
  await view.check(task);
  // Places in the text before are none in this one: where the desk cannot say how it stands now, nothing is proposed.
  if (task.fate) Object.assign(task, { row: { ...task.row, target: op.target, revision, state }, base: { revision, seen: state }, spans: [], proposal: "", target: plain(op.target), fate: "" });
  await release(view, task, view.check);
  if (view.stopped || op.back || task.state !== "open") return;
  task.error = t("It is saved, and no form of “{term}” stands here yet. Mend it once more, or waive it with a reason.", { term: task.new });
  say(view, task, t("Unit {n} is saved, and no form of “{term}” stands there.", { n: task.n, term: task.new }), "warn");
}

/** The other tasks of the unit may be done now; where none is at work, the next one is. */
async function release(view, task, look = () => undefined) {
  const others = besides(view, task).filter(({ waits }) => waits);
  for (const other of others) {
    await look(other);
    other.waits = false;
  }
  if (view.stopped || !others.length) return;
  if (!view.at) view.next();
  else if (others.includes(view.at)) view.show(view.at);
}

function contested(view, task, conflict) {
  forgetAct(view, task);
  Object.assign(task, { conflict, fate: "" });
  release(view, task);
  say(view, task, toldOf(view, task), "warn");
}

/** Who saved in between; it may be the same person in another window. */
export function toldOf(view, { conflict, n }) {
  const name = conflict.by || t("Somebody else");
  if (name === view.context.person.name) return t("You saved unit {n} in another window after you opened it here. Both texts are kept.", { n });
  return t("{name} saved unit {n} after you opened it. Both texts are kept.", { name, n });
}

function refused(view, task, op, sentence) {
  if (["reviewed", "approved"].includes(op.state)) return put(view, task, op.target, "translated", { back: op.back });
  forgetAct(view, task);
  Object.assign(task, { error: sentence, fate: "" });
  release(view, task);
  return say(view, task, t("Unit {n} is not saved: {why}", { n: task.n, why: sentence }), "bad");
}

function forgetAct(view, task) {
  view.acts = view.acts.filter((one) => one.task !== task);
}

function say(view, task, sentence, kind) {
  const go = () => {
    view.tell("");
    view.show(task);
  };
  view.tell(sentence, kind, ...(view.at === task ? [] : [button(t("Show it"), "k", go)]));
  if (view.at === task || !view.at) view.show(task);
}

/** In a conflict: the person's text over the other one. */
export function keepMine(view, task) {
  const { revision, state, theirs } = task.conflict;
  const mine = view.field.runs;
  task.base = { revision, seen: state };
  task.row = { ...task.row, target: theirs, state };
  task.conflict = null;
  if (same(mine, theirs)) return takeIt(view, task);
  return apply(view);
}

/** In a conflict: the other text stays; one's own is a suggestion on the desk already. */
export function takeTheirs(view, task) {
  const { revision, state, theirs } = task.conflict;
  task.base = { revision, seen: state };
  task.row = { ...task.row, target: theirs, state, revision };
  task.conflict = null;
  return takeIt(view, task);
}

function takeIt(view, task) {
  view.store.dropDraft(placeOf(task));
  view.clean?.();
  return view.check(task);
}

/** Close a task with a reason; the next one stands there at once. */
export async function waive(view, task, reason) {
  await view.route.post("terms/task", { ids: [task.id], do: "waive", reason });
  Object.assign(task, { state: "waived", reason, by: view.context.person.name });
  view.acts.push({ kind: "waive", task });
  view.tell(t("Unit {n} is waived.", { n: task.n }), "", view.undoButton());
  view.check(task);
  view.next();
}

/** Open a task that was mended or waived. */
export async function reopen(view, task) {
  try {
    await view.route.post("terms/task", { ids: [task.id], do: "reopen" });
    task.state = "open";
    await view.check(task);
    view.show(task);
  } catch (error) {
    view.tell(sentenceOf(error), "bad");
  }
}

/** Take the last act back: the text as it was, or the waiver. */
export async function undo(view) {
  const done = view.acts.at(-1);
  if (!done) return view.tell(t("There is nothing to undo."));
  const { task, kind, before } = done;
  if (task.fate) return view.tell(t("It is still being saved."));
  view.acts.pop();
  if (kind === "waive") return reopen(view, task);
  put(view, task, before.target, before.state, { back: true });
  view.store.dropDraft(placeOf(task));
  view.tell(t("Unit {n} is as it was.", { n: task.n }));
  return view.show(task);
}
