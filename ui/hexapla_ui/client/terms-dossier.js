/** A concept's dossier: what it is, every occurrence with its verdicts, what is decided, and what is said about it. */
import { h } from "./dom.js";
import { drawAside, paintAside } from "./terms-decide.js";
import { paintFacts, describe } from "./terms-describe.js";
import { capsOf, drawFoot, listen, showKeys } from "./terms-keys.js";
import { button, chosenLanguages, languageOf, languagePicker, number, sentenceOf } from "./terms-parts.js";
import { leave } from "./terms-impact.js";
import { goHome, keptPlace, openHere, paintTable, stepCell, stepLine } from "./terms-table.js";
import { askWaiver } from "./terms-waive.js";
import { t } from "./words.js";

/** Show the dossier that the address names; returns how to leave it. */
export function mount(host, context) {
  const id = context.query.concept;
  context.held.set("last", id);
  const view = { host, context, id, locale: context.data.locale, langs: chosenLanguages(context, 2), open: new Map(), at: null, touched: null, reading: null, stopped: false };
  view.at = keptPlace(view);
  view.reload = () => load(view);
  view.read = (touched) => read(view, touched);
  view.act = (body, said, more) => perform(view, body, said, more);
  const off = listen(host, "dossier", (does, event) => act(view, does, event));
  draw(view);
  load(view);
  return () => {
    view.stopped = true;
    off();
  };
}

function draw(view) {
  view.facts = h("div", { class: "facts" });
  view.counts = h("div", { class: "line counts" });
  view.table = h("div", { class: "occurrences" });
  view.aside = drawAside(view);
  view.main = h("main", { class: "page", hidden: true }, view.facts, h("div", { class: "split" }, h("section", { "aria-label": t("Occurrences") }, view.counts, view.table), view.aside));
  view.fail = h("div", { class: "empty", role: "alert", hidden: true });
  view.host.replaceChildren(view.main, view.fail, drawFoot(view, "dossier"));
}

async function load(view) {
  const { context } = view;
  const slow = setTimeout(() => view.table.setAttribute("aria-busy", "true"), 400);
  try {
    const page = await context.api(`terms/concept?${new URLSearchParams({ id: view.id })}`);
    if (!view.stopped) paint(view, page);
  } catch (error) {
    if (view.stopped) return;
    const again = button(t("Try again"), view.page ? "k" : "", () => load(view));
    if (view.page) return void view.tell(sentenceOf(error), "bad", again);
    view.fail.hidden = false;
    view.fail.replaceChildren(h("p", { class: "t" }, sentenceOf(error)), h("div", { class: "acts" }, again, h("a", { class: "btn", href: "?" }, t("Glossary"))));
    context.ready("concept");
  } finally {
    clearTimeout(slow);
    view.table.removeAttribute("aria-busy");
  }
}

function paint(view, page) {
  const first = !view.page;
  view.page = page;
  view.fail.hidden = true;
  view.main.hidden = false;
  if (!view.describing) paintFacts(view);
  paintCounts(view);
  const asking = view.table.querySelector("tr.ask")?.contains(view.host.getRootNode().activeElement);
  paintTable(view);
  if (asking) askWaiver(view); // What is typed there is kept.
  paintAside(view);
  view.context.ready(`concept:${view.id}`);
  if (first && window.innerWidth > 700 && view.host.getRootNode().activeElement === null) stepLine(view, 0);
}

/** The line above the table: what stands there, and for each language how the renderings are. */
function paintCounts(view) {
  const { page, context, locale, langs, reading } = view;
  if (reading) {
    const title = t("{n} units to read again", { n: number(reading.entries.length, locale) });
    const back = button([t("Back to the occurrences"), capsOf("Escape")], "k", () => view.read(null));
    return view.counts.replaceChildren(h("h2", {}, title), h("span", { class: "push" }), back);
  }
  const counts = langs.map((tag) => {
    const of = page.counts[tag] ?? {};
    const some = [["confirmed", t("{n} confirmed", { n: number(of.confirmed ?? 0, locale) })], ["plausible", t("{n} plausible", { n: number(of.plausible ?? 0, locale) })], ["look", t("{n} to look at", { n: number(of.look ?? 0, locale) })]];
    const said = some.filter(([name]) => of[name]).map(([, words]) => words);
    return h("span", { class: "q sm num" }, h("bdi", { lang: tag }, languageOf(context, tag).name), `: ${said.join(", ") || t("nothing yet")}`);
  });
  const picker = context.data.targets.length > 1 ? languagePicker(context, langs, (some) => choose(view, some)) : null;
  if (picker && view.counts.querySelector(".picker")?.open) picker.open = true;
  return view.counts.replaceChildren(h("h2", {}, t("Occurrences")), ...counts, h("span", { class: "push" }), picker ?? "");
}

/** Other languages: the picker stays as it is, everything else is drawn for them. */
function choose(view, some) {
  view.langs = some;
  const picker = view.counts.querySelector(".picker");
  const focused = picker.querySelector(":focus")?.value;
  paintCounts(view);
  view.counts.querySelector(".picker").open = true;
  view.counts.querySelector(`.picker input[value="${focused}"]`)?.focus();
  paintTable(view);
  paintAside(view);
}

/** Read the units that a decision would touch in the place of the occurrences; null goes back to those. */
function read(view, touched) {
  if (view.reading === touched) return;
  if (!view.reading) view.before = view.at; // Whoever comes back stands where they stood.
  view.reading = touched;
  view.at = touched ? null : view.before;
  paintCounts(view);
  paintTable(view);
  stepLine(view, 0);
}

/** Carry out an act on the glossary, say so, with Undo, and draw what has become of it; `taken` is called once the desk has it, `also` are changes before it that are undone with it. Throws. */
async function perform(view, body, said, { ways = [], also = [], taken = () => {} } = {}) {
  const { context } = view;
  const { change } = await context.api("terms/act", { concept: view.id, ...body });
  context.held.delete("list");
  taken();
  if (view.stopped) return change;
  const undo = change ? button(t("Undo"), "k", () => takeBack(view, [change, ...also])) : "";
  view.tell(change ? said : t("Nothing was changed."), "", ...ways, undo);
  await load(view);
  if (!view.stopped) settle(view, ["decide", "withdraw"].includes(body.do));
  return change;
}

/** What had the focus was drawn anew: it goes to the term that is open, else, and after a decision, to the line at work. */
function settle(view, decided = false) {
  const active = view.host.getRootNode().activeElement;
  if (decided) {
    active?.blur(); // The keys of the page are heard beside a form, not in it.
    return goHome(view);
  }
  if (active) return undefined;
  const term = view.decisions.querySelector("[aria-expanded='true']");
  return term ? term.focus({ preventScroll: true }) : goHome(view);
}

async function takeBack(view, changes) {
  try {
    for (const change of changes) await view.context.api("terms/act", { do: "undo", change });
    view.context.held.delete("list");
    view.read(null);
    if (view.touched) view.weighed(null);
    view.tell(t("Taken back."));
    await load(view);
    settle(view);
  } catch (error) {
    view.tell(sentenceOf(error), "bad");
  }
}

function act(view, id, event) {
  const { context, page } = view;
  if (!page) return id === "glossary" ? context.go({}) : false;
  const inTable = view.table.contains(event.composedPath()[0]);
  const does = {
    next: () => stepLine(view, inTable ? 1 : 0),
    previous: () => stepLine(view, inTable ? -1 : 0),
    right: () => inTable && stepCell(view, 1),
    left: () => inTable && stepCell(view, -1),
    open: () => inTable && openHere(view),
    waive: () => askWaiver(view),
    prefer: () => view.begin("prefer"),
    comment: () => view.begin("comment"),
    describe: () => describe(view),
    "concept-next": () => page.next && context.go({ concept: page.next }),
    "concept-back": () => page.previous && context.go({ concept: page.previous }),
    glossary: () => context.go({}),
    concordance: () => context.go({ view: "concordance", q: page.head }),
    back: () => back(view),
    keys: () => showKeys(view.host, "dossier"),
  };
  return does[id]() === false ? false : undefined;
}

/** Close what was opened last: the units that are read, a decision that is weighed. */
function back(view) {
  if (view.reading) view.read(null);
  else if (view.touched) leave(view, view.touched);
  else return false;
  return true;
}
