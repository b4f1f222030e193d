/** The glossary as a list: a line a concept, its terms in each language, and what wants to be looked at. */
import { h, scroller, sign } from "./dom.js";
import { chips, matcher, read } from "./terms-filter.js";
import { drawFoot, keycap, listen, showKeys } from "./terms-keys.js";
import { drawNew } from "./terms-add.js";
import { button, chosenLanguages, languageOf, languagePicker, number, sentenceOf, textOf, under } from "./terms-parts.js";
import { t } from "./words.js";

const MANY = 100; // Lines that are drawn at once; more as somebody comes near the end.

/** Show the list; returns how to leave it. */
export function mount(host, context) {
  const view = { host, context, locale: context.data.locale, langs: chosenLanguages(context, 4), drawn: 0, some: [], stopped: false };
  draw(view);
  const off = listen(host, "list", (id) => act(view, id));
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more(view), { rootMargin: "600px" });
  watch.observe(view.end);
  load(view);
  return () => {
    view.stopped = true;
    off();
    watch.disconnect();
  };
}

function draw(view) {
  const { context, host } = view;
  view.facts = h("span", { class: "q num" });
  view.work = h("span", { class: "num" });
  view.filter = h("input", { type: "search", class: "filter", value: context.query.q ?? "", placeholder: t("Words, or state: lang: kind: look:"), "aria-label": t("Filter"), autocomplete: "off", spellcheck: "false", dir: "auto", oninput: () => filtered(view), onkeydown: (event) => leaveFilter(view, event) });
  view.chips = h("div", { class: "chips" });
  view.count = h("span", { class: "q sm num", role: "status" });
  view.head = h("tr", {});
  view.body = h("tbody", {});
  view.fresh = h("div", { class: "fresh", hidden: true });
  view.table = h("table", { class: "glossary", "aria-label": t("Glossary") }, h("thead", {}, view.head), view.body);
  view.end = h("div", { class: "end" });
  view.empty = h("div", { class: "nothing", hidden: true });
  view.picker = h("span", {});
  const link = (query, label, ...more) => h("a", { href: query }, t(label), ...more);
  const ways = h("nav", { class: "ways", "aria-label": t("More of the glossary") },
    link("?view=candidates", "Candidates"), link("?view=work", "Worklist", " ", view.work),
    link("?view=concordance", "Concordance"), link("?view=files", "Import, export"));
  view.add = button([t("New term"), keycap("new", "list")], "", () => begin(view), { hidden: true });
  const main = h("main", { class: "page" },
    h("div", { class: "top" }, h("h1", {}, t("Glossary")), view.facts, ways),
    h("div", { class: "line" }, view.filter, view.count, h("span", { class: "push" }), view.picker, view.add),
    view.chips, view.fresh, view.table, view.empty, view.end);
  host.replaceChildren(main, drawFoot(view, "list"));
  pick(view);
}

function pick(view) {
  if (view.context.data.targets.length < 2) return;
  view.picker.replaceChildren(languagePicker(view.context, view.langs, (some) => {
    view.langs = some;
    paint(view);
  }));
}

async function load(view) {
  const { context } = view;
  if (context.held.has("list")) show(view, context.held.get("list"));
  try {
    const page = await context.api("terms/list");
    context.held.set("list", page);
    if (!view.stopped) show(view, page);
  } catch (error) {
    if (!view.stopped) failed(view, error);
  }
}

function failed(view, error) {
  const sentence = sentenceOf(error);
  if (view.page) return view.tell(sentence, "bad", button(t("Try again"), "k", () => load(view)));
  view.table.hidden = true;
  view.empty.hidden = false;
  view.empty.replaceChildren(h("div", { class: "msg", role: "alert" }, sign("error", sentence), button(t("Try again"), "k", () => load(view))));
  return view.context.ready("list");
}

function show(view, page) {
  const first = !view.page;
  const focused = view.host.getRootNode().activeElement?.closest?.("tr")?.dataset.concept;
  view.page = page;
  view.add.hidden = !(page.may || page.rights[page.source]);
  const tasks = page.concepts.reduce((sum, one) => sum + one.columns.reduce((all, column) => all + column.tasks, 0), 0);
  view.work.textContent = tasks ? number(tasks, view.locale) : "";
  const size = page.concepts.length;
  view.facts.textContent = size === 1 ? t("1 term") : t("{n} terms", { n: number(size, view.locale) });
  paint(view, view.drawn);
  const wanted = focused ?? (first ? view.context.held.get("last") : null);
  if (wanted) focusOn(view, wanted);
  removed(view);
  view.context.ready("list");
}

/** A concept was just taken out of the glossary: say so, with the way back. */
function removed(view) {
  const { context } = view;
  const gone = context.held.get("removed");
  if (!gone || view.page.concepts.some((one) => one.id === gone.id)) return;
  context.held.delete("removed");
  const way = button(t("Undo"), "k", () => takeBack(view, gone));
  view.tell(t("“{term}” is removed.", { term: gone.head }), "", way);
  way.focus();
}

async function takeBack(view, { id, change }) {
  try {
    await view.context.api("terms/act", { do: "undo", change });
    await load(view);
    focusOn(view, id);
    view.tell(t("Taken back."));
  } catch (error) {
    view.tell(sentenceOf(error), "bad");
  }
}

/** Draw what the filter lets through, as many lines as were there. */
function paint(view, least = 0) {
  const { page, context } = view;
  if (!page) return;
  view.asked = read(view.filter.value, context.data.targets);
  view.shown = view.asked.langs.length ? view.asked.langs : view.langs;
  const passes = matcher(view.asked, view.shown);
  view.some = page.concepts.filter(passes);
  view.drawn = 0;
  view.body.replaceChildren();
  view.head.replaceChildren(h("th", { scope: "col" }, languageOf(context, page.source).name),
    ...view.shown.map((tag) => h("th", { scope: "col", ...textOf(context, tag, null) }, languageOf(context, tag).name)),
    h("th", { scope: "col", class: "end" }, t("Occurrences")));
  more(view, Math.max(MANY, least));
  const filtering = view.filter.value.trim() !== "";
  view.count.textContent = filtering ? t("{n} of {all}", { n: number(view.some.length, view.locale), all: number(page.concepts.length, view.locale) }) : "";
  view.chips.replaceChildren(...chips(page.concepts, view.shown, view.asked, (word) => turn(view, word), view.locale));
  empty(view, filtering);
}

function empty(view, filtering) {
  const none = !view.some.length;
  view.table.hidden = none;
  view.empty.hidden = !none;
  if (!none) return;
  const sentence = filtering ? t("No term matches {filter}.", { filter: view.filter.value.trim() }) : t("No term is in the glossary yet. Take some from the candidates, or add one.");
  const way = filtering ? button(t("Clear the filter"), "", () => turn(view, null)) : h("a", { class: "btn go", href: "?view=candidates" }, t("See the candidates"));
  view.empty.replaceChildren(h("p", { class: "t" }, sentence), h("div", { class: "acts" }, way));
}

function more(view, some = MANY) {
  const next = view.some.slice(view.drawn, view.drawn + some);
  view.drawn += next.length;
  view.body.append(...next.map((one) => row(view, one)));
}

function row(view, one) {
  const { context, page, locale } = view;
  const about = [one.kind === "term" ? "" : t(one.kind), one.subject].filter(Boolean).join(" · ");
  const head = h("a", { ...textOf(context, page.source, "t head"), href: `?concept=${encodeURIComponent(one.id)}` }, one.head);
  const cells = view.shown.map((tag) => cell(view, one, tag));
  const texts = one.texts === 1 ? t("in 1 text") : t("in {n} texts", { n: number(one.texts, locale) });
  return h("tr", { "data-concept": one.id },
    h("th", { scope: "row" }, head, about && h("span", { class: "q sm" }, about)), ...cells,
    h("td", { class: "end num", "data-l": t("Occurrences") }, number(one.occurrences, locale), one.occurrences ? h("span", { class: "q sm" }, texts) : null));
}

const STATES = { open: "untranslated", proposed: "needs-work", decided: "reviewed" };

function cell(view, one, tag) {
  const { context, locale } = view;
  const column = one.columns.find((some) => some.lang === tag) ?? { terms: [], decision: "open", look: 0, tasks: 0 };
  const [first] = column.terms;
  const state = sign(`${STATES[column.decision]} calm`, t(column.decision));
  const look = column.look ? h("a", { class: "s look num", href: `?concept=${encodeURIComponent(one.id)}&langs=${tag}`, title: t("{n} to look at", { n: column.look }) }, number(column.look, locale), h("span", { class: "sr" }, t("to look at"))) : null;
  const tasks = column.tasks ? h("a", { class: "sm num", href: `?${new URLSearchParams({ view: "work", concept: one.id, lang: tag })}` }, t("{n} on the worklist", { n: number(column.tasks, locale) })) : null;
  const term = first && h("div", textOf(context, tag), first);
  return h("td", { "data-l": tag, dir: languageOf(context, tag).dir }, term ?? null, under(column.decision === "decided" ? h("span", { class: "sr" }, t("decided")) : state, look, tasks));
}

// The filter

function filtered(view) {
  view.context.query.q = view.filter.value.trim();
  view.context.point(view.context.query);
  paint(view);
}

/** Put a word into the filter, or take it out; null clears it. */
function turn(view, word) {
  const words = view.filter.value.split(/\s+/).filter(Boolean);
  const others = words.filter((one) => one !== word);
  view.filter.value = word === null ? "" : (others.length < words.length ? others : [...words, word]).join(" ");
  filtered(view);
  if (word === null) view.filter.focus();
}

function leaveFilter(view, event) {
  if (event.isComposing || !["ArrowDown", "Enter", "Escape"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "Escape" && view.filter.value) return void turn(view, null);
  step(view, 0);
}

// Keys

function act(view, id) {
  const { context } = view;
  const does = {
    next: () => step(view, 1),
    previous: () => step(view, -1),
    open: () => false,
    filter: () => view.filter.focus(),
    new: () => begin(view),
    candidates: () => context.go({ view: "candidates" }),
    work: () => context.go({ view: "work" }),
    concordance: () => context.go({ view: "concordance" }),
    files: () => context.go({ view: "files" }),
    keys: () => showKeys(view.host, "list"),
  };
  return does[id]();
}

const heads = (view) => [...view.body.querySelectorAll("a.head")];

/** Go to another line: from where the focus is, else from the first. */
function step(view, by) {
  const now = view.host.getRootNode().activeElement?.closest?.("tr[data-concept]")?.querySelector("a.head");
  const all = heads(view);
  const at = now ? all.indexOf(now) + by : 0;
  if (at >= all.length) more(view);
  const next = heads(view)[Math.max(0, at)];
  if (!next) return;
  next.focus({ preventScroll: true });
  const bar = next.closest("tr").getBoundingClientRect();
  if (bar.top < 120 || bar.bottom > window.innerHeight - 60) next.closest("tr").scrollIntoView({ block: "center", behavior: "instant" });
}

function focusOn(view, id) {
  const place = view.some.findIndex((one) => one.id === id);
  if (place >= view.drawn) more(view, place - view.drawn + 1);
  const line = [...view.body.rows].find((one) => one.dataset.concept === id);
  line?.querySelector("a.head").focus({ preventScroll: true });
  return line;
}

function begin(view) {
  if (view.add.hidden) return;
  const { scrollTop } = scroller(view.host);
  drawNew(view, {
    done: async ({ id, change }, text) => {
      view.filter.value = "";
      view.context.query.q = "";
      view.context.point(view.context.query);
      await load(view);
      focusOn(view, id)?.scrollIntoView({ block: "center", behavior: "instant" });
      view.tell(t("“{term}” is in the glossary.", { term: text }), "", h("a", { href: `?concept=${encodeURIComponent(id)}` }, t("Open")), ...(change && view.page.may ? [button(t("Undo"), "k", () => takeBack(view, { id, change }))] : []));
    },
    leave: () => {
      scroller(view.host).scrollTo({ top: scrollTop, behavior: "instant" });
      step(view, 0);
    },
  });
}
