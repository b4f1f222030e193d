/** Changes elsewhere on the page do not move the text that a person is at. */
import { scroller } from "./dom.js";

/** Do something, and scroll by as much as it has moved the text of an entry: the one at work, if none is named. */
export function steady(grid, does, entry = grid.active) {
  const field = entry?.view.field.element;
  const top = field?.getBoundingClientRect().top;
  does();
  const moved = field?.isConnected ? field.getBoundingClientRect().top - top : 0;
  if (moved) scroller(grid.box).scrollBy({ top: moved, behavior: "instant" });
}
