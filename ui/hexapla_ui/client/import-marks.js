/** Marks in the text of a block: the words of decisions, and the place where a person is about to do something. */
import { h } from "./dom.js";
import { isChip } from "./runs.js";

/** The texts of a unit's element with the place where each begins in its plain text. */
function* texts(node, at = { n: 0 }) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      yield { node: child, start: at.n };
      at.n += child.data.length;
    } else if (isChip(child)) {
      at.n += child.classList.contains("lb") ? 1 : 0; // A line break is a space in the plain text, a note is nothing.
    } else if (!child.classList.contains("caret")) {
      yield* texts(child, at);
    }
  }
}

/** The plain text of a unit's element. */
export function plainOf(element) {
  let plain = "";
  for (const { node, start } of texts(element)) plain = plain.padEnd(start, " ") + node.data;
  return plain;
}

/** Wrap the words between two places of a unit's plain text; what crosses a tag becomes several marks. */
export function wrap(element, start, end, attributes) {
  const found = [...texts(element)].filter((one) => one.start < end && start < one.start + one.node.data.length);
  for (const { node, start: from } of found) {
    let part = node;
    if (start > from) part = part.splitText(start - from);
    const length = end - Math.max(start, from);
    if (length < part.data.length) part.splitText(length);
    const mark = h("mark", attributes);
    part.replaceWith(mark);
    mark.append(part);
  }
}

/** Put a caret at a place of a unit's plain text; returns it. */
export function putCaret(element, offset) {
  const caret = h("span", { class: "caret", "aria-hidden": "true" });
  let last = null;
  for (const { node, start } of texts(element)) {
    last = node;
    if (offset > start + node.data.length) continue;
    const at = Math.max(offset - start, 0);
    if (at === node.data.length) node.after(caret);
    else if (at === 0) node.before(caret);
    else node.splitText(at).before(caret);
    return caret;
  }
  if (last) last.after(caret);
  else element.append(caret);
  return caret;
}

/** Take a caret away, and join the texts that it parted. */
export function takeCaret(box) {
  for (const caret of box.querySelectorAll(".caret")) {
    const parent = caret.parentNode;
    caret.remove();
    parent.normalize();
  }
}

/** The place in a unit's plain text of a point on the screen: the beginning of the word there, or null. */
export function wordAt(element, x, y) {
  const root = element.getRootNode();
  const from = root.caretPositionFromPoint ?? document.caretPositionFromPoint;
  const position = from?.call(root.caretPositionFromPoint ? root : document, x, y, { shadowRoots: [root] });
  const node = position?.offsetNode;
  const one = node && [...texts(element)].find((text) => text.node === node);
  if (!one) return null;
  const before = plainOf(element).slice(0, one.start + position.offset);
  return before.length - /\S*$/.exec(before)[0].length;
}

/** Where words begin in a plain text. */
export function begins(plain) {
  return [...plain.matchAll(/\S+/gu)].map((word) => word.index);
}

/** Where words end in a plain text. */
export function ends(plain) {
  return [...plain.matchAll(/\S+/gu)].map((word) => word.index + word[0].length);
}
