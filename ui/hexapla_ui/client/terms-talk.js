/** What is said about a concept: reasons and comments in the order of their times, and a field for another. */
import { h } from "./dom.js";
import { capsOf } from "./terms-keys.js";
import { keeps, languageOf, languagesOf, sectionOf, sends, textOf, when, wrongLine } from "./terms-parts.js";
import { goHome } from "./terms-table.js";
import { t } from "./words.js";

/** Draw the discussion of the languages that are shown; what is being typed stays. */
export function paintTalk(view) {
  const { talk } = view;
  const focused = talk.contains(view.host.getRootNode().activeElement);
  const place = talk.querySelector("textarea")?.selectionStart;
  const langs = languagesOf(view);
  const said = langs
    .flatMap((lang) => sectionOf(view, lang).log.filter((step) => step.words && step.act !== "decided").map((step) => ({ ...step, lang })))
    .sort((one, two) => one.at.localeCompare(two.at));
  const several = new Set(said.map((step) => step.lang)).size > 1;
  talk.replaceChildren(h("h2", {}, t("Discussion")), ...said.map((step) => one(view, step, several)), drawForm(view, langs));
  const field = talk.querySelector("textarea");
  if (focused) field.focus();
  if (focused) field.setSelectionRange(place, place);
}

function one(view, step, several) {
  const { page, locale, context } = view;
  const language = several ? ` · ${languageOf(context, step.lang).name}` : "";
  const what = step.act === "proposed" ? t("proposed") : step.act === "withdrawn" ? t("withdrawn") : "";
  const about = step.term ? [" · ", what, what ? " " : "", h("span", textOf(context, step.lang, ""), step.term)] : [];
  return h("div", { class: "said" }, h("p", { class: "sm q" }, `${page.names[step.by] ?? step.by}, ${when(step.at, locale)}${language}`, ...about), h("p", { dir: "auto" }, step.words));
}

function drawForm(view, langs) {
  const { context, id } = view;
  const words = h("textarea", { rows: 2, maxlength: 4000, dir: "auto", "aria-label": t("Comment"), placeholder: t("Comment") });
  const forget = keeps(context, `talk:${id}`, words);
  const now = view.talk.querySelector("select")?.value ?? view.at?.lang ?? langs[0];
  const choice = h("select", { "aria-label": t("Language") }, ...langs.map((tag) => h("option", { value: tag, selected: tag === now }, languageOf(context, tag).name)));
  const wrong = wrongLine();
  const form = h("form", { class: "stack" }, words, h("div", { class: "acts" }, h("button", { type: "submit", class: "btn k" }, t("Comment"), capsOf("Mod+Enter")), choice), wrong);
  sends(form, wrong, async () => {
    const text = words.value.trim();
    if (!text) return void words.focus();
    await context.api("terms/act", { do: "discuss", concept: id, lang: choice.value, words: text });
    forget(text);
    if (words.value.trim() === text) words.value = "";
    view.tell(t("Said."));
    await view.reload();
  }, () => goHome(view));
  return form;
}

