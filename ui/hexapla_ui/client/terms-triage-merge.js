/** The small search for the concept that a candidate belongs to. */
import { h } from "./dom.js";
import { sentenceOf, textOf, wrongLine } from "./terms-parts.js";
import { t } from "./words.js";

const MOST = 8; // Concepts that are offered at once.

/** Ask for the concept; Enter merges into the one that is chosen. */
export function askMerge(view) {
  const { merging, at, lang, context } = view;
  const state = { some: [], nth: 0 };
  const field = h("input", {
    role: "combobox", "aria-expanded": "true", "aria-controls": "merge-list", "aria-autocomplete": "list", id: "merge-into", lang, dir: "auto",
    autocomplete: "off", spellcheck: "false", oninput: () => seek(), onkeydown: (event) => pressed(event),
  });
  const list = h("div", { role: "listbox", id: "merge-list", "aria-label": t("Concepts") });
  const wrong = wrongLine();
  const title = t("Which concept does “{term}” belong to?", { term: at.name });
  merging.replaceChildren(h("div", { class: "panel-box", role: "group", "aria-label": title }, h("label", { for: "merge-into" }, title), field, list, wrong));
  field.focus({ preventScroll: true });
  merging.firstChild.scrollIntoView({ block: "nearest", behavior: "instant" });
  list.append(h("p", { class: "q" }, t("Looking for concepts …")));
  headsOf(view).then(seek).catch((error) => (wrong.textContent = sentenceOf(error)));

  function seek() {
    const wanted = field.value.trim().toLocaleLowerCase(lang);
    const heads = view.heads ?? [];
    const rank = ({ words }) => Math.min(...words.map((one) => rankOf(one.toLocaleLowerCase(lang), wanted, at.name.toLocaleLowerCase(lang))));
    const ranked = heads.map((one) => [rank(one), one]).filter(([n]) => n < 3);
    state.some = ranked.sort(([a, one], [b, other]) => a - b || one.head.localeCompare(other.head, lang)).slice(0, MOST).map(([, one]) => one);
    state.nth = 0;
    paint();
  }

  function paint() {
    const option = (one, nth) => h("div", { ...textOf(context, lang, "one"), role: "option", id: `merge-${nth}`, "aria-selected": String(nth === state.nth), onclick: () => view.merge(one) }, one.head);
    list.replaceChildren(...state.some.map(option));
    wrong.textContent = view.heads && !state.some.length ? t("No concept is called that.") : "";
    field.setAttribute("aria-activedescendant", `merge-${state.nth}`);
  }

  function pressed(event) {
    if (event.isComposing) return;
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way) state.nth = Math.max(0, Math.min(state.nth + way, state.some.length - 1));
    else if (event.key === "Enter") state.some[state.nth] && view.merge(state.some[state.nth]);
    else if (event.key === "Escape") closeMerge(view);
    else return;
    if (way) paint();
    event.preventDefault();
    event.stopPropagation();
  }
}

/** With nothing typed, the concepts that share words with the candidate come first; then all others. */
function rankOf(word, wanted, name) {
  if (!wanted) return name.includes(word) || word.includes(name) || word.split(/\s+/).some((part) => part.length > 3 && name.includes(part)) ? 0 : 1;
  if (word.startsWith(wanted)) return 0;
  return word.includes(wanted) ? 1 : 3;
}

async function headsOf(view) {
  if (view.heads) return;
  const { source, concepts } = await view.context.api("terms/list");
  const inSource = ({ columns }) => columns.find(({ lang }) => lang === source)?.terms ?? [];
  view.heads = concepts.map((one) => ({ id: one.id, head: one.head, words: [one.head, ...inSource(one)] }));
}

/** Close the search; the keys mean the candidates again. */
export function closeMerge({ merging, work }) {
  if (!merging.hasChildNodes()) return;
  merging.replaceChildren();
  work.focus({ preventScroll: true });
}
