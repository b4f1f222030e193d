/**
 * The source mode of a unit: its source becomes a field where it stands, with a bar below of what can be done to it.
 * Nothing is done before its effect on every language was shown; a correction that is typed and not done is kept in
 * this browser.
 */
import { h } from "./dom.js";
import { createField } from "./field.js";
import { tell } from "./foot.js";
import { labels } from "./marks.js";
import { Refused } from "./route.js";
import { same, toDom } from "./runs.js";
import { paintTools, showTools } from "./source-tools.js";
import { showStale } from "./source-stale.js";
import { activate } from "./walk.js";
import { t } from "./words.js";

/** Open the source of an entry: of its first unit, if none is named; a second time, go to the bar and back. */
export async function openSource(grid, entry, unit = null) {
  if (!grid.settings.mends) return undefined;
  if (grid.source?.entry === entry && !unit) return turn(grid.source);
  if (grid.held) return undefined;
  activate(grid, entry);
  // Who types on means the source: until it is there, keys are held, and none goes into the translation.
  grid.held = [];
  const view = await look(grid, entry, unit ?? entry.units[0]);
  const text = grid.held.join("");
  grid.held = null;
  const stays = view && grid.active === entry;
  if (stays) {
    grid.source?.close();
    enterSource(grid, entry, view).field.focus({ start: 0, end: 0 });
  }
  const field = stays ? grid.source.field : grid.active?.view.field;
  if (text) field?.insert([{ text }], "insertText");
  if (!stays) return undefined;
  entry.view.element.scrollIntoView({ block: "nearest", behavior: "instant" });
  return grid.changed();
}

/** What the desk says of a unit's source, or null. */
export async function look(grid, { text }, unit) {
  try {
    return await grid.route.get("source", { text, unit });
  } catch (error) {
    tell(grid, error instanceof Refused ? error.message : t("The desk does not answer."), "warn");
    return null;
  }
}

/** From the words to the bar, and back. */
function turn(mode) {
  if (mode.hasFocus()) showTools(mode, true);
  else mode.back();
}

function enterSource(grid, entry, view) {
  const unit = view.block.units.find((one) => one.unit === view.unit);
  const panel = h("div", { class: "mend", role: "cell" });
  const mode = { grid, entry, view, unit, panel, base: unit.source, caret: { start: 0, end: 0 } };
  mode.field = fieldOf(mode);
  mode.isDirty = () => !same(mode.field.runs, mode.base);
  mode.hasFocus = () => grid.box.getRootNode().activeElement === mode.field.element;
  mode.selection = () => mode.field.caret() ?? mode.caret;
  mode.back = () => {
    showTools(mode);
    mode.field.focus(mode.caret);
  };
  mode.close = (goBack = true) => close(mode, goBack);
  const { element, source } = entry.view;
  const others = view.block.units.filter((one) => one !== unit && entry.units.includes(one.unit));
  mode.parts = [mode.field.element, ...others.map((one) => otherPart(mode, one))];
  if (others.length) mode.parts.sort((one, other) => order(entry, one) - order(entry, other));
  source.hidden = true;
  source.before(...mode.parts);
  element.append(panel);
  element.dataset.mending = unit.unit;
  grid.source = mode;
  showTools(mode);
  restore(mode);
  return mode;
}

function order(entry, { dataset }) {
  return entry.units.indexOf(dataset.source);
}

function fieldOf(mode) {
  const { grid, unit } = mode;
  const { source } = grid.page;
  const field = createField({
    lang: source,
    dir: grid.language(source).dir,
    label: labels(unit.bound),
    attributes: {
      "aria-label": t("Source of unit {n}", { n: unit.n }),
      "data-place": "source",
      "data-source": unit.unit,
    },
    changed: () => typed(mode),
  });
  field.element.addEventListener("blur", () => (mode.caret = field.caret() ?? mode.caret));
  field.fill(unit.source);
  return field;
}

/** Where a language joins units, the source of each of them is mended by itself. */
function otherPart({ grid, entry }, { unit, n, source, bound }) {
  const label = t("Mend the source of unit {n}", { n });
  const does = { onclick: () => openSource(grid, entry, unit) };
  const told = { "data-source": unit, "aria-label": label };
  return h("button", { type: "button", class: "t part", ...told, ...does }, toDom(source, labels(bound)));
}

/** The person changed the words: keep them here until they are done, or are as they were. */
function typed(mode) {
  const { grid, field, base, unit } = mode;
  const { runs } = field;
  if (!mode.isDirty()) drop(mode);
  else grid.store.keepDraft(place(mode), { runs, base, mark: unit.mark, at: new Date().toISOString() });
  paintTools(mode);
}

/** A correction that was typed before and not done comes back, whichever window it was typed in. */
function restore(mode) {
  const [kept] = mode.grid.store.drafts(place(mode));
  if (!kept) return;
  if (same(kept.runs, mode.unit.source)) return void drop(mode);
  mode.field.fill(kept.runs);
  if (kept.mark === mode.unit.mark) return void paintTools(mode);
  mode.base = kept.base;
  showStale(mode, mode.unit.source);
}

/** Forget the correction that was typed. */
export function drop(mode) {
  const { store } = mode.grid;
  for (const { window } of store.drafts(place(mode))) store.dropDraft(place(mode), window);
}

function place({ grid, entry, unit }) {
  return { text: entry.text, lang: grid.page.source, units: [unit.unit] };
}

/** Leave the source for the translation; a correction that is not done stays in this browser. */
export function leaveSource(mode) {
  const { grid, entry, unit } = mode;
  const dirty = mode.isDirty();
  mode.close();
  entry.view.field.focus();
  if (dirty) tell(grid, t("Your correction of unit {n} is kept in this browser, and not done.", { n: unit.n }));
  grid.changed();
}

function close({ grid, entry, parts, panel }, goBack) {
  const { element, source, label, field } = entry.view;
  const inside = [...parts, panel].some((part) => part.contains(grid.box.getRootNode().activeElement));
  for (const part of [...parts, panel]) part.remove();
  delete element.dataset.mending;
  source.replaceChildren(toDom(entry.row.source, label));
  source.hidden = false;
  if (grid.source?.entry === entry) grid.source = null;
  if (goBack && inside && field.element.isConnected) field.focus();
}
