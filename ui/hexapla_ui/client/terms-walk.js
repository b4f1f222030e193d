/**
 * The worklist that decisions leave, unit by unit: each is mended by the person's own hand, or waived with a reason.
 *
 * How far it is stands on the desk. What is typed is kept in this browser until the desk has it, as in the editor.
 */
import { newClient, windowName } from "./client.js";
import { createOutbox } from "./outbox.js";
import { nameOf } from "./place.js";
import { createRoute } from "./route.js";
import { createStore } from "./store.js";
import { listen, showKeys } from "./terms-keys.js";
import { editorAt, sentenceOf } from "./terms-parts.js";
import { draw, paint, paintNothing } from "./terms-walk-page.js";
import { answered, apply, keepMine, reopen, takeTheirs, undo } from "./terms-walk-save.js";
import { closeTask, focusText, openTask } from "./terms-walk-task.js";
import { askReason } from "./terms-walk-waive.js";
import { t } from "./words.js";

/** Show the worklist; returns how to leave it. */
export function mount(host, context) {
  const { data, person, query } = context;
  const route = createRoute(data.api, data.token);
  const store = createStore(data.edition, person.id, windowName());
  const view = {
    host, context, route, store, locale: data.locale, concept: query.concept ?? "", lang: query.lang ?? "",
    showsDone: query.state === "all", tasks: [], counts: [], more: false, at: null, acts: [], stopped: false,
  };
  const changed = () => view.outbox && !view.stopped && paint(view);
  view.outbox = createOutbox({ store, route, client: newClient(), answered: (...saved) => answered(view, ...saved), changed });
  view.does = (id, event) => act(view, id, event);
  view.load = () => load(view);
  view.show = (task) => show(view, task);
  view.next = () => next(view);
  view.check = (task) => check(view, task);
  draw(view);
  const off = listen(host, "work", view.does);
  const stay = (event) => !store.lasting && view.outbox.count() && event.preventDefault();
  window.addEventListener("beforeunload", stay);
  view.outbox.now();
  load(view);
  return () => {
    view.stopped = true;
    off();
    window.removeEventListener("beforeunload", stay);
    view.outbox.stop();
  };
}

/** The entry of a task, as the desk's saves name it. */
export function placeOf({ slug, lang, units }) {
  return { text: slug, lang, units };
}

function ask(view, more) {
  const { concept, lang, showsDone } = view;
  return view.route.get("terms/worklist", { concept, lang, state: showsDone ? "all" : "open", ...more });
}

async function load(view) {
  try {
    const page = await ask(view, { after: 0 });
    if (view.stopped) return;
    Object.assign(view, { counts: page.counts, more: page.more, tasks: page.tasks.map(begun), loaded: true });
    show(view, view.tasks.find(isOpen) ?? view.tasks[0] ?? null);
  } catch (error) {
    if (!view.stopped) paintNothing(view, sentenceOf(error));
  }
  view.context.ready("work");
}

function begun(task) {
  return { ...task, base: { revision: task.row.revision, seen: task.row.state }, conflict: null, error: "", fate: "" };
}

/** Whether a task wants to be done, and neither it nor another one of its unit is on its way to the desk. */
export function isOpen({ state, fate, waits }) {
  return state === "open" && !fate && !waits;
}

/** The other tasks of a unit: a unit may owe something to several decisions. */
export function besides(view, task) {
  const name = nameOf(placeOf(task));
  return view.tasks.filter((other) => other !== task && nameOf(placeOf(other)) === name);
}

function show(view, task) {
  closeTask(view);
  view.at = task;
  paint(view);
  if (task) openTask(view, task);
  ahead(view);
}

/** More tasks are fetched before the last one that is here is reached. */
async function ahead(view) {
  const { tasks, at, more } = view;
  if (!more || view.fetching || tasks.length - tasks.indexOf(at) > 10) return;
  view.fetching = true;
  try {
    const page = await ask(view, { after: tasks.at(-1).id });
    Object.assign(view, { counts: page.counts, more: page.more });
    view.tasks.push(...page.tasks.map(begun));
    if (!view.stopped) paint(view);
  } catch (error) {
    view.tell(sentenceOf(error), "warn");
  } finally {
    view.fetching = false;
  }
}

/** Go to the next task that is open, from here on, then from the start; to the end of it all where none is. */
function next(view) {
  const from = view.tasks.indexOf(view.at);
  show(view, view.tasks.slice(from + 1).find(isOpen) ?? view.tasks.find(isOpen) ?? null);
}

function step(view, way) {
  const task = view.tasks[view.tasks.indexOf(view.at) + way];
  if (task) show(view, task);
  else if (!view.at) show(view, way < 0 ? (view.tasks.at(-1) ?? null) : null);
}

function act(view, id, event) {
  // Letters in a text are letters.
  if (event?.composedPath()[0].closest?.("[role=textbox]")) return false;
  const { at } = view;
  // A key that is held down is no decision about the units that follow.
  if (event?.repeat && ["apply", "waive"].includes(id)) return true;
  const does = {
    apply: () => apply(view),
    edit: () => edit(view, event),
    waive: () => at && isOpen(at) && askReason(view),
    next: () => step(view, 1),
    previous: () => step(view, -1),
    undo: () => undo(view),
    open: () => at && window.open(editorAt(at.slug, at.lang, at.units[0]), "_blank", "noopener"),
    done: () => turnDone(view),
    reopen: () => at && at.state !== "open" && reopen(view, at),
    mine: () => at?.conflict && keepMine(view, at),
    theirs: () => at?.conflict && takeTheirs(view, at),
    glossary: () => view.context.go({}),
    keys: () => showKeys(view.host, "work"),
  };
  return does[id]?.();
}

/** Into the text; the key that leads there writes nothing in it, however long it is held down. */
function edit(view, event) {
  if (!view.field) return;
  view.led = event?.code ?? "";
  focusText(view, view.at);
}

function turnDone(view) {
  view.showsDone = !view.showsDone;
  const { concept, lang } = view;
  view.context.point({ view: "work", concept, lang, state: view.showsDone ? "all" : "" });
  load(view);
}

/** Ask how a task stands now: what the desk says of its entry is shown, and how far the whole is. */
async function check(view, task) {
  const { concept, lang } = task;
  try {
    const page = await view.route.get("terms/worklist", { concept, lang, state: "all", after: task.id - 1 });
    view.counts = page.counts;
    const now = page.tasks.find(({ id }) => id === task.id);
    if (now) renew(view, task, now);
  } catch (error) {
    if (!view.stopped) view.tell(sentenceOf(error), "warn");
  }
  if (!view.stopped) paint(view);
}

function renew(view, task, now) {
  const typing = view.at === task && view.field && view.isDirty();
  Object.assign(task, begun(now), typing ? { base: task.base } : {});
  if (view.at === task && !typing && !view.waiving.hasChildNodes()) show(view, task);
}
