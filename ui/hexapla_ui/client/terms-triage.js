/**
 * Candidates for terms, sorted by key: accepted as concepts, rejected, merged into a concept that is there.
 *
 * What is decided is shown at once and sent in its turn; where the desk does not take it, the candidate is open again.
 */
import { listen, showKeys } from "./terms-keys.js";
import { editorAt, number, sentenceOf } from "./terms-parts.js";
import { askMerge, closeMerge } from "./terms-triage-merge.js";
import { draw, paint, paintNothing, toRejected, toTop } from "./terms-triage-page.js";
import { t } from "./words.js";

/** Show the candidates of a source language; returns how to leave them. */
export function mount(host, context) {
  const view = {
    host, context, locale: context.data.locale, lang: context.query.lang || context.data.source,
    all: [], rejected: 0, at: null, acts: [], sending: Promise.resolve(), waiting: 0, stopped: false, heads: null,
  };
  view.does = (id, event) => act(view, id, event);
  view.load = () => load(view);
  view.show = (one) => show(view, one);
  view.merge = (into) => decide(view, "merged", into);
  draw(view);
  const off = listen(host, "triage", view.does);
  const stay = (event) => view.waiting && event.preventDefault();
  window.addEventListener("beforeunload", stay);
  load(view);
  return () => {
    view.stopped = true;
    off();
    window.removeEventListener("beforeunload", stay);
  };
}

async function load(view) {
  const { context } = view;
  [view.at, view.page] = [null, null];
  paint(view);
  try {
    await view.sending;
    const page = await context.api(`terms/candidates?${new URLSearchParams({ lang: view.lang })}`);
    if (view.stopped) return;
    take(view, page);
  } catch (error) {
    if (!view.stopped) paintNothing(view, sentenceOf(error));
  }
  context.ready("candidates");
}

function take(view, page) {
  const open = page.candidates.map((one) => ({ ...one, fate: "", chosen: {}, error: "" }));
  view.page = page;
  // Names are another question than words: they come after them.
  view.all = [...open.filter(({ kind }) => kind === "term"), ...open.filter(({ kind }) => kind !== "term")];
  view.out = (page.out ?? []).map((one) => ({ name: one, key: one, kind: "term", count: 0, contexts: [], renderings: {}, fate: "rejected", chosen: {}, old: true }));
  view.acts = [];
  show(view, view.all[0] ?? null);
}

/** Make a candidate the one at work. */
function show(view, one, over = false) {
  const other = view.at !== one;
  [view.at, view.over] = [one, over];
  closeMerge(view);
  paint(view);
  if (other) toTop(view);
}

/** The list as it is shown: rejected ones of earlier days only when asked for. */
export function listed({ all, out = [], showsOut }) {
  return showsOut ? [...all, ...out] : all;
}

/** The next one that is open, from here on, then from the start. */
function next(view) {
  const from = view.all.indexOf(view.at);
  const open = (one) => !one.fate;
  return view.all.slice(from + 1).find(open) ?? view.all.find(open) ?? null;
}

function step(view, way) {
  const some = listed(view);
  const at = some[some.indexOf(view.at) + way];
  if (at) show(view, at);
}

function act(view, id, event) {
  const { at } = view;
  // A key that is held down is no decision about the candidates that follow.
  if (event?.repeat && ["accept", "reject", "choose", "undo"].includes(id)) return true;
  const does = {
    accept: () => decide(view, "accepted"),
    reject: () => decide(view, "rejected"),
    merge: () => at && !at.fate && mayDecide(view) && askMerge(view),
    restore: () => at?.fate && restore(view, at),
    next: () => step(view, 1),
    previous: () => step(view, -1),
    choose: () => choose(view, Number(event.code.slice(-1))),
    undo: () => undo(view),
    open: () => openContext(view),
    rejected: () => turnRejected(view),
    glossary: () => view.context.go({}),
    keys: () => showKeys(view.host, "triage"),
  };
  return does[id]?.();
}

/** The renderings of a candidate in the order of their numbers: {lang, text, count, share}. */
export function numbered({ renderings }) {
  return Object.entries(renderings).flatMap(([lang, some]) => some.map((one) => ({ lang, ...one })));
}

/** Choose a rendering to propose, or leave it out again; one a language. */
function choose(view, nth) {
  const { at } = view;
  const one = at && !at.fate && numbered(at)[nth - 1];
  if (!one) return;
  if (at.chosen[one.lang] === one.text) delete at.chosen[one.lang];
  else at.chosen[one.lang] = one.text;
  paint(view);
}

function openContext({ at, context }) {
  const [first] = at?.contexts ?? [];
  if (first) window.open(editorFor(context, first), "_blank", "noopener");
}

/** Where a context stands in the editor, in the first language that its text has. */
export function editorFor(context, { slug, unit }) {
  const text = context.data.texts.find((one) => one.slug === slug);
  return editorAt(slug, text?.languages[0] ?? context.data.targets[0], unit);
}

function turnRejected(view) {
  view.showsOut = !view.showsOut;
  if (!listed(view).includes(view.at)) view.at = next(view) ?? view.all.at(-1) ?? null;
  paint(view);
  if (!view.showsOut) return void view.tell("");
  toRejected(view);
  view.tell(`${t("Rejected before")}: ${number(view.out?.length ?? 0, view.locale)}`);
}

function mayDecide(view) {
  if (view.page?.rights?.[view.lang] !== false) return true;
  view.tell(t("You may read the glossary, not change it. Ask for the right to decide on terms."), "warn");
  return false;
}

/** Decide on the one at work; the next one stands there at once. */
function decide(view, fate, into = null) {
  const { at } = view;
  if (!at || at.fate || !mayDecide(view)) return;
  Object.assign(at, { fate, into, error: "" });
  const done = { at, fate };
  view.acts.push(done);
  const following = next(view);
  tellOf(view, done);
  show(view, following ?? at, !following);
  send(view, done, () => carryOut(view, done));
}

function tellOf(view, { at, fate }) {
  const said = {
    accepted: () => t("“{term}” is a concept.", { term: at.name }),
    rejected: () => t("“{term}” is rejected and will not be offered again.", { term: at.name }),
    merged: () => t("“{term}” belongs to “{concept}”.", { term: at.name, concept: at.into.head }),
  };
  view.tell(said[fate](), "", view.undoButton());
}

async function carryOut(view, done) {
  const { at, fate } = done;
  const { api } = view.context;
  const place = { lang: view.lang, name: at.name, key: at.key };
  if (fate === "rejected") return void (await api("terms/triage", { do: "reject", ...place }));
  const renderings = fate === "accepted" ? at.chosen : {};
  const made = await api("terms/triage", { do: "accept", ...place, kind: at.kind, renderings });
  [done.id, done.change] = [made.id, made.change];
  if (fate === "merged") done.merged = (await api("terms/act", { do: "merge", into: at.into.id, concept: done.id })).change;
  else view.heads?.push({ id: done.id, head: at.name, words: [at.name] });
  view.context.held.delete("list");
  return undefined;
}

/** One after the other, in the order they were decided. */
function send(view, done, does) {
  view.waiting += 1;
  view.sending = view.sending
    .then(does)
    .catch((error) => failed(view, done, sentenceOf(error)))
    .finally(() => {
      view.waiting -= 1;
      if (!view.stopped) view.host.dataset.waiting = view.waiting;
    });
}

function failed(view, done, sentence) {
  const { at } = done;
  view.acts = view.acts.filter((one) => one !== done);
  Object.assign(at, { fate: done.was ?? "", error: sentence });
  if (view.stopped) return;
  view.tell(t("“{term}” is as it was: {why}", { term: at.name, why: sentence }), "bad");
  paint(view);
}

/** Take the last act back; the candidate is at work again. */
function undo(view) {
  const done = view.acts.pop();
  if (!done) return view.tell(t("There is nothing to undo."));
  return takeBack(view, done);
}

function restore(view, at) {
  if (!mayDecide(view)) return;
  const done = view.acts.find((one) => one.at === at) ?? { at, fate: at.fate };
  view.acts = view.acts.filter((one) => one !== done);
  takeBack(view, done);
}

function takeBack(view, done) {
  const { at, fate } = done;
  Object.assign(at, { fate: "", error: "" });
  view.tell(t("“{term}” is open again.", { term: at.name }));
  show(view, at);
  send(view, { at, was: fate }, async () => {
    const { api } = view.context;
    if (fate === "rejected") await api("terms/triage", { do: "restore", lang: view.lang, name: at.name, key: at.key });
    if (done.merged) await api("terms/act", { do: "undo", change: done.merged });
    if (done.change) await api("terms/act", { do: "undo", change: done.change });
    view.heads = view.heads?.filter(({ id }) => id !== done.id) ?? null;
    view.context.held.delete("list");
    if (at.old && !view.stopped) view.load();
  });
}
