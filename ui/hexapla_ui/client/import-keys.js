/** The one table of the Import page's keys; buttons, hints and the list behind “?” all read it. */
import { h } from "./dom.js";
import { t } from "./words.js";

/** id, keys, message id, where it holds: "text" among the blocks, "note" while a place is chosen, "field" in a field. */
export const KEYS = [
  { id: "next", keys: ["j", "ArrowDown"], label: "Next block", where: "text" },
  { id: "previous", keys: ["k", "ArrowUp"], label: "Previous block", where: "text" },
  { id: "decision", keys: ["n"], label: "Next decision", where: "text" },
  { id: "decision-back", keys: ["Shift+n"], label: "Previous decision", where: "text" },
  { id: "reverse", keys: ["r"], label: "Take it back", where: "text" },
  { id: "sentence", keys: ["ArrowRight"], label: "Next sentence", where: "text" },
  { id: "sentence-back", keys: ["ArrowLeft"], label: "Previous sentence", where: "text" },
  { id: "word", keys: ["Shift+ArrowRight"], label: "Next word", where: "text" },
  { id: "word-back", keys: ["Shift+ArrowLeft"], label: "Previous word", where: "text" },
  { id: "split", keys: ["Enter", "/"], label: "Split here", where: "text" },
  { id: "join", keys: ["m"], label: "Join with the block before", where: "text" },
  { id: "note", keys: ["f"], label: "Make a note of it", where: "text" },
  { id: "correct", keys: ["c"], label: "Correct", where: "text" },
  { id: "head", keys: ["h"], label: "head", where: "text" },
  { id: "head-1", keys: ["1"], label: "Head, level 1", where: "text" },
  { id: "head-2", keys: ["2"], label: "Head, level 2", where: "text" },
  { id: "head-3", keys: ["3"], label: "Head, level 3", where: "text" },
  { id: "p", keys: ["p"], label: "paragraph", where: "text" },
  { id: "quote", keys: ["q"], label: "quote", where: "text" },
  { id: "turn", keys: ["t"], label: "turn", where: "text" },
  { id: "item", keys: ["i"], label: "item", where: "text" },
  { id: "verse", keys: ["v"], label: "verse", where: "text" },
  { id: "epigraph", keys: ["e"], label: "epigraph", where: "text" },
  { id: "signed", keys: ["s"], label: "signed", where: "text" },
  { id: "dateline", keys: ["d"], label: "dateline", where: "text" },
  { id: "break", keys: ["b"], label: "break", where: "text" },
  { id: "undo", keys: ["u"], label: "Undo", where: "text" },
  { id: "store", keys: ["Mod+Enter"], label: "Store", where: "text" },
  { id: "keys", keys: ["?"], label: "Keys of this page", where: "text" },
  { id: "word", keys: ["ArrowRight"], label: "Next word", where: "note" },
  { id: "word-back", keys: ["ArrowLeft"], label: "Previous word", where: "note" },
  { id: "next", keys: ["ArrowDown"], label: "Next block", where: "note" },
  { id: "previous", keys: ["ArrowUp"], label: "Previous block", where: "note" },
  { id: "attach", keys: ["Enter"], label: "Attach it here", where: "note" },
  { id: "cancel", keys: ["Escape"], label: "Cancel", where: "note" },
  { id: "confirm", keys: ["Mod+Enter"], label: "Put these words", where: "field" },
  { id: "cancel", keys: ["Escape"], label: "Cancel", where: "field" },
];

/** Kinds that a block can be given, in the order of the picker; verbs of the table besides. */
export const KINDS = ["p", "head-1", "head-2", "head-3", "quote", "epigraph", "turn", "item", "verse", "dateline", "signed", "break"];

const HINTS = {
  text: ["next", "decision", "reverse", "split", "join", "note", "undo"],
  note: ["word", "previous", "attach", "cancel"],
  field: ["confirm", "cancel"],
};
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
export const CAPS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Mod: MAC ? "⌘" : "Ctrl", Shift: "⇧" };

/** What an event asks for in a place, or null; keys of an input method ask nothing. */
export function asked(event, where) {
  if (event.isComposing || event.keyCode === 229) return null;
  const pressed = combination(event);
  return KEYS.find((entry) => entry.where === where && entry.keys.includes(pressed))?.id ?? null;
}

/** What is pressed, in the words of the table: "Mod+Enter". */
export function combination(event) {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const other = MAC ? event.ctrlKey : event.metaKey;
  const key = name(event);
  // A sign that needs Shift on some keyboard (? and /) is asked for by the sign alone.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return [mod && "Mod", (event.altKey || other) && "Alt", shift && "Shift", key].filter(Boolean).join("+");
}

/** Letters of other scripts are told by where they lie: j is о in Russian. */
function name(event) {
  if (/^Digit\d$/.test(event.code) && !event.shiftKey) return event.code.slice(5);
  if (/^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key)) return event.code.slice(3).toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** The caps of an action's first key, as they stand on the keyboard. */
export function cap(id, where = "text") {
  return entryOf(id, where).keys[0].split("+").map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
}

function entryOf(id, where) {
  return KEYS.find((one) => one.id === id && one.where === where) ?? KEYS.find((one) => one.id === id);
}

/** A key as it is drawn. */
export function keycap(id, where) {
  return h("kbd", { dir: "ltr" }, cap(id, where));
}

/** The words for an action. */
export function labelOf(id, where = "text") {
  const head = /^head-(\d)$/.exec(id);
  return head ? t("Head, level {n}", { n: head[1] }) : t(entryOf(id, where).label);
}

/** The keys that hold in a place, at most seven, drawn for the hint bar. */
export function hints(where) {
  return HINTS[where].map((id) => h("span", {}, keycap(id, where), labelOf(id, where)));
}

/** Every key of the page, for the list behind “?”. */
export function all() {
  const rows = KEYS.filter((entry) => entry.where === "text").map((entry) => {
    const keys = entry.keys.map((key) => h("kbd", { dir: "ltr" }, key.split("+").map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ")));
    return h("div", {}, h("dt", {}, ...keys), h("dd", {}, labelOf(entry.id)));
  });
  return h("dl", { class: "keylist" }, ...rows);
}
