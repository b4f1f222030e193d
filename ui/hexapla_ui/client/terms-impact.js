/** What preferring another term would touch: how many units, how far those are, and the forms, old and new. */
import { h, sign } from "./dom.js";
import { button, editorAt, languageOf, number, plainly, sentenceOf, textOf, wrongLine } from "./terms-parts.js";
import { t } from "./words.js";

const SOME = 5; // Forms that the panel shows; the others are read in their units.
const STATES = ["needs-work", "translated", "reviewed", "approved"];

/** Ask the desk what a decision would touch, and show it; `taken` is called once it is decided, `back` where it is left. */
export async function weigh(view, lang, term, texts = [], words = "", { taken, back } = {}) {
  const query = { id: view.id, lang, term, ...(texts.length ? { texts: texts.join(",") } : {}) };
  const touched = await view.context.api(`terms/impact?${new URLSearchParams(query)}`);
  if (!view.stopped) view.weighed({ ...touched, limited: texts, words, taken, back });
}

/** The panel. */
export function drawImpact(view, touched) {
  const { context, locale } = view;
  const { lang, term, entries } = touched;
  const title = t("If {term} were preferred").split("{term}");
  const heading = h("h2", {}, title[0], h("span", textOf(context, lang, "t"), term), title[1]);
  const n = number(entries.length, locale);
  const texts = touched.texts === 1 ? t("1 text") : t("{n} texts", { n: number(touched.texts, locale) });
  const size = entries.length === 1 ? t("1 unit in 1 text would have to be read again.") : t("{n} units in {texts} would have to be read again.", { n, texts });
  const states = STATES.filter((state) => touched.states[state]).map((state) => sign(state, `${t(state.replace("-", " "))} ${number(touched.states[state], locale)}`));
  const rows = entries.slice(0, SOME).map((one) => h("tr", {},
    h("td", { class: "sm" }, h("a", { href: editorAt(one.slug, lang, one.units[0]), target: "_self", class: "q" }, [one.title, one.n].join(" "))),
    h("td", textOf(context, lang), h("del", {}, ...plainly(one.spans.length ? one.target.slice(...one.spans[0]) : one.was)), " ", h("ins", {}, one.proposal || term))));
  const before = beforeField(view, touched);
  const wrong = wrongLine();
  const decide = button(entries.length ? t("Decide and make the worklist") : t("Decide"), "go", () => decided(view, touched, before, wrong));
  const reads = entries.length > 0 ? button(entries.length === 1 ? t("Read the unit") : t("Read the {n} units", { n }), "", () => view.read(touched)) : null;
  const kept = entries.length ? t("Nothing is replaced by itself. The units become a worklist; you confirm each form.") : "";
  const only = touched.limited.length ? h("p", { class: "sm q" }, t("only in {texts}", { texts: titlesOf(view, touched.limited) })) : null;
  return h("section", { class: "weigh", "aria-label": t("If {term} were preferred", { term }), onkeydown: (event) => leaves(view, touched, event) },
    heading, h("p", {}, entries.length ? size : t("No unit would have to be read again.")), only,
    states.length ? h("div", { class: "states num" }, ...states) : null,
    rows.length ? h("table", { class: "kwic" }, h("tbody", {}, ...rows)) : null,
    before?.element ?? null, kept && h("p", { class: "sm q" }, kept),
    h("div", { class: "acts" }, decide, reads, button(t("Back"), "bare", () => leave(view, touched))), wrong);
}

const titlesOf = (view, slugs) => slugs.map((slug) => view.context.data.texts.find((one) => one.slug === slug)?.title ?? slug).join(", ");

/** What becomes of the term that is preferred now. */
function beforeField(view, { lang, term }) {
  const section = view.page.concept.sections.find((one) => one.lang === lang);
  const now = section?.terms.find((one) => one.status === "preferred" && one.text !== term);
  if (!now) return null;
  const choice = h("select", {}, ...["superseded", "deprecated", "admitted"].map((status) => h("option", { value: status }, t(status))));
  const [head, tail] = t("{term} becomes").split("{term}");
  return { choice, element: h("label", { class: "inline" }, h("span", {}, head, h("span", textOf(view.context, lang, "t"), now.text), tail), choice) };
}

async function decided(view, touched, before, wrong) {
  const { lang, term, entries, limited, words } = touched;
  wrong.textContent = "";
  const body = { do: "decide", lang, text: term, status: "preferred", words, texts: limited, ...(before ? { before: before.choice.value } : {}) };
  const said = t("“{term}” is preferred in {language}.", { term, language: languageOf(view.context, lang).name });
  const way = entries.length ? [h("a", { class: "btn k", href: `?${new URLSearchParams({ view: "work", concept: view.id, lang })}` }, t("Open the worklist"))] : [];
  try {
    await view.act(body, said, { ways: way, taken: touched.taken });
    view.read(null);
    view.weighed(null);
    view.host.querySelector(".notice a, .notice button")?.focus();
  } catch (error) {
    wrong.textContent = sentenceOf(error);
  }
}

/** Back to where the decision was asked for; nothing is decided. */
export function leave(view, { back }) {
  view.weighed(null);
  back?.();
}

function leaves(view, touched, event) {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  view.read(null);
  leave(view, touched);
}
