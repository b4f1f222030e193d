/** The one table of the grid's keys; the hint bar and the listeners both read it. */
import { t } from "./words.js";

/**
 * The keys of the source mode: its words ("source"), its bar ("mend"), a question ("ask"), an effect that is shown
 * ("effect"), the place of a note ("anchor").
 */
const SOURCE = [
  { id: "correct", keys: ["Mod+Enter"], label: "Correct", where: "source", hint: true },
  { id: "italic", keys: ["Mod+i"], label: "Italic", where: "source", hint: true },
  { id: "insert", keys: ["F2"], label: "Note or tag", where: "source", hint: false },
  { id: "undo", keys: ["Mod+z"], label: "Undo", where: "source", hint: true },
  { id: "redo", keys: ["Mod+Shift+z", "Mod+y"], label: "Redo", where: "source", hint: false },
  { id: "source", keys: ["F4"], label: "To the bar", where: "source", hint: true },
  { id: "leave", keys: ["Escape"], label: "Leave the source", where: "source", hint: true },
  { id: "italic", keys: ["i"], label: "Italic", where: "mend", hint: true },
  { id: "foreign", keys: ["f"], label: "Foreign", where: "mend", hint: false },
  { id: "title", keys: ["t"], label: "Title", where: "mend", hint: false },
  { id: "quoted", keys: ["q"], label: "Quoted", where: "mend", hint: false },
  { id: "sic", keys: ["s"], label: "[sic]", where: "mend", hint: false },
  { id: "split", keys: ["d"], label: "Split here", where: "mend", hint: true },
  { id: "merge", keys: ["m"], label: "Merge with the next", where: "mend", hint: true },
  { id: "kind", keys: ["k"], label: "Change kind", where: "mend", hint: true },
  { id: "join", keys: ["j"], label: "Join with the one before", where: "mend", hint: false },
  { id: "begin", keys: ["b"], label: "Begin a paragraph", where: "mend", hint: false },
  { id: "note", keys: ["n"], label: "Make it a note", where: "mend", hint: false },
  { id: "discard", keys: ["Delete"], label: "Throw away", where: "mend", hint: false },
  { id: "leave", keys: ["Escape"], label: "Back to the words", where: "mend", hint: true },
  { id: "leave", keys: ["Escape"], label: "Back to the words", where: "ask", hint: true },
  { id: "do", keys: ["Enter"], label: "Do it", where: "effect", hint: true },
  { id: "meaning", keys: ["m"], label: "Changes the meaning", where: "effect", hint: false },
  { id: "leave", keys: ["Escape"], label: "Back to the words", where: "effect", hint: true },
  { id: "earlier", keys: ["ArrowLeft"], label: "Word before", where: "anchor", hint: true },
  { id: "after", keys: ["ArrowRight"], label: "Next word", where: "anchor", hint: true },
  { id: "above", keys: ["ArrowUp"], label: "Unit before", where: "anchor", hint: true },
  { id: "below", keys: ["ArrowDown"], label: "Next unit", where: "anchor", hint: true },
  { id: "here", keys: ["Enter"], label: "The note belongs here", where: "anchor", hint: true },
  { id: "leave", keys: ["Escape"], label: "Back to the words", where: "anchor", hint: true },
];

/**
 * id, keys (`Mod` is Ctrl, on the Mac Cmd; `Control` is Ctrl there too), message id, where it holds ("row": everywhere),
 * whether hinted at, and what stands for several keys that differ only in their number.
 */
export const KEYS = [
  { id: "confirm", keys: ["Mod+Enter"], label: "Confirm, next", where: "field", hint: true },
  { id: "next", keys: ["Alt+ArrowDown"], label: "Next unit", where: "row", hint: true },
  { id: "previous", keys: ["Alt+ArrowUp"], label: "Previous unit", where: "row", hint: true },
  { id: "insert", keys: ["F2"], label: "Note or tag", where: "field", hint: true },
  { id: "break", keys: ["Shift+Enter"], label: "Line break", where: "field", hint: true },
  { id: "undo", keys: ["Mod+z"], label: "Undo", where: "field", hint: true },
  { id: "redo", keys: ["Mod+Shift+z", "Mod+y"], label: "Redo", where: "field", hint: false },
  {
    id: "put", label: "Insert a term", where: "field", hint: false, cap: "Control+Shift+1–9",
    keys: ["Control+Shift+1", "Control+Shift+2", "Control+Shift+3", "Control+Shift+4", "Control+Shift+5", "Control+Shift+6", "Control+Shift+7", "Control+Shift+8", "Control+Shift+9"],
  },
  { id: "term", keys: ["Alt+Enter"], label: "New term", where: "row", hint: false },
  { id: "drawer", keys: ["F9"], label: "At hand", where: "row", hint: true },
  { id: "source", keys: ["F4"], label: "Source", where: "row", hint: true },
  { id: "unmend", keys: ["Shift+F4"], label: "Undo in the source", where: "row", hint: false },
  { id: "keys", keys: ["Mod+/", "F1"], label: "All keys", where: "row", hint: false },
  { id: "back", keys: ["Escape"], label: "Back to the text", where: "drawer", hint: true },
  { id: "take", keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], cap: "1–9", label: "Insert", where: "drawer", hint: true },
  { id: "add-term", keys: ["Enter"], label: "Add", where: "term", hint: true },
  { id: "leave-term", keys: ["Escape"], label: "Back to the text", where: "term", hint: true },
  { id: "mine", keys: ["1"], label: "Keep mine", where: "conflict", hint: true },
  { id: "theirs", keys: ["2"], label: "Take theirs", where: "conflict", hint: true },
  { id: "later", keys: ["Escape"], label: "Decide later", where: "conflict", hint: true },
  ...SOURCE,
];

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const CAPS = {
  ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Delete: "Del", Escape: "Esc",
  Mod: MAC ? "⌘" : "Ctrl", Control: MAC ? "⌃" : "Ctrl", Alt: MAC ? "⌥" : "Alt",
};

/** What an event asks for in a place ("field" or "conflict"), or null; keys of an input method ask nothing. */
export function asked(event, where) {
  if (event.isComposing || event.keyCode === 229) return null;
  const pressed = combination(event);
  const here = (entry) => entry.where === where || entry.where === "row";
  const has = ({ keys }) => keys.some((key) => (MAC ? key : key.replace("Control", "Mod")) === pressed);
  const found = KEYS.find((entry) => here(entry) && has(entry));
  return found?.id ?? null;
}

/** The number of the digit key that was pressed, on the row above the letters. */
export function digit({ code }) {
  return Number(/^Digit(\d)$/.exec(code)?.[1] ?? 0);
}

/** Whether an event is one of the browser's formatting commands, which a text of runs has no use for. */
export function formats(event) {
  return ["Mod+b", "Mod+i", "Mod+u"].includes(combination(event));
}

function combination(event) {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const control = MAC && event.ctrlKey;
  const parts = [mod && "Mod", control && "Control", event.altKey && "Alt", event.shiftKey && "Shift", name(event)];
  return parts.filter(Boolean).join("+");
}

/** Digits and letters of other scripts are told by where they lie: 1 needs Shift in French, Z is я in Russian. */
function name(event) {
  if (/^Digit\d$/.test(event.code)) return event.code.slice(5);
  if (/^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key)) return event.code.slice(3).toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** What stands on the key caps of an action: "Ctrl Enter". */
export function caps(id) {
  const entry = KEYS.find((one) => one.id === id);
  return cap(entry.cap ?? entry.keys[0]);
}

/** What stands on the key caps of some keys of the table. */
export function cap(keys) {
  const one = (part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  return keys.split("+").map(one).join(" ");
}

/** The keys to hint at in a place, at most seven, as {id, label}, without those that would do nothing now. */
export function hints(where, without = []) {
  const places = where === "field" ? ["field", "row"] : [where];
  return KEYS.filter((entry) => entry.hint && places.includes(entry.where) && !without.includes(entry.id))
    .slice(0, 7)
    .map((entry) => ({ id: entry.id, label: t(entry.label) }));
}
