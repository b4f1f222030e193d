/** The form of one term: its status, in which texts it holds, and its forms. */
import { h } from "./dom.js";
import { button, keeps, labelled, sends, textOf, wrongLine } from "./terms-parts.js";
import { t } from "./words.js";

const VERBS = { preferred: "Prefer", admitted: "Admit", superseded: "Supersede", deprecated: "Deprecate" };

/** What an entry of a term is known by: language, text, and the texts that it is for. */
export function nameOf(lang, { text, texts }) {
  return [lang, text, ...texts].join(" ");
}

/** Draw it; who may not decide reads what there is. */
export function drawTerm(view, lang, term) {
  if (!view.page.rights[lang]) return h("p", { class: "q" }, t("You may propose and comment here, not decide. Ask for the right to decide on terms."));
  return h("div", { class: "stack" }, statusForm(view, lang, term), details(view, lang, term));
}

function statusForm(view, lang, term) {
  const { context, id } = view;
  const words = h("input", { maxlength: 4000, autocomplete: "off", dir: "auto" });
  const forget = keeps(context, `why:${id}:${nameOf(lang, term)}`, words);
  const limits = textsField(view, term.texts);
  const wrong = wrongLine();
  let status = term.status ?? "preferred";
  const decide = async () => {
    const why = words.value.trim();
    const texts = limits.chosen();
    if (status === "withdrawn") await view.act({ do: "withdraw", lang, text: term.text, only: term.texts, words: why }, t("“{term}” is withdrawn.", { term: term.text }), { taken: () => forget(why) });
    // Fewer texts for what is decided already: a decision adds to the texts of a term, it takes none away.
    else if (status === term.status && isNarrower(texts, term.texts)) await view.act({ do: "amend", lang, text: term.text, only: term.texts, texts }, t("Kept."));
    else if (status === "preferred" && term.status !== "preferred") await view.weigh(lang, term.text, texts, why, { taken: () => forget(why) });
    else await view.act({ do: "decide", lang, text: term.text, status, words: why, texts }, t("Decided: “{term}” is {status}.", { term: term.text, status: t(status) }), { taken: () => forget(why) });
  };
  const press = (wanted) => () => {
    status = wanted;
    go();
  };
  const verbs = Object.entries(VERBS).map(([name, label]) => button(t(label), "k", press(name), { "aria-pressed": String(term.status === name) }));
  const form = h("form", { class: "stack", "aria-label": t("Decide on {term}", { term: term.text }) },
    labelled(t("Why"), words), limits.element, h("div", { class: "acts" }, ...verbs, button(t("Withdraw"), "k bare", press("withdrawn"))), wrong);
  const go = sends(form, wrong, decide, () => fold(view));
  return form;
}

function isNarrower(texts, before) {
  return texts.length > 0 && (!before.length || (texts.length < before.length && texts.every((slug) => before.includes(slug))));
}

function fold(view) {
  view.decisions.querySelector(`[data-term="${CSS.escape(view.unfolded)}"]`)?.click();
}

/** The texts that a term is for; none chosen: all. */
function textsField(view, chosen) {
  const { texts } = view.context.data;
  const boxes = texts.map((text) => h("label", { class: "check" }, h("input", { type: "checkbox", value: text.slug, checked: chosen.includes(text.slug) }), h("span", { lang: text.lang }, text.title)));
  const list = h("div", { class: "checks" }, ...boxes);
  const element = h("details", { class: "limits", open: chosen.length > 0 }, h("summary", { class: "sm" }, t("Only in some texts")), list);
  return { element, chosen: () => [...list.querySelectorAll("input:checked")].map((box) => box.value) };
}

const PARTS = ["", "noun", "verb", "adjective", "adverb", "other"];
const GENDERS = ["", "masculine", "feminine", "neuter", "other"];

function details(view, lang, term) {
  const { context, id } = view;
  const forms = h("textarea", { ...textOf(context, lang, "t"), rows: Math.max(2, term.forms.length), spellcheck: "false" });
  forms.value = term.forms.join("\n");
  const note = h("input", { maxlength: 4000, value: term.note, dir: "auto", autocomplete: "off" });
  const forget = [keeps(context, `forms:${id}:${nameOf(lang, term)}`, forms), keeps(context, `note:${id}:${nameOf(lang, term)}`, note)];
  const part = choice(PARTS, term.part_of_speech);
  const gender = choice(GENDERS, term.gender);
  const exact = h("input", { type: "checkbox", checked: term.exact_case });
  const keep = h("input", { type: "checkbox", checked: term.keep });
  const wrong = wrongLine();
  const form = h("form", { class: "stack", "aria-label": t("Forms of {term}", { term: term.text }) },
    labelled(t("Other forms, one a line; … stands for a few words"), forms),
    h("div", { class: "pair2" }, labelled(t("Part of speech"), part), labelled(t("Gender"), gender)),
    labelled(t("Note"), note),
    h("div", { class: "checks" }, h("label", { class: "check" }, exact, t("Capitals count")), h("label", { class: "check" }, keep, t("Do not translate"))),
    h("div", { class: "acts" }, h("button", { type: "submit", class: "btn k" }, t("Keep these"))), wrong);
  sends(form, wrong, async () => {
    const lines = forms.value.split("\n").map((one) => one.trim()).filter(Boolean);
    await view.act({ do: "amend", lang, text: term.text, only: term.texts, forms: lines, part_of_speech: part.value, gender: gender.value, note: note.value.trim(), exact_case: exact.checked, keep: keep.checked }, t("Kept."), { taken: () => forget.forEach((one) => one()) });
  }, () => fold(view));
  return h("details", { class: "limits" }, h("summary", { class: "sm" }, t("Forms, case, and more")), form);
}

/** A choice of a few words; one that is not among them stays. */
function choice(some, value) {
  const all = some.includes(value) ? some : [...some, value];
  return h("select", {}, ...all.map((one) => h("option", { value: one, selected: one === value }, one ? t(one) : "–")));
}
