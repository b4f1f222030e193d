/**
 * What is known of the terms of the rows on a page: asked for once the rows stand, again when a text of a block is saved,
 * and for the unit at work while it is typed. None of it is waited for, and a desk that does not answer changes nothing.
 *
 * An entry has `judged`, and `judgedOn`, the text that its places are counted in.
 */
import { handChanged } from "./drawer.js";
import { same } from "./runs.js";
import { mark, unmark } from "./terms-marks.js";

const PAUSE = 500; // Milliseconds after the last key until a text is judged as it stands.

/** Ask for the terms of a range of positions of the page in hand: of all, if none is given. */
export async function askTerms(grid, range = null) {
  const { page, place, order } = grid;
  if (!order.length) return;
  const { first, last } = range ?? page;
  const stored = new Map(order.map((entry) => [entry, entry.stored]));
  const found = await grid.route.get("terms/page", { ...place, first, last }).catch(() => null);
  if (!found || grid.page !== page) return;
  for (const entry of order) {
    const { position } = entry.row;
    if (position < first || position > last || grid.entries.get(entry.name) !== entry) continue;
    // A text that was judged while it was typed is known better than the one that the desk has.
    const typed = entry.judgedOn && !same(entry.view.field.runs, entry.stored) && same(entry.view.field.runs, entry.judgedOn);
    if (!typed) take(grid, entry, found.rows[entry.units[0]] ?? [], stored.get(entry));
  }
  grid.terms = { any: grid.terms?.any || Object.keys(found.rows).length > 0 };
}

/** A text was saved: the terms of its block are asked for anew, since a term may stand in a unit beside it. */
export function askBlock(grid, entry) {
  const block = grid.page?.blocks.find(({ rows }) => rows.some(({ units }) => units.join("+") === entry.name));
  const places = block?.rows.map(({ position }) => position) ?? [];
  if (places.length) askTerms(grid, { first: Math.min(...places), last: Math.max(...places) });
}

/** The text of an entry was changed by the person: judge it when they pause. */
export function judgeSoon(grid, entry) {
  stop(entry);
  entry.judging = { timer: setTimeout(() => judge(grid, entry), PAUSE), aborter: new AbortController() };
}

/** A kept draft came back with its row: the page's answer is about the text that the desk has, so it is asked about itself. */
export function judgeDraft(grid, entry) {
  const { runs } = entry.view.field;
  const known = entry.judgedOn && same(runs, entry.judgedOn);
  if (!entry.judging && !known && !same(runs, entry.stored)) judgeSoon(grid, entry);
}

/** The person is done with an entry: what waits to be judged is judged now. */
export function judgeNow(grid, entry) {
  if (entry.judging) judge(grid, entry);
}

function stop({ judging }) {
  clearTimeout(judging?.timer);
  judging?.aborter.abort();
}

async function judge(grid, entry) {
  const { text, lang, units, judging } = entry;
  clearTimeout(judging.timer);
  const target = entry.view.field.runs;
  const found = await grid.route.post("terms/verdict", { text, lang, unit: units[0], target }, judging.aborter.signal).catch(() => null);
  if (entry.judging !== judging) return;
  entry.judging = null;
  if (found && grid.entries.get(entry.name) === entry) take(grid, entry, found.judged, target);
}

function take(grid, entry, judged, text) {
  const shown = JSON.stringify(judged);
  const nothing = !judged.length && !entry.judged?.length;
  const known = nothing || (entry.judgedShown === shown && same(entry.judgedOn, text));
  [entry.judged, entry.judgedOn, entry.judgedShown] = [judged, text, shown];
  mark(entry);
  if (known) return;
  grid.paint(entry);
  if (grid.active === entry) handChanged(grid);
}

/** Rows leave the page: nothing of theirs stays marked, or on its way. */
export function forgetTerms(entries) {
  for (const entry of entries) {
    stop(entry);
    entry.judging = null;
    unmark(entry);
  }
}
