/** Keys as they stand on the keyboard, in the order they are pressed, whichever way the page is read. */
import { h } from "./dom.js";
import { caps } from "./keys.js";

/** The caps of an action's keys. */
export function keycap(id) {
  return h("kbd", { dir: "ltr" }, caps(id));
}
