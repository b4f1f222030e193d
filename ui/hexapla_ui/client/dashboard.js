// The dashboard: texts × languages as meters, each a link to its place in the editor.
import { speak } from "./words.js";

const STATES = ["approved", "reviewed", "translated", "needs-work", "untranslated", "omitted"];

export function mount({ data, parentElement }) {
  const root = parentElement.querySelector(".hx");
  const t = speak(data.words);
  const numbers = new Intl.NumberFormat(data.locale);
  const percent = new Intl.NumberFormat(data.locale, { style: "percent", maximumFractionDigits: 0 });
  root.replaceChildren(el("main", {}, header(data, t, numbers), next(data, t), matrix(data, t, numbers, percent)));
  root.dataset.ready = "dashboard";
  return () => {};
}

function header(data, t, numbers) {
  const texts = data.texts.reduce((sum, text) => sum + text.units, 0);
  const words = data.texts.reduce((sum, text) => sum + wordsOf(data, text), 0);
  const langs = Object.keys(data.languages).length;
  return el("header", {}, el("h1", { text: data.title }),
    el("span", { class: "quiet number", text: t("{languages} languages · {units} units · {words} words",
      { languages: langs, units: numbers.format(texts), words: numbers.format(words) }) }));
}

/** The first language and text, in order, that still has something to translate. */
function next(data, t) {
  const row = data.rows.find((one) => one.units.untranslated > 0 || one.units["needs-work"] > 0);
  if (!row) return el("p", { class: "quiet", text: t("All texts are translated.") });
  const text = data.texts.find((one) => one.slug === row.text);
  return el("div", { class: "panel" },
    el("div", {},
      el("p", { class: "quiet", text: t("Next to translate · {language}", { language: data.languages[row.lang].name }) }),
      el("p", { class: "set", lang: text.lang, text: text.title })),
    el("a", { class: "go", href: address(row.text, row.lang), target: "_self", text: t("Open the editor") }));
}

function matrix(data, t, numbers, percent) {
  const langs = Object.keys(data.languages).filter((tag) => data.rows.some((row) => row.lang === tag));
  const head = el("tr", {}, el("th", { scope: "col", text: t("Text") }), el("th", { scope: "col", text: t("Words") }),
    ...langs.map((tag) => el("th", { scope: "col", lang: tag, dir: data.languages[tag].dir, text: data.languages[tag].name })));
  const rows = data.texts.map((text) => el("tr", {},
    el("th", { scope: "row" }, el("div", { class: "set", lang: text.lang, text: text.title }),
      el("small", { class: "number", text: t("{n} units", { n: numbers.format(text.units) }) })),
    el("td", { class: "number", text: numbers.format(wordsOf(data, text)) }),
    ...langs.map((tag) => cell(data, t, percent, text, tag))));
  const key = el("ul", { class: "key" }, ...STATES.slice(0, 5).map((state) =>
    el("li", { class: `s ${SHORT[state]}`, text: t(state.replace("-", " ")) })));
  return el("section", { "aria-label": t("Progress") },
    el("div", { class: "scroll" }, el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows))), key);
}

const SHORT = { approved: "ap", reviewed: "rv", translated: "tr", "needs-work": "nw", untranslated: "un" };

function cell(data, t, percent, text, tag) {
  const name = data.languages[tag].name;
  const row = data.rows.find((one) => one.text === text.slug && one.lang === tag);
  if (!row) return el("td", { "data-name": name }, el("small", { text: "–" }));
  const meter = el("div", { class: "meter", role: "img", "aria-label": STATES.filter((state) => row.units[state])
    .map((state) => `${t(state.replace("-", " "))} ${row.units[state]}`).join(", ") });
  for (const state of ["approved", "reviewed", "translated", "omitted", "needs-work"]) {
    if (!row.units[state]) continue;
    const part = el("i", { class: state });
    part.style.width = `${(row.units[state] / row.total) * 100}%`;
    meter.append(part);
  }
  const begun = row.units.untranslated < row.total;
  const label = begun ? `${percent.format(row.translated)}` : t("not begun");
  return el("td", { "data-name": name }, meter, el("a", { class: "quiet number", href: address(text.slug, tag),
    target: "_self", "aria-label": `${text.title}, ${name}: ${label}`, text: label }));
}

const wordsOf = (data, text) => data.rows.find((row) => row.text === text.slug)?.words ?? 0;
const address = (text, lang) => `/editor?${new URLSearchParams({ text, lang })}`;

function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
