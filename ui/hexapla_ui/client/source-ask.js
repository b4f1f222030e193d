/** Questions of the source mode that come before an effect can be shown: which kind of block, which language. */
import { h, keepFocus } from "./dom.js";
import { keycap } from "./keycap.js";
import { kindOf, walk } from "./source-tools.js";
import { t } from "./words.js";

/** The kinds that a block can be changed to. */
const KINDS = [
  { kind: "p" },
  { kind: "head", level: 1 },
  { kind: "head", level: 2 },
  { kind: "head", level: 3 },
  { kind: "quote" },
  { kind: "item" },
  { kind: "verse" },
  { kind: "turn" },
  { kind: "epigraph" },
  { kind: "signed" },
  { kind: "dateline" },
  { kind: "break" },
];

/** Languages that are quoted more often than translated into. */
const OFTEN = ["la", "grc", "fr", "de", "en", "it", "es", "ru"];

/** Ask which kind the block is to be; `chosen({kind, level})`. */
export function askKind(mode, chosen) {
  const { grid, view, panel } = mode;
  const now = kindOf(view.block);
  const others = KINDS.filter((one) => kindOf(one) !== now);
  const button = (one) => {
    const does = { onmousedown: keepFocus, onclick: () => chosen(one) };
    return h("button", { type: "button", class: "btn k", ...does }, kindOf(one));
  };
  const bar = h(
    "div",
    { class: "tools", role: "toolbar", "aria-label": t("Change kind"), "data-place": "ask", onkeydown: walk },
    h("span", { class: "ways" }, h("small", {}, t("{kind} becomes", { kind: now })), ...others.map(button)),
    h("span", { class: "ways" }, back(mode)),
  );
  panel.replaceChildren(bar);
  bar.querySelector(".btn").focus({ preventScroll: true });
  grid.changed();
}

/** Ask which language some words are in; `chosen(tag)`. */
export function askLanguage(mode, chosen) {
  const { grid, panel } = mode;
  const { languages } = grid.settings;
  const tags = [...new Set([...OFTEN, ...Object.keys(languages)])].filter((tag) => tag !== grid.page.source);
  const display = new Intl.DisplayNames([grid.locale], { type: "language", fallback: "code" });
  const option = (tag) => h("option", { value: tag }, languages[tag]?.name ?? display.of(tag));
  const list = h("datalist", { id: "mend-languages" }, ...tags.map(option));
  const plain = { type: "text", dir: "ltr", autocapitalize: "none", spellcheck: "false" };
  const bounds = { list: "mend-languages", required: true, maxlength: 35, size: 12 };
  const input = h("input", { ...plain, ...bounds, value: grid.foreign ?? "" });
  const submit = (event) => {
    event.preventDefault();
    grid.foreign = input.value.trim();
    if (grid.foreign) chosen(grid.foreign);
  };
  const form = h(
    "form",
    { class: "tools", "data-place": "ask", onsubmit: submit },
    h("label", { class: "ways" }, h("small", {}, t("Language of these words")), input, list),
    h("span", { class: "ways" }, h("button", { type: "submit", class: "btn k go" }, t("Foreign"), keycap("do")), back(mode)),
  );
  panel.replaceChildren(form);
  input.focus({ preventScroll: true });
  input.select();
  grid.changed();
}

/** The way back to the words, from wherever a question stands. */
export function back({ grid, entry }) {
  const does = { "data-does": "leave", onclick: () => grid.act("leave", entry) };
  return h("button", { type: "button", class: "btn k bare", ...does }, t("Back"), keycap("leave"));
}
