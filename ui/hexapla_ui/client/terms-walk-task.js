/** One task of the worklist at work: the source, what stands there, what is proposed, and the field. */
import { drawChanges } from "./changes.js";
import { h } from "./dom.js";
import { createField } from "./field.js";
import { labels } from "./marks.js";
import { normal, same, toDom } from "./runs.js";
import { swap } from "./splice.js";
import { keycap } from "./terms-keys.js";
import { button, languageOf, plainly, textOf, words } from "./terms-parts.js";
import { isOpen, placeOf } from "./terms-walk.js";
import { keepDraft, toldOf } from "./terms-walk-save.js";
import { t } from "./words.js";

/** Draw a task and give it the keyboard, not its text: a key of the page that came into it would be typed over a term. */
export function openTask(view, task) {
  const { work } = view;
  const open = isOpen(task);
  view.field = open ? drawField(view, task) : null;
  work.setAttribute("aria-label", t("Unit {n}", { n: task.n }));
  work.replaceChildren(
    h("div", { class: "ctx" },
      h("span", { class: "lab", lang: view.locale }, languageOf(view.context, view.context.data.source).name),
      h("p", textOf(view.context, view.context.data.source), ...words({ text: task.source, spans: task.source_spans, before: false, after: false })),
      h("span", { class: "lab" }, languageOf(view.context, task.lang).name),
      h("p", textOf(view.context, task.lang), ...present(task))),
    ...(task.error ? [h("p", { class: "wrong", role: "alert" }, task.error)] : []),
    ...(task.conflict ? [conflict(view, task)] : []),
    ...(view.field ? [h("div", { class: "mend" }, view.field.element)] : []),
    ways(view, task),
  );
  work.focus({ preventScroll: true });
}

/** Leave the task at work; what was typed in it is kept. */
export function closeTask(view) {
  view.waiving?.replaceChildren();
  Object.assign(view, { field: null, isDirty: () => false, clean: null });
}

/** The places of the old term that the proposal is for: a form of its own for each is more than anybody can propose. */
function fitting({ spans, target, proposal }) {
  const form = ([start, end]) => target.slice(start, end);
  return proposal ? spans.filter((span) => form(span) === form(spans[0])) : [];
}

/** What stands there: the old form struck, the proposed one beside it. */
function present(task) {
  const replaced = new Set(task.state === "open" ? fitting(task) : []);
  const parts = [];
  let end = 0;
  for (const span of task.spans) {
    parts.push(...plainly(task.target.slice(end, span[0])));
    parts.push(h(task.state === "open" ? "del" : "mark", {}, ...plainly(task.target.slice(...span))));
    if (replaced.has(span)) parts.push(" ", h("ins", {}, task.proposal));
    end = span[1];
  }
  return [...parts, ...plainly(task.target.slice(end))];
}

function proposed(task) {
  return fitting(task).reduceRight((runs, [start, end]) => swap(runs, start, end, task.proposal), task.row.target);
}

function drawField(view, task) {
  const { store, context } = view;
  const { dir, name } = languageOf(context, task.lang);
  const first = proposed(task);
  const label = labels([]);
  const field = createField({
    lang: task.lang, dir, label, attributes: { "aria-label": t("Translation of unit {n}", { n: task.n }) + `, ${name}` },
    changed: () => {
      if (same(field.runs, first)) store.dropDraft(placeOf(task));
      else keepDraft(view, task, field.runs);
    },
  });
  const draft = task.conflict ? null : store.draft(placeOf(task));
  const kept = store.draft(placeOf(task))?.runs;
  if (draft && !same(draft.runs, first)) {
    task.base = { revision: draft.revision, seen: draft.seen };
    if (draft.conflict) task.conflict = draft.conflict;
    view.tell(t("Your words are as you left them."));
  }
  field.fill(kept ?? first);
  view.isDirty = () => !same(field.runs, first) && !same(field.runs, task.row.target);
  view.clean = () => field.fill(first);
  field.element.classList.add("t");
  field.element.addEventListener("keydown", (event) => pressed(view, field, event));
  for (const kind of ["keyup", "keypress"]) field.element.addEventListener(kind, (event) => event.stopPropagation());
  return field;
}

function pressed(view, field, event) {
  if (event.isComposing || event.keyCode === 229) return;
  // The key that led here is still held down.
  if (event.repeat && event.code === view.led) return void event.preventDefault();
  view.led = "";
  const mod = event.ctrlKey || event.metaKey;
  const undoes = mod && event.code === "KeyZ";
  event.stopPropagation();
  if (event.key === "Enter" && !event.shiftKey) view.does("apply", { repeat: event.repeat, composedPath: () => [view.work] });
  else if (event.key === "Escape") view.work.focus({ preventScroll: true });
  else if (undoes) event.shiftKey ? field.redo() : field.undo();
  else return;
  event.preventDefault();
}

/** Give the keyboard to the text: the old term is selected, where nothing is proposed and nothing typed. */
export function focusText(view, task) {
  const [span] = task.proposal ? [] : task.spans;
  const untouched = same(view.field.runs, task.row.target);
  view.field.focus(span && untouched ? { start: span[0], end: span[1] } : undefined);
}

/** Somebody saved in between: what there was, theirs, and the person's own in the field below. */
function conflict(view, task) {
  const { lang } = task;
  const { base, theirs, by } = task.conflict;
  const own = by === view.context.person.name;
  const name = own ? t("You, in another window") : by || t("Somebody else");
  const told = toldOf(view, task);
  const label = labels([]);
  const line = (word, kind, nodes) => [h("dt", {}, word), h("dd", textOf(view.context, lang, kind), ...nodes)];
  return h("div", { class: "clash", role: "group", "aria-label": told },
    h("header", { role: "alert" }, h("span", { class: "s conflict" }, t("conflict")), h("span", {}, told)),
    h("dl", {}, ...line(t("Before"), "t q", [toDom(normal(base), label)]), ...line(name, "t", drawChanges(base, theirs, lang, label))),
    h("footer", {}, button([t("Keep mine"), keycap("mine", "work")], "k go", () => view.does("mine")), button([t("Take theirs"), keycap("theirs", "work")], "k", () => view.does("theirs"))));
}

function ways(view, task) {
  const way = (id, label, kind = "") => button([label, keycap(id, "work")], kind, () => view.does(id));
  if (task.fate || task.waits) return h("p", { class: "q sm", role: "status" }, t("It is being saved."));
  if (!isOpen(task)) return h("div", { class: "acts" }, way("reopen", t("Open it again"), "go"), way("next", t("Next")), way("open", t("Open")));
  const mend = task.conflict ? [] : [way("apply", t("Mend, next"), "go")];
  return h("div", { class: "acts" }, ...mend, way("edit", t("Edit")), way("waive", t("Waive")), way("next", t("Skip")), way("open", t("Open")), h("span", { class: "push" }), way("undo", t("Undo"), "bare"));
}
