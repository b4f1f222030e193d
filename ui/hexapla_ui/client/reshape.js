/**
 * The page in hand once more, as it is by now: rows show what is new where they stand, come and go; the caret, and
 * whatever is being typed, stay. Units may have been split, merged, corrected or moved by whomever.
 */
import { arrange, drawBlocks } from "./block.js";
import { entryOf, isDirty, isInLines, settle } from "./entry.js";
import { tell } from "./foot.js";
import { hold, paintPage } from "./page.js";
import { nameOf } from "./place.js";
import { Refused } from "./route.js";
import { normal, same, toDom } from "./runs.js";
import { keep, refresh, restore } from "./saving.js";
import { steady } from "./steady.js";
import { askTerms, forgetTerms } from "./terms-known.js";
import { activate } from "./walk.js";
import { t } from "./words.js";

/** Show the page as the desk has it now; `own` says that the person has just changed the source here. */
export async function renew(grid, own = false) {
  const { page } = grid;
  if (!page || !grid.order.length) return;
  const newer = await ask(grid).catch(() => null);
  if (!newer || grid.page !== page) return;
  const names = new Set(newer.blocks.flatMap(({ rows }) => rows.map(({ units }) => units.join("+"))));
  const gone = grid.order.filter(({ name }) => !names.has(name));
  if (!own && gone.some((entry) => isBusy(grid, entry))) return;
  for (const entry of gone) await rescue(grid, entry, names);
  if (grid.page === page) reshape(grid, newer);
}

/** The page that holds the unit at work, else the one that stands where this one stood. */
async function ask({ route, place, page, order, active }) {
  const [unit] = (active ?? order[0]).units;
  const newer = await route.get("page", { ...place, unit });
  if (newer.blocks.some(({ rows }) => rows.some(({ units }) => units.includes(unit)))) return newer;
  return route.get("page", { ...place, after: Math.max(0, page.first - 1) });
}

/** Whether a row cannot go yet: its text is on its way, or somebody is typing in it, or in its source. */
function isBusy(grid, entry) {
  const pending = grid.outbox.pending(entry);
  if (pending || (grid.source?.entry === entry && grid.source.isDirty())) return true;
  if (grid.active !== entry || !isDirty(entry)) return false;
  const told = t("Unit {n} is part of another unit by now. Your text is kept there as a suggestion when you go on.", entry.row);
  tell(grid, told, "warn");
  return true;
}

/** What was typed in a row that goes, and is not at the desk, becomes a suggestion at the row before it. */
async function rescue(grid, entry, names) {
  const draft = grid.store.draft(entry);
  if (!draft) return;
  const { text, lang, units } = entry;
  const exists = await grid.route.get("unit", { text, lang, unit: units[0] }).catch((error) => error);
  if (!(exists instanceof Refused && exists.status === 404)) return;
  const before = grid.order.slice(0, grid.order.indexOf(entry)).findLast(({ name }) => names.has(name));
  const unit = (before ?? grid.order.find(({ name }) => names.has(name)))?.units[0];
  if (!unit) return;
  const target = normal(draft.runs);
  const kept = draft.acked || !target.length || (await suggest(grid, { text, lang, unit, target }));
  if (!kept) return;
  grid.store.dropDraft(entry);
  grid.drafts.drop(entry);
  for (const places of [grid.refused, grid.contested]) places.delete(nameOf(entry));
}

function suggest(grid, body) {
  return grid.route.post("remark", { ...body, do: "suggest" }).catch(() => null);
}

function reshape(grid, newer) {
  const { active, entries, order } = grid;
  const focus = focusOf(grid);
  const fresh = [];
  hold(grid, newer, (row, kind) => {
    const known = entries.get(row.units.join("+"));
    if (!known) fresh.push(entryOf(row, newer, kind));
    else adjust(grid, known, row, kind);
    return known ?? fresh.at(-1);
  });
  const left = order.filter((entry) => grid.entries.get(entry.name) !== entry);
  for (const entry of left) clearTimeout(entry.idle);
  forgetTerms(left);
  if (grid.source && grid.entries.get(grid.source.entry.name) !== grid.source.entry) grid.source.close();
  const stays = active && grid.entries.get(active.name) === active;
  const draw = () => {
    const sections = drawBlocks(grid, newer.blocks);
    for (const entry of fresh) restore(grid, entry);
    arrange(grid.rows, sections);
  };
  if (stays) steady(grid, draw, active);
  else draw();
  for (const entry of grid.order) grid.paint(entry);
  paintPage(grid);
  if (!stays && grid.order.length) follow(grid, active, order, focus);
  else focus.back();
  grid.box.dataset.ready = `${newer.text}:${newer.lang}:${newer.first}`;
  grid.changed();
  askTerms(grid);
}

/** Where the keyboard is, and how to bring it back there if its row was moved. */
function focusOf(grid) {
  const root = grid.box.getRootNode();
  const focused = root.activeElement;
  const field = [grid.source?.field, grid.active?.view.field].find((one) => one?.element === focused);
  const caret = field?.caret();
  const back = () => {
    if (!focused?.isConnected || root.activeElement === focused) return;
    if (field) field.focus(caret);
    else focused.focus({ preventScroll: true });
  };
  return { back, inRows: grid.rows.contains(focused) };
}

/** The unit at work is gone: the one that stood before it is at work now. */
function follow(grid, gone, order, focus) {
  const before = order.slice(0, order.indexOf(gone) + 1).findLast(({ name }) => grid.entries.has(name));
  grid.active = null;
  activate(grid, (before && grid.entries.get(before.name)) || grid.order[0]);
  if (focus.inRows) grid.active.view.field.focus();
}

/** Let a row that stays show another source, other numbers, another translation; what is typed in it stays. */
function adjust(grid, entry, row, kind) {
  const { row: was, view } = entry;
  const { source, bound, n, position } = row;
  const marks = JSON.stringify(bound) !== JSON.stringify(was.bound);
  const other = marks || !same(source, was.source);
  const begun = entry.base.revision === entry.revision && row.revision > entry.revision;
  const follows = begun && same(row.target, entry.stored);
  entry.inLines = isInLines(kind);
  entry.row = { ...was, source, bound, n, position };
  if (other) {
    entry.row.previous = row.previous;
    view.was.replaceChildren();
    view.source.replaceChildren(toDom(source, view.label));
    if (marks && grid.active !== entry) view.field.fill(view.field.runs);
  }
  refresh(grid, entry, row);
  // Only the source is another one: what is being typed was begun on the very text that the desk still has.
  if (!follows || row.revision === entry.revision || entry.conflict || grid.outbox.pending(entry)) return;
  settle(entry, { target: entry.stored, state: row.state, revision: row.revision });
  if (isDirty(entry)) keep(grid, entry);
}
