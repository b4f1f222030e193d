/** Pieces that every view of the Glossary page is made of: words around a hit, times, errors, fields that keep. */
import { clock, h } from "./dom.js";
import { Away, Refused } from "./route.js";
import { t } from "./words.js";

const HOLE = "\uFFFC"; // Stands for a note, a line break and the like in a plain text.

/** Name, direction and spacing of a language; one that the edition does not list speaks for itself. */
export function languageOf(context, tag) {
  return context.languages[tag] ?? { name: tag, dir: "auto", spaced: true };
}

/** The attributes of an element that holds text of a language. */
export function textOf(context, tag, kind = "t") {
  return { class: kind, lang: tag, dir: languageOf(context, tag).dir };
}

/** The line below a text: it reads as the page does, and stands under the text's beginning. */
export function under(...children) {
  return h("div", { class: "under", dir: document.documentElement.dir || "ltr" }, ...children);
}

/** A plain text as nodes: what stands for a note or a break is a small frame. */
export function plainly(text) {
  return text.split(HOLE).flatMap((part, nth) => (nth ? [h("span", { class: "hole", role: "img", "aria-label": t("note or break") }), part] : [part]));
}

/** Words of a text around what was found in it; `wrong`, "warning" or "error", says that it should not stand there. */
export function words(cut, wrong = "") {
  const parts = [];
  let end = 0;
  for (const [from, to] of cut.spans) {
    if (from < end) continue;
    const found = plainly(cut.text.slice(from, to));
    parts.push(...plainly(end ? between(cut.text.slice(end, from)) : cut.text.slice(0, from)), wrong ? h("span", { class: wrong === "error" ? "find er" : "find" }, ...found) : h("mark", {}, ...found));
    end = to;
  }
  return [cut.before ? "… " : "", ...parts, ...plainly(cut.text.slice(end)), cut.after ? " …" : ""].filter((part) => part !== "");
}

const FAR = 100; // Characters between two hits that are shown in full.

/** The words between two hits; of many, the first and the last. */
function between(text) {
  if (text.length <= FAR) return text;
  return `${text.slice(0, FAR / 2).replace(/\S*$/, "")}… ${text.slice(-FAR / 2).replace(/^\S*\s/, "")}`;
}

/** Where a unit stands in the editor. */
export function editorAt(text, lang, unit) {
  return `/editor?${new URLSearchParams({ text, lang, unit })}`;
}

/** What an error says to a person; a fault of our own is not spoken over. */
export function sentenceOf(error) {
  if (error instanceof Refused) return error.message;
  if (error instanceof Away) return t("The desk does not answer.");
  throw error;
}

/** A time as people say it: 14:03, yesterday, 3 October, 3 October 2025. */
export function when(at, locale) {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return "";
  const now = new Date();
  const days = Math.round((new Date(then).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86_400_000);
  if (!days) return clock(at, locale);
  if (days === -1) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-1, "day");
  const year = then.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return then.toLocaleDateString(locale, { day: "numeric", month: "long", year });
}

/** Numbers as people write them. */
export const number = (n, locale) => new Intl.NumberFormat(locale).format(n);

/**
 * Have a field keep its words in this window until they are sent; returns how to let them go. Given the words that were
 * sent, it keeps what has been typed since.
 */
export function keeps(context, name, field) {
  const box = `hexapla:terms:${context.data.edition}:${name}`;
  const kept = stored(() => sessionStorage.getItem(box));
  if (kept) field.value = kept;
  field.addEventListener("input", () => stored(() => sessionStorage.setItem(box, field.value)));
  return (sent) => (sent === undefined || field.value.trim() === sent) && stored(() => sessionStorage.removeItem(box));
}

/** Do something with the browser's storage, which may be shut. */
export function stored(does) {
  try {
    return does();
  } catch {
    return null;
  }
}

/** A field with its label above it. */
export function labelled(label, field, more = {}) {
  return h("label", { class: "field", ...more }, h("span", { class: "label" }, label), field);
}

/** A button. */
export function button(label, kind, onclick, more = {}) {
  return h("button", { type: "button", class: `btn ${kind}`.trim(), onclick, ...more }, ...[label].flat());
}

/** A line for what went wrong, beside what it went wrong with. */
export function wrongLine() {
  return h("p", { class: "wrong", role: "alert" });
}

/** Send a form: Escape leaves it, an error is said in `wrong`, and the fields keep what was typed. */
export function sends(form, wrong, send, leave) {
  const go = async () => {
    if (form.classList.contains("busy")) return;
    form.classList.add("busy");
    wrong.textContent = "";
    try {
      await send();
    } catch (error) {
      wrong.textContent = sentenceOf(error);
    } finally {
      form.classList.remove("busy");
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave?.();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return go;
}

const CHOSEN = (context) => `hexapla:terms:languages:${context.data.edition}`;

/** The languages to show: those of the address, else those last chosen here, else the first. */
export function chosenLanguages(context, most) {
  const { targets } = context.data;
  const asked = context.query.langs ?? stored(() => localStorage.getItem(CHOSEN(context))) ?? "";
  const some = asked.split(",").filter((tag) => targets.includes(tag));
  return some.length ? targets.filter((tag) => some.includes(tag)) : targets.slice(0, most);
}

/** A picker of the languages to show; the choice stays in this browser and in the address. */
export function languagePicker(context, chosen, changed) {
  const boxes = context.data.targets.map((tag) => {
    const box = h("input", { type: "checkbox", value: tag, checked: chosen.includes(tag) });
    return h("label", { class: "check" }, box, h("span", { lang: tag }, languageOf(context, tag).name));
  });
  const choose = () => {
    const some = [...list.querySelectorAll("input:checked")].map((box) => box.value);
    if (!some.length) return;
    stored(() => localStorage.setItem(CHOSEN(context), some.join(",")));
    context.query.langs = some.join(",");
    context.point(context.query);
    changed(some);
  };
  const list = h("div", { class: "choices", role: "group", "aria-label": t("Languages"), onchange: choose }, ...boxes);
  const picker = h("details", { class: "picker" }, h("summary", { class: "btn k" }, t("Languages")), list);
  picker.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !picker.open) return;
    picker.open = false;
    picker.querySelector("summary").focus();
    event.stopPropagation();
  });
  picker.addEventListener("focusout", (event) => picker.contains(event.relatedTarget) || (picker.open = Boolean(event.relatedTarget === null && picker.matches(":hover"))));
  return picker;
}

/** The languages that a dossier decides on: the shown ones, and the source last. */
export const languagesOf = (view) => [...view.langs, view.context.data.source];

/** What the glossary says of a dossier's concept in a language. */
export function sectionOf(view, lang) {
  return view.page.concept.sections.find((one) => one.lang === lang) ?? { lang, terms: [], log: [], definition: "", source: "", note: "" };
}
