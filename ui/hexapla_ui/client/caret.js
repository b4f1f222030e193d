/** Where the caret stands in a field, as places counted from its start, inside a shadow root as well. */
import { isChip } from "./runs.js";

/** The caret or selection of a field as {start, end}; null when it is elsewhere. */
export function caretIn(field) {
  const range = rangeIn(field);
  if (!range || !field.contains(range.startContainer) || !field.contains(range.endContainer)) return null;
  const start = placeOf(field, range.startContainer, range.startOffset);
  const end = placeOf(field, range.endContainer, range.endOffset);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** Set the caret, or a selection, by places. */
export function setCaret(field, start, end = start) {
  const [from, fromAt] = pointAt(field, start);
  const [to, toAt] = pointAt(field, end);
  selectionOf(field)?.setBaseAndExtent(from, fromAt, to, toAt);
}

/** The range between two places, to be marked or measured; the selection stays where it is. */
export function rangeOf(field, start, end) {
  const range = document.createRange();
  range.setStart(...pointAt(field, start));
  range.setEnd(...pointAt(field, end));
  return range;
}

/** How many places a node's content takes. */
export function places(node) {
  let count = 0;
  for (const leaf of leaves(node)) count += sizeOf(leaf);
  return count;
}

function selectionOf(field) {
  const root = field.getRootNode();
  return root.getSelection ? root.getSelection() : document.getSelection();
}

/** Browsers differ: Chromium asks the shadow root, the standard composes ranges, Firefox gives the real nodes. */
function rangeIn(field) {
  const selection = selectionOf(field);
  if (!selection?.rangeCount) return null;
  const root = field.getRootNode();
  const composed = root.getSelection ? null : selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  return composed ?? selection.getRangeAt(0);
}

function placeOf(field, node, offset) {
  const range = document.createRange();
  range.setStart(field, 0);
  range.setEnd(node, offset);
  return places(range.cloneContents());
}

function pointAt(field, place) {
  let left = place;
  let last = [field, 0];
  for (const leaf of leaves(field)) {
    const size = sizeOf(leaf);
    if (!isChip(leaf) && left <= size) return [leaf, left];
    const index = Array.prototype.indexOf.call(leaf.parentNode.childNodes, leaf);
    if (left < size) return [leaf.parentNode, index];
    left -= size;
    last = isChip(leaf) ? [leaf.parentNode, index + 1] : [leaf, leaf.data.length];
  }
  return last;
}

function* leaves(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE || isChip(child)) yield child;
    else yield* leaves(child);
  }
}

function sizeOf(leaf) {
  return leaf.nodeType === Node.TEXT_NODE ? leaf.data.length : 1;
}
