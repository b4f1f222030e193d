/** The concordance: words in all their forms, over all texts, and what stands for them in the other languages. */
import { h } from "./dom.js";
import { drawFoot, listen, showKeys } from "./terms-keys.js";
import { button, chosenLanguages, editorAt, languageOf, languagePicker, number, plainly, sentenceOf, textOf, words } from "./terms-parts.js";
import { t } from "./words.js";

const LONG = 200; // Characters of a whole unit that a line shows; the others are a click away.

/** Show the concordance of the words in the address; returns how to leave it. */
export function mount(host, context) {
  const { source, targets } = context.data;
  const asked = context.query.lang;
  const view = { host, context, locale: context.data.locale, langs: chosenLanguages(context, 2), lang: [source, ...targets].includes(asked) ? asked : source, page: null, at: -1, stopped: false, turn: 0 };
  draw(view);
  const off = listen(host, "concordance", (id, event) => act(view, id, event));
  if (view.field.value.trim()) search(view);
  else {
    view.field.focus();
    context.ready("concordance");
  }
  return () => {
    view.stopped = true;
    off();
  };
}

function draw(view) {
  const { context, host } = view;
  const { source, targets } = context.data;
  view.field = h("input", { type: "search", class: "filter t", maxlength: 100, value: context.query.q ?? "", lang: view.lang, dir: "auto", autocomplete: "off", spellcheck: "false", "aria-label": t("Words to look for"), placeholder: t("Words to look for"), onkeydown: (event) => leaveField(view, event) });
  view.choice = h("select", { "aria-label": t("Language"), onchange: () => turned(view) }, ...[source, ...targets].map((tag) => h("option", { value: tag, selected: tag === view.lang }, languageOf(context, tag).name)));
  view.count = h("span", { class: "q sm num", role: "status" });
  view.body = h("div", { class: "occurrences" });
  const picker = targets.length > 1 ? languagePicker(context, view.langs, (some) => {
    view.langs = some;
    if (view.page) paint(view);
  }) : null;
  const form = h("form", { class: "line", role: "search", onsubmit: (event) => (event.preventDefault(), search(view)) }, view.field, view.choice, h("button", { type: "submit", class: "btn" }, t("Look for it")), view.count, h("span", { class: "push" }), picker);
  const main = h("main", { class: "page" },
    h("nav", { class: "sm q crumbs", "aria-label": t("Glossary") }, h("a", { href: "?" }, t("Glossary")), " › ", t("Concordance")),
    h("div", { class: "heading" }, h("h1", {}, t("Concordance")), h("span", { class: "q" }, t("Words are found in all their forms. … stands for a few others."))),
    form, view.body);
  host.replaceChildren(main, drawFoot(view, "concordance"));
}

function turned(view) {
  view.lang = view.choice.value;
  view.field.lang = view.lang;
  if (view.field.value.trim()) search(view);
}

async function search(view) {
  const { context } = view;
  const q = view.field.value.trim();
  if (!q) return void view.field.focus();
  const turn = (view.turn += 1);
  Object.assign(context.query, { view: "concordance", q, lang: view.lang });
  context.point(context.query);
  const slow = setTimeout(() => view.body.setAttribute("aria-busy", "true"), 400);
  try {
    const page = await context.api(`terms/concordance?${new URLSearchParams({ q, lang: view.lang })}`);
    if (view.stopped || turn !== view.turn) return;
    view.page = page;
    view.at = -1;
    view.tell("");
    paint(view);
  } catch (error) {
    if (!view.stopped && turn === view.turn) view.tell(sentenceOf(error), "bad", button(t("Try again"), "k", () => search(view)));
  } finally {
    clearTimeout(slow);
    view.body.removeAttribute("aria-busy");
    if (!view.stopped) context.ready("concordance");
  }
}

function paint(view) {
  const { context, page, locale, lang } = view;
  const n = page.lines.length;
  view.count.textContent = page.more ? t("the first {n} places", { n: number(n, locale) }) : n === 1 ? t("1 place") : t("{n} places", { n: number(n, locale) });
  if (!n) return view.body.replaceChildren(h("div", { class: "nothing" }, h("p", { class: "t" }, t("No form of “{words}” stands in {language}.", { words: page.q, language: languageOf(context, lang).name }))));
  const { source } = context.data;
  const others = [source, ...view.langs].filter((tag) => tag !== lang);
  const heads = [h("th", { scope: "col" }, t("Place")), ...[lang, ...others].map((tag) => h("th", { scope: "col", ...textOf(context, tag, null) }, languageOf(context, tag).name))];
  const rows = page.lines.map((line) => {
    const where = lang === source ? (view.langs[0] ?? context.data.targets[0]) : lang;
    const place = h("a", { class: "open", href: editorAt(line.slug, where, line.unit), target: "_self" }, [line.title, line.n].filter(Boolean).join(" "));
    return h("tr", { "data-unit": line.unit }, h("td", { class: "sm place" }, place), h("td", { "data-l": lang, dir: languageOf(context, lang).dir }, h("div", textOf(context, lang), ...words(line.cut))),
      ...others.map((tag) => h("td", { "data-l": tag, dir: languageOf(context, tag).dir, "data-none": !line.other[tag] }, line.other[tag] ? h("div", textOf(context, tag, "t q"), ...plainly(short(line.other[tag]))) : h("span", { class: "q" }, "–"))));
  });
  const table = h("table", { class: "kwic occ plain", "data-n": others.length, "aria-label": t("Concordance") }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...rows));
  return view.body.replaceChildren(h("div", { class: "scroll" }, table));
}

function short(text) {
  return text.length > LONG ? `${text.slice(0, LONG).replace(/\s+\S*$/, "")} …` : text;
}

function leaveField(view, event) {
  if (event.isComposing) return;
  if (event.key === "ArrowDown") step(view, 0);
  else if (event.key === "Escape" && view.page) step(view, 0);
  else return;
  event.preventDefault();
}

function step(view, by) {
  const links = [...view.body.querySelectorAll("a.open")];
  const now = links.indexOf(view.host.getRootNode().activeElement);
  const next = links[Math.max(0, Math.min(now < 0 ? Math.max(view.at, 0) : now + by, links.length - 1))];
  if (!next) return;
  view.at = links.indexOf(next);
  next.focus({ preventScroll: true });
  const { top, bottom } = next.closest("tr").getBoundingClientRect();
  if (top < 110 || bottom > window.innerHeight - 60) next.closest("tr").scrollIntoView({ block: "center", behavior: "instant" });
}

function act(view, id) {
  const does = {
    next: () => step(view, 1),
    previous: () => step(view, -1),
    open: () => false,
    filter: () => view.field.select(),
    glossary: () => view.context.go({}),
    keys: () => showKeys(view.host, "concordance"),
  };
  return does[id]();
}
