/** The bar of the source mode: what can be done to words, unit and block, each with its key. */
import { h, keepFocus } from "./dom.js";
import { keycap } from "./keycap.js";
import { labelOf, missing } from "./marks.js";
import { t } from "./words.js";

const WORDS = [
  ["italic", () => t("Italic")],
  ["foreign", () => t("Foreign")],
  ["title", () => t("Title")],
  ["quoted", () => t("Quoted")],
  ["sic", () => t("[sic]")],
];
const UNIT = [
  ["split", () => t("Split here")],
  ["merge", () => t("Merge with the next")],
];
const BLOCK = [
  ["kind", () => t("Change kind")],
  ["join", () => t("Join with the one before")],
  ["begin", () => t("Begin a paragraph")],
  ["note", () => t("Make it a note")],
];

/** Show the bar; `focus` takes the keyboard there. */
export function showTools(mode, focus = false) {
  const { panel, grid, unit } = mode;
  const button = ([id, label]) => tool(id, label(), () => grid.act(id, mode.entry));
  const end = h("span", { class: "ways" }, ...endOf(mode));
  const label = t("Mend the source of unit {n}", { n: unit.n });
  mode.tools = h(
    "div",
    { class: "tools", role: "toolbar", "aria-label": label, "data-place": "mend", onkeydown: walk },
    group(t("Words"), WORDS.map(button)),
    group(t("Unit {n}", { n: unit.n }), UNIT.map(button)),
    group(kindOf(mode.view.block), BLOCK.map(button)),
    end,
  );
  panel.replaceChildren(mode.tools);
  paintTools(mode);
  if (focus) first(mode.tools)?.focus({ preventScroll: true });
  grid.changed();
}

function endOf({ grid, entry }) {
  const does = (id) => () => grid.act(id, entry);
  return [
    h("span", { class: "lack" }),
    tool("discard", t("Throw away"), does("discard"), "bare typed"),
    tool("correct", t("Correct"), does("correct"), "go typed"),
    tool("leave", t("Leave the source"), does("leave"), "bare"),
  ];
}

function group(label, buttons) {
  return h("span", { class: "ways", role: "group", "aria-label": label }, h("small", {}, label), ...buttons);
}

function tool(id, label, onclick, kind = "") {
  const attributes = { type: "button", class: `btn k ${kind}`, "data-does": id, onmousedown: keepFocus, onclick };
  return h("button", attributes, label, keycap(id));
}

/** What a block is called: "paragraph", "head 2". */
export function kindOf({ kind, level = 0 }) {
  const names = {
    p: t("paragraph"),
    head: level ? t("head {n}", { n: level }) : t("head"),
    quote: t("quote"),
    item: t("item"),
    verse: t("verse"),
    turn: t("turn"),
    speaker: t("speaker"),
    note: t("note"),
    epigraph: t("epigraph"),
    signed: t("signed"),
    dateline: t("dateline"),
    salute: t("salute"),
    break: t("break"),
  };
  return names[kind] ?? kind;
}

/** What cannot be done here is dull; what was typed can be done or thrown away. */
export function paintTools(mode) {
  const { tools, view, unit, field } = mode;
  if (!tools?.isConnected) return;
  const { units, kind } = view.block;
  const at = units.indexOf(unit);
  const typed = mode.isDirty();
  const able = {
    merge: at < units.length - 1,
    begin: at > 0,
    join: Boolean(view.before),
    note: kind !== "note" && view.around.length > 0,
  };
  for (const button of tools.querySelectorAll("[role=group] .btn"))
    button.disabled = typed || able[button.dataset.does] === false;
  for (const button of tools.querySelectorAll(".typed")) button.hidden = !typed;
  paintLack(mode, missing(unit.bound, field.runs));
  const [one, ...others] = [...tools.querySelectorAll(".btn:not([hidden], :disabled)")];
  for (const button of others) button.tabIndex = -1;
  one.tabIndex = 0;
}

/** A tag that has to stay in the source, and was deleted, can be set again. */
function paintLack({ grid, entry, tools }, absent) {
  const chip = (mark) => {
    const does = { onmousedown: keepFocus, onclick: () => grid.act("insert", entry, mark) };
    return h("button", { class: "chip todo", type: "button", tabindex: -1, ...does }, labelOf(mark));
  };
  const count = h("span", {}, t("{n} missing", { n: absent.length }));
  tools.querySelector(".lack").replaceChildren(...(absent.length ? [count, ...absent.map(chip), keycap("insert")] : []));
}

function first(element) {
  return element.querySelector(".btn:not([hidden], :disabled)");
}

/** Arrows go from button to button. */
export function walk(event) {
  const bar = event.currentTarget;
  const buttons = [...bar.querySelectorAll(".btn:not([hidden], :disabled)")];
  const rtl = getComputedStyle(bar).direction === "rtl";
  const at = buttons.indexOf(event.target.closest(".btn"));
  const to = { ArrowRight: at + (rtl ? -1 : 1), ArrowLeft: at + (rtl ? 1 : -1), Home: 0, End: -1 }[event.key];
  if (to === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  buttons.at(to % buttons.length).focus({ preventScroll: true });
}
