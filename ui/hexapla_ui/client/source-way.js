/** The quiet way into the source of a unit, for those who may mend it. */
import { h, keepFocus } from "./dom.js";
import { caps } from "./keys.js";
import { t } from "./words.js";

/** A button for a row's source cell, seen while the row is at work or under the pointer; null for who may not. */
export function drawWay(grid, entry) {
  if (!grid.settings.mends) return null;
  const label = t("Mend the source of unit {n}", { n: entry.row.n });
  const does = { onmousedown: keepFocus, onclick: () => grid.act("source", entry) };
  const told = { "aria-label": label, title: `${label} (${caps("source")})` };
  return h("button", { type: "button", class: "way", tabindex: -1, ...told, ...does });
}
