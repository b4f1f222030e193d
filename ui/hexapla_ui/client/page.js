/** Pages of rows: asking for them, drawing them, and taking over what is new without touching what is typed. */
import { paintBar } from "./bar.js";
import { arrange, drawBlocks } from "./block.js";
import { h } from "./dom.js";
import { entryOf } from "./entry.js";
import { tell } from "./foot.js";
import { createRetry } from "./retry.js";
import { Away, Refused } from "./route.js";
import { hideDone } from "./source-done.js";
import { leave, restore } from "./saving.js";
import { askTerms, forgetTerms } from "./terms-known.js";
import { t } from "./words.js";

const SKELETON = 400; // Milliseconds of waiting before the page says that it waits.

/** The table, empty, with its heads and the pager below it. */
export function drawTable(grid) {
  grid.heads = { source: h("div", { role: "columnheader" }), target: h("div", { role: "columnheader" }) };
  grid.rows = h("div", { class: "rows", role: "presentation" });
  grid.pager = h("nav", { class: "pager", "aria-label": t("Pages"), hidden: true });
  const corner = h("div", { role: "columnheader" }, h("span", { class: "sr" }, t("Unit")));
  const heads = h("div", { class: "cols", role: "row" }, corner, grid.heads.source, grid.heads.target);
  grid.table = h("div", { class: "grid", role: "table" }, heads, grid.rows);
  return grid.table;
}

/** Open the first page, trying again while the desk does not answer; then `opened()`. */
export function open(grid, query, opened) {
  grid.opening = createRetry(async () => {
    if (grid.page) return;
    try {
      await ask(grid, grid.place, query);
    } catch (error) {
      if (error instanceof Away || error instanceof Refused) fail(grid, error);
      if (error instanceof Refused) return;
      throw error;
    }
    opened();
  });
  grid.opening.now();
}

/** Go to a page of a place ({text, lang}) by {unit}, {after} or {before}; false where it did not come. */
export async function load(grid, place, query = {}) {
  try {
    return await ask(grid, place, query);
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    tell(grid, sentenceOf(error), "warn");
    return false;
  }
}

async function ask(grid, place, query) {
  const asked = (grid.asked += 1);
  const slow = setTimeout(() => busy(grid, true), SKELETON);
  try {
    let page, accepted;
    do {
      // A save that was taken meanwhile is not in what the desk had answered before: its old draft would come back.
      accepted = grid.accepted;
      page = await grid.route.get("page", { ...place, ...query });
      if (asked !== grid.asked) return false;
    } while (accepted !== grid.accepted);
    drawPage(grid, page);
    return true;
  } finally {
    clearTimeout(slow);
    busy(grid, false);
  }
}

function busy(grid, is) {
  grid.box.classList.toggle("loading", is);
  grid.table.setAttribute("aria-busy", String(is));
}

/** Nothing is shown yet, so the failure stands in the text's place. */
function fail(grid, error) {
  const sentence = sentenceOf(error);
  const again = h("button", { type: "button", class: "btn", onclick: () => grid.opening.now() }, t("Try again"));
  grid.rows.replaceChildren(h("div", { class: "empty", role: "alert" }, h("p", { class: "t" }, sentence), again));
  grid.box.dataset.failed = sentence;
}

function sentenceOf(error) {
  return error instanceof Refused ? error.message : t("The text could not be loaded.");
}

function drawPage(grid, page) {
  grid.source?.close();
  if (grid.active) leave(grid, grid.active);
  for (const entry of grid.order) clearTimeout(entry.idle);
  forgetTerms(grid.order);
  grid.active = null;
  hold(grid, page, (row, kind) => entryOf(row, page, kind));
  grid.rows.replaceChildren();
  const sections = drawBlocks(grid, page.blocks);
  for (const entry of grid.order) {
    restore(grid, entry);
    grid.paint(entry);
  }
  arrange(grid.rows, sections);
  if (!sections.length)
    grid.rows.append(h("div", { class: "empty" }, h("p", { class: "t" }, t("This text has no units."))));
  paintPage(grid);
  delete grid.box.dataset.failed;
  hideDone(grid);
  grid.changed();
  grid.box.dataset.ready = `${page.text}:${page.lang}:${page.first}`;
  askTerms(grid);
}

/** Take a page in hand; `entry(row, kind)` makes or finds what is known of each row. */
export function hold(grid, page, entry) {
  grid.page = page;
  grid.place = { text: page.text, lang: page.lang };
  grid.notes = page.blocks.filter(({ note }) => note).map(({ note, n }) => ({ note, label: n }));
  grid.order = page.blocks.flatMap(({ kind, rows }) => rows.map((row) => entry(row, kind)));
  grid.entries = new Map(grid.order.map((one) => [one.name, one]));
  grid.translated = (page.progress.translated ?? 0) * page.total;
}

/** Show what stands around the rows of the page in hand. */
export function paintPage(grid) {
  paintHeads(grid);
  paintBar(grid);
  paintPager(grid);
}

/** Show how much is translated, with the saves of this page counted in. */
export function paintHeads(grid) {
  const { page, heads } = grid;
  const share = page.total ? grid.translated / page.total : 0;
  const percent = share.toLocaleString(grid.locale, { style: "percent", maximumFractionDigits: 0 });
  head(grid, heads.source, page.source, t("source"));
  head(grid, heads.target, page.lang, t("{share} translated", { share: percent }));
  grid.table.setAttribute("aria-label", page.title);
  grid.table.setAttribute("aria-rowcount", page.total + 1);
}

function head(grid, element, tag, what) {
  const { name, dir } = grid.language(tag);
  element.dir = dir;
  const small = h("small", { class: "num", lang: grid.locale }, h("bdi", {}, what));
  element.replaceChildren(h("span", { lang: tag }, name), " ", small);
}

function paintPager(grid) {
  const { before, after } = grid.page;
  const button = (label, query, enter) =>
    h("button", { type: "button", class: "btn", "data-page": enter, onclick: () => grid.turn(query, enter) }, label);
  grid.pager.replaceChildren(
    ...(before ? [button(t("Previous page"), { before }, "last")] : []),
    ...(after ? [button(t("Next page"), { after }, "first")] : []),
  );
  grid.pager.hidden = !before && !after;
}
