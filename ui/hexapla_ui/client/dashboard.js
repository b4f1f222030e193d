// The dashboard: texts × languages as meters, each a link to its place in the editor.
import { h, sign } from "./dom.js";
import { speak, t } from "./words.js";

/** The words of this page, as a JSON array between its brackets, so that the server can read it without running it. */
export const MESSAGES = [
  "All texts are translated.",
  "Next to translate · {language}",
  "Open the editor",
  "Progress",
  "Text",
  "Words",
  "not begun",
  "{languages} languages · {units} units · {words} words",
  "{n} units"
];

const STATES = ["approved", "reviewed", "translated", "needs-work", "untranslated", "omitted"];
const STYLES = ["tokens.css", "pieces.css", "dashboard.css"];

export function mount({ data, parentElement }) {
  const root = parentElement.querySelector(".hx");
  speak(data.words);
  const numbers = new Intl.NumberFormat(data.locale);
  const percent = new Intl.NumberFormat(data.locale, { style: "percent", maximumFractionDigits: 0 });
  const styles = STYLES.map((name) => h("link", { rel: "stylesheet", href: data.client + name }));
  const main = h("main", {}, header(data, numbers), next(data), matrix(data, numbers, percent));
  root.replaceChildren(...styles, main);
  root.dataset.ready = "dashboard";
  return () => {};
}

function header(data, numbers) {
  const units = data.texts.reduce((sum, text) => sum + text.units, 0);
  const words = data.texts.reduce((sum, text) => sum + wordsOf(data, text), 0);
  const size = { languages: Object.keys(data.languages).length, units: numbers.format(units), words: numbers.format(words) };
  return h("header", {}, h("h1", {}, data.title),
    h("span", { class: "quiet number" }, t("{languages} languages · {units} units · {words} words", size)));
}

/** The first text and language, in the edition's order, that still has something to translate. */
function next(data) {
  const row = data.rows.find((one) => one.units.untranslated > 0 || one.units["needs-work"] > 0);
  if (!row) return h("p", { class: "quiet" }, t("All texts are translated."));
  const text = data.texts.find((one) => one.slug === row.text);
  const language = data.languages[row.lang].name;
  return h("div", { class: "panel" },
    h("div", {},
      h("p", { class: "quiet" }, t("Next to translate · {language}", { language })),
      h("p", { class: "set", lang: text.lang }, text.title)),
    h("a", { class: "go", href: address(row.text, row.lang), target: "_self" }, t("Open the editor")));
}

function matrix(data, numbers, percent) {
  const tags = Object.keys(data.languages).filter((tag) => data.rows.some((row) => row.lang === tag));
  const heads = tags.map((tag) => h("th", { scope: "col", lang: tag }, data.languages[tag].name));
  const rows = data.texts.map((text) => h("tr", {},
    h("th", { scope: "row" }, h("div", { class: "set", lang: text.lang }, text.title),
      h("small", { class: "number" }, t("{n} units", { n: numbers.format(text.units) }))),
    h("td", { class: "number" }, numbers.format(wordsOf(data, text))),
    ...tags.map((tag) => cell(data, percent, text, tag))));
  const head = h("tr", {}, h("th", { scope: "col" }, t("Text")), h("th", { scope: "col" }, t("Words")), ...heads);
  const key = STATES.map((state) => h("li", {}, sign(state, word(state))));
  return h("section", { "aria-label": t("Progress") },
    h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows))),
    h("ul", { class: "key" }, ...key));
}

function cell(data, percent, text, tag) {
  const { name } = data.languages[tag];
  const row = data.rows.find((one) => one.text === text.slug && one.lang === tag);
  if (!row) return h("td", { "data-name": name }, h("small", {}, "–"));
  const present = STATES.filter((state) => row.units[state] && state !== "untranslated");
  const meter = h("div", { class: "meter", role: "img", "aria-label": spell(row) }, ...present.map((state) => {
    const part = h("i", { class: state });
    part.style.width = `${(row.units[state] / row.total) * 100}%`;
    return part;
  }));
  const label = row.units.untranslated < row.total ? percent.format(row.translated) : t("not begun");
  const link = { class: "quiet number", href: address(text.slug, tag), target: "_self" };
  return h("td", { "data-name": name }, meter, h("a", { ...link, "aria-label": `${text.title}, ${name}: ${label}` }, label));
}

const word = (state) => t(state.replace("-", " "));
const spell = (row) => STATES.filter((state) => row.units[state]).map((state) => `${word(state)} ${row.units[state]}`).join(", ");
const wordsOf = (data, text) => data.rows.find((row) => row.text === text.slug)?.words ?? 0;
const address = (text, lang) => `/editor?${new URLSearchParams({ text, lang })}`;
