/**
 * One translation as a field: contenteditable for the sake of input methods, spelling and the touch keyboard,
 * but whatever is not plain typing (pasting, chips, undo) happens to the runs, and the field is filled anew.
 */
import { caretIn, places, setCaret } from "./caret.js";
import { h } from "./dom.js";
import { fromDom, plain, toDom } from "./runs.js";
import { slice, splice } from "./splice.js";
import { createUndo } from "./undo.js";

const TYPING = /^(insertText|insertReplacementText|insertCompositionText|insertFromComposition|delete(?!ByDrag).*)$/;

/** A field for a language; `label` names chips, `changed` is called after every change. */
export function createField({ lang, dir, label, attributes, changed }) {
  const element = h("div", {
    class: "t", role: "textbox", "aria-multiline": "true", contenteditable: "true", spellcheck: "true",
    lang, dir, ...attributes,
  });
  let runs = [];
  const field = { element, fill, insert, replace, write, caret, focus };
  field.undo = () => turn("back");
  field.redo = () => turn("forth");
  const history = createUndo(() => ({ runs, caret: caret() }));
  listen(field, history, () => {
    runs = fromDom(element);
    changed();
  });
  Object.defineProperty(field, "runs", { get: () => runs });
  return field;

  /** Show a text; the caret is the caller's business. */
  function fill(next) {
    element.replaceChildren(toDom(next, label));
    runs = fromDom(element);
  }

  /** Put runs in place of the selection, or at the caret, or at the end; the caret comes to stand after them. */
  function insert(inserted, kind = "insert") {
    const at = caret() ?? { start: places(element), end: places(element) };
    const rest = places(element) - at.end;
    change(kind, splice(runs, at.start, at.end, inserted));
    setCaret(element, places(element) - rest);
  }

  /** Put characters at a caret that the field does not have now; returns where it would stand after them. */
  function write(text, at) {
    const { start, end } = at ?? { start: places(element), end: places(element) };
    change("insertText", splice(runs, start, end, [{ text }]));
    return { start: start + text.length, end: start + text.length };
  }

  /** Show another text as a step that can be undone. */
  function replace(next) {
    change("replace", next);
  }

  function change(kind, next) {
    history.remember(kind);
    fill(next);
    changed();
  }

  function turn(way) {
    const step = history[way]();
    if (!step) return false;
    fill(step.runs);
    if (step.caret) setCaret(element, step.caret.start, step.caret.end);
    changed();
    return true;
  }

  function caret() {
    return caretIn(element);
  }

  /** Give the field the focus, with the caret where it was told, else at the end of the text. */
  function focus(at) {
    element.focus({ preventScroll: true });
    const end = places(element);
    setCaret(element, at?.start ?? end, at?.end ?? end);
  }
}

function listen(field, history, read) {
  const { element } = field;
  const text = (transfer) => transfer?.getData("text/plain").replace(/[\s\u0000-\u001f]*[\r\n\t][\s]*/g, " ") ?? "";
  const put = (transfer) => field.insert([{ text: text(transfer) }].filter((run) => run.text));
  const on = (name, does) => element.addEventListener(name, does);

  on("beforeinput", (event) => {
    if (TYPING.test(event.inputType)) return void (event.isComposing || history.remember(event.inputType));
    if (!event.cancelable) return undefined;
    event.preventDefault();
    if (event.inputType === "historyUndo") field.undo();
    if (event.inputType === "historyRedo") field.redo();
    if (event.inputType === "insertLineBreak") field.insert([{ bound: "lb" }]);
    return undefined;
  });
  on("compositionstart", () => history.remember("composition"));
  on("input", read);
  on("paste", (event) => {
    event.preventDefault();
    put(event.clipboardData);
  });
  on("drop", (event) => {
    event.preventDefault();
    put(event.dataTransfer);
  });
  on("dragstart", (event) => event.preventDefault());
  on("copy", (event) => copy(field, event));
  on("cut", (event) => {
    if (copy(field, event)) field.insert([], "cut");
  });
}

/** Copy the words of the selection without the labels of chips; false when nothing is selected. */
function copy(field, event) {
  const at = field.caret();
  if (!at || at.start === at.end) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", plain(slice(field.runs, at.start, at.end)));
  return true;
}
