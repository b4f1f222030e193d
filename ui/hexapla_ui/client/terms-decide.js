/** The side of a dossier: what is decided in each language, what another decision would touch, and what is said. */
import { h } from "./dom.js";
import { drawImpact, weigh } from "./terms-impact.js";
import { capsOf } from "./terms-keys.js";
import { button, keeps, labelled, languageOf, languagesOf, number, sectionOf, sends, textOf, when, wrongLine } from "./terms-parts.js";
import { paintTalk } from "./terms-talk.js";
import { drawTerm, nameOf } from "./terms-term.js";
import { goHome } from "./terms-table.js";
import { t } from "./words.js";

/** Draw the frame; gives the view `begin`, which opens a form, and `weighed`, which shows what a decision touches. */
export function drawAside(view) {
  view.decisions = h("section", { class: "decisions", "aria-label": t("Decisions") });
  view.impact = h("div", { class: "impact" });
  view.talk = h("section", { class: "talk", "aria-label": t("Discussion") });
  view.unfolded = ""; // The term whose form is open: its name.
  view.asking = ""; // The language in which another term is asked for.
  view.begin = (what) => begin(view, what);
  view.weighed = (touched, focus = true) => weighed(view, touched, focus);
  view.weigh = (lang, term, texts, words, ways) => weigh(view, lang, term, texts, words, ways);
  return h("aside", { class: "side" }, view.decisions, view.impact, view.talk);
}

/** Draw what the page says now. */
export function paintAside(view) {
  paintDecisions(view);
  paintTalk(view);
}

const ORDER = ["preferred", "admitted", null, "superseded", "deprecated"];

function paintDecisions(view) {
  const { decisions } = view;
  const rows = languagesOf(view).flatMap((lang) => rowsOf(view, lang));
  const back = holdField(view);
  decisions.replaceChildren(h("h2", {}, t("Decisions")), h("table", {}, h("tbody", {}, ...rows)));
  back();
}

/** Somebody may be typing while the rows are drawn anew: returns how to give them field and caret back. */
function holdField(view) {
  const { decisions } = view;
  const fields = () => [...decisions.querySelectorAll("input, textarea, select")];
  const active = view.host.getRootNode().activeElement;
  const nth = fields().indexOf(active);
  const { selectionStart, selectionEnd } = active ?? {};
  return () => {
    const field = nth < 0 ? null : fields()[nth];
    if (!field) return;
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus({ preventScroll: true });
    if (field.matches("textarea, input:not([type=checkbox])")) field.setSelectionRange(selectionStart, selectionEnd);
  };
}

function rowsOf(view, lang) {
  const { context } = view;
  const terms = [...sectionOf(view, lang).terms].sort((one, two) => ORDER.indexOf(one.status) - ORDER.indexOf(two.status));
  const name = (nth) => h("th", { scope: "row", class: "sm q", lang }, nth ? "" : languageOf(context, lang).name);
  const rows = terms.flatMap((term, nth) => termRows(view, lang, term, name(nth)));
  const other = view.asking === lang ? h("tr", { class: "form" }, h("td", { colspan: 2 }, askOther(view, lang))) : h("tr", { class: "other" }, name(terms.length), h("td", {}, button(terms.length ? t("Another term") : t("Propose a term"), "bare link", () => ask(view, lang))));
  return [...rows, other];
}

function termRows(view, lang, term, name) {
  const id = nameOf(lang, term);
  const open = view.unfolded === id;
  const tag = { preferred: "b", deprecated: "del", superseded: "del" }[term.status] ?? "span";
  const press = () => {
    view.unfolded = open ? "" : id;
    paintDecisions(view);
    view.decisions.querySelector(`[data-term="${CSS.escape(id)}"]`)?.focus();
  };
  const head = h("button", { type: "button", class: "termof", "data-term": id, "aria-expanded": String(open), onclick: press }, h(tag, textOf(view.context, lang), term.text));
  const row = h("tr", { class: open ? "open" : null }, name, h("td", {}, head, h("div", { class: "q sm" }, ...about(view, lang, term))));
  return open ? [row, h("tr", { class: "form" }, h("td", { colspan: 2 }, drawTerm(view, lang, term)))] : [row];
}

/** The quiet line below a term: its status, who decided it when and why, and where it holds. */
function about(view, lang, term) {
  const { log } = sectionOf(view, lang);
  const own = log.filter((step) => step.term === term.text);
  const act = term.status ? "decided" : "proposed";
  const steps = own.filter((one) => one.act === act);
  const step = steps.findLast((one) => one.status === term.status) ?? steps.at(-1); // It may be decided otherwise for other texts.
  const names = view.page.names;
  const by = step ? names[step.by] ?? step.by : "";
  const status = term.status ? t(term.status) : by ? t("proposed by {name}", { name: by }) : t("proposed");
  const said = own.filter((one) => one.act === "discussed").length;
  const titles = term.texts.map((slug) => view.context.data.texts.find((one) => one.slug === slug)?.title ?? slug);
  const first = `${status}${term.note ? `, ${term.note}` : ""}${step?.words ? `: ${step.words}` : ""}`;
  const rest = [
    term.status && by ? `${by}, ${when(step.at, view.locale)}` : "",
    said ? (said === 1 ? t("1 comment") : t("{n} comments", { n: number(said, view.locale) })) : "",
    titles.length ? t("only in {texts}", { texts: titles.join(", ") }) : "",
    term.keep ? t("do not translate") : "",
    term.exact_case ? t("capitals count") : "",
  ].filter(Boolean);
  const forms = term.forms.length ? [" · ", h("span", { lang, dir: languageOf(view.context, lang).dir }, term.forms.join(", "))] : [];
  return [[first, ...rest].join(" · "), ...forms];
}

// Another term

function ask(view, lang) {
  view.asking = lang;
  view.unfolded = "";
  paintDecisions(view);
  const field = view.decisions.querySelector("tr.form input");
  field?.scrollIntoView({ block: "nearest", behavior: "instant" });
  field?.focus();
}

/** The form in which another term is named: to propose it, or to see what preferring it would touch. */
function askOther(view, lang) {
  const { context, id, page } = view;
  const text = h("input", { ...textOf(context, lang, "t"), maxlength: 200, autocomplete: "off", spellcheck: "true" });
  const words = h("input", { maxlength: 4000, autocomplete: "off", dir: "auto" });
  const forget = [keeps(context, `term:${id}:${lang}`, text), keeps(context, `term:${id}:${lang}:why`, words)];
  const may = page.rights[lang];
  const wrong = wrongLine();
  const others = sectionOf(view, lang).terms.filter((one, nth, all) => one.status !== "preferred" && all.findIndex(({ text }) => text === one.text) === nth);
  const choices = may && others.length ? h("div", { class: "acts" }, ...others.map((one) => button(h("span", textOf(context, lang, ""), one.text), "k", () => pick(one.text)))) : null;
  const leave = () => {
    view.asking = "";
    paintDecisions(view);
    goHome(view);
  };
  const propose = async () => {
    const term = text.value.trim();
    if (!term) return void text.focus();
    view.asking = "";
    try {
      await view.act({ do: "propose", lang, text: term, words: words.value.trim() }, t("“{term}” is proposed.", { term }), { taken: () => forget.forEach((one) => one()) });
    } catch (error) {
      view.asking = lang;
      throw error;
    }
  };
  const pick = (term) => {
    text.value = term;
    text.dispatchEvent(new Event("input")); // It is kept as if it had been typed.
    go();
  };
  const weigh = async () => {
    const term = text.value.trim();
    if (!term) return void text.focus();
    await view.weigh(lang, term, [], words.value.trim(), { taken: () => forget.forEach((one) => one()), back: () => ask(view, lang) });
    view.asking = "";
    paintDecisions(view);
  };
  const proposing = may ? button(t("Propose"), "", () => send(propose)) : h("button", { type: "submit", class: "btn go" }, t("Propose"), capsOf("Enter"));
  const form = h("form", { class: "stack", "aria-label": t("Another term") },
    choices, labelled(t("Another term in {language}", { language: languageOf(context, lang).name }), text), labelled(t("Why"), words),
    h("div", { class: "acts" }, may ? h("button", { type: "submit", class: "btn go" }, t("See what it would touch"), capsOf("Enter")) : null, proposing, button([t("Back"), capsOf("Escape")], "bare", leave)), wrong);
  let what = may ? weigh : propose;
  const go = sends(form, wrong, () => what(), leave);
  const send = async (does) => {
    what = does;
    await go();
    what = may ? weigh : propose;
  };
  return form;
}

function begin(view, what) {
  const lang = view.at?.lang ?? view.langs[0];
  if (what === "prefer") return ask(view, lang);
  const field = view.talk.querySelector("textarea");
  const choice = view.talk.querySelector("select");
  if (choice && view.at?.lang) choice.value = view.at.lang;
  field?.scrollIntoView({ block: "nearest", behavior: "instant" });
  return field?.focus();
}

/** Show what a decision would touch; null takes it away. */
function weighed(view, touched, focus) {
  view.touched = touched;
  view.impact.replaceChildren(...(touched ? [drawImpact(view, touched)] : []));
  if (!touched) goHome(view);
  else if (focus) view.impact.querySelector(".go")?.focus();
}
