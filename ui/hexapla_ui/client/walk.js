/** Going from unit to unit: by click, by key, across the ends of pages, and to what is still to be translated. */
import { facing } from "./conflict.js";
import { isOpen } from "./entry.js";
import { offline, tell } from "./foot.js";
import { load } from "./page.js";
import { confirm, leave } from "./saving.js";
import { Away } from "./route.js";
import { steady } from "./steady.js";
import { judgeDraft } from "./terms-known.js";
import { t } from "./words.js";

/** Make an entry the one at work; nothing above its text moves on the screen. */
export function activate(grid, entry) {
  const before = grid.active;
  if (before === entry) return;
  const change = () => {
    grid.active = entry;
    grid.source?.close(false);
    if (before) {
      leave(grid, before);
      mark(grid, before, false);
    }
    mark(grid, entry, true);
  };
  if (before) steady(grid, change, entry);
  else change();
  tell(grid, "");
  grid.changed();
  judgeDraft(grid, entry);
}

function mark(grid, entry, on) {
  const { element } = entry.view;
  element.classList.toggle("on", on);
  if (on) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
  grid.paint(entry);
}

/** Go to an entry with the caret at its end, or to its banner where it has one to decide on. */
export function enter(grid, entry) {
  activate(grid, entry);
  if (entry.conflict && !entry.later) facing(grid, entry);
  else entry.view.field.focus();
  entry.view.element.scrollIntoView({ block: "nearest", behavior: "instant" });
  grid.point(entry);
}

/** One unit down (1) or up (-1), over the end of the page to the next one. */
export async function step(grid, way) {
  const at = grid.order.indexOf(grid.active) + way;
  if (grid.order[at]) return enter(grid, grid.order[at]);
  const { before, after } = grid.page;
  if (way > 0 && after) return turn(grid, { after }, "first");
  if (way < 0 && before) return turn(grid, { before }, "last");
  return tell(grid, way > 0 ? t("This is the last unit of the text.") : t("This is the first unit of the text."));
}

/** Turn the page and go to its first or last unit. */
export async function turn(grid, query, which) {
  if (!(await load(grid, grid.place, query)) || !grid.order.length) return;
  enter(grid, grid.order.at(which === "last" ? -1 : 0));
}

/** Confirm the unit at work and go to the next untranslated one: on this page, else wherever the desk knows one. */
export async function confirmAndGo(grid) {
  const entry = grid.active;
  if (entry.conflict) return facing(grid, entry);
  confirm(grid, entry);
  const rest = grid.order.slice(grid.order.indexOf(entry) + 1);
  const next = rest.find((one) => isOpen(one, grid.outbox.pending(one)));
  if (next) return enter(grid, next);
  // Who types on means the next unit: until it is there, keys are held, and none goes into the one just confirmed.
  grid.held = [];
  const left = () => grid.active !== entry || !grid.entries.has(entry.name);
  try {
    const unit = await untranslatedAfter(grid, grid.order.at(-1).units.at(-1));
    if (grid.active !== entry) return undefined;
    if (unit) return await goTo(grid, unit);
    return tell(grid, t("No untranslated unit is left in this text."));
  } catch (error) {
    return tell(grid, error instanceof Away ? offline(grid) : error.message, "warn");
  } finally {
    const text = grid.held.join("");
    grid.held = null;
    if (text && left()) grid.active?.view.field.insert([{ text }], "insertText");
  }
}

/** The desk's next untranslated unit, once around the text; units on this page are known better here. */
async function untranslatedAfter(grid, from) {
  let after = from;
  for (let tries = 0; tries <= grid.order.length; tries++) {
    const { unit } = await grid.route.get("next", { ...grid.place, after, state: "untranslated" });
    const entry = unit && holding(grid, unit);
    if (!unit || !entry || isOpen(entry, grid.outbox.pending(entry))) return unit;
    after = unit;
  }
  return null;
}

/** Go to a unit by its id, loading its page where it is not at hand. */
export async function goTo(grid, unit) {
  if (!holding(grid, unit) && !(await load(grid, grid.place, { unit }))) return;
  const entry = holding(grid, unit) ?? grid.order[0];
  if (entry) enter(grid, entry);
}

/** Go to the first of some places, conflicts or texts not saved, whichever text and language it is in. */
export async function goToFirst(grid, places) {
  const [first] = places.values();
  if (!first) return;
  const { text, lang, units } = first;
  const here = text === grid.place.text && lang === grid.place.lang && holding(grid, units[0]);
  if (!here && !(await load(grid, { text, lang }, { unit: units[0] }))) return;
  const entry = holding(grid, units[0]);
  if (!entry) return;
  entry.later = false;
  enter(grid, entry);
}

/** The entry on the page that a unit belongs to. */
export function holding(grid, unit) {
  return grid.order.find((entry) => entry.units.includes(unit));
}
