/** A text on its way in as the page holds it: its blocks as they come, the one at work, and what stands around. */
import { h, say, scroller } from "./dom.js";
import { day } from "./import-begin.js";
import { hints, keycap } from "./import-keys.js";
import { paintList, walked } from "./import-list.js";
import { showPlace } from "./import-place.js";
import { drawRow, label, point } from "./import-row.js";
import { drawStrip } from "./import-strip.js";
import { t } from "./words.js";

const MANY = 100; // Blocks in one answer of the desk, and drawn again after a change elsewhere.

/** Load some more blocks; false where there are none. */
export function more(view) {
  view.loading ??= load(view).finally(() => (view.loading = null));
  return view.loading;
}

async function load(view) {
  const { page, order } = view;
  if (!page || order.length >= page.blocks) return false;
  const version = page.row.version;
  const window = await view.route.get("import/window", { import: view.number, after: order.length });
  if (view.stopped || version !== view.page.row.version) return !view.stopped;
  if (window.version !== version) return renew(view).then(() => false);
  const fresh = window.blocks.map((block, nth) => drawOne(view, block, nth ? null : order.at(-1)));
  link(view, fresh, order.at(-1));
  order.push(...fresh);
  view.rows.append(...fresh.map((row) => row.element));
  view.surface.box.dataset.drawn = order.length;
  return window.blocks.length > 0;
}

function drawOne(view, block, before) {
  const row = drawRow(view, block, before);
  view.index.set(block.id, row);
  return row;
}

/** Say kinds anew where rows have new neighbours. */
function link(view, rows, before) {
  let last = before;
  for (const row of rows) {
    label(row, last);
    last = row;
  }
}

/** The import was changed elsewhere: show it as it stands now, at the same unit. */
export async function renew(view) {
  const unit = view.place?.unit ?? view.active?.block.units[0]?.id;
  const { length } = view.order;
  view.page = await view.route.get("import/page", { import: view.number });
  [view.order, view.active, view.place, view.decision] = [[], null, null, null];
  view.index.clear();
  view.rows.replaceChildren();
  while (view.order.length < Math.min(length || MANY, view.page.blocks) && (await load(view)));
  paint(view);
  const row = view.order.find((one) => one.units.has(unit)) ?? view.order[0];
  if (row) activate(view, row, { focus: true });
}

/** Take over what an act has changed. */
export function take(view, changed) {
  const { page, order } = view;
  Object.assign(page, { row: changed.row, by: changed.by, steps: changed.steps, units: changed.units, blocks: changed.blocks, notes: changed.notes });
  for (const one of changed.decisions) page.decisions[one.nth] = one;
  if (view.decision) view.decision = page.decisions[view.decision.nth];
  const unit = changed.unit || view.place?.unit || view.active?.block.units[0]?.id;
  const top = view.active?.element.getBoundingClientRect().top;
  if (changed.at <= order.length) splice(view, changed);
  view.active = null;
  view.place = null;
  const row = order.find((one) => one.units.has(unit)) ?? order[Math.min(changed.at, order.length - 1)];
  paint(view);
  if (row) activate(view, row, { focus: true, top });
  view.surface.box.dataset.version = page.row.version;
}

function splice(view, { at, gone, fresh }) {
  const { order } = view;
  const rows = fresh.map((block) => drawOne(view, block, null));
  const old = order.splice(at, gone, ...rows);
  const ids = new Set(rows.map((row) => row.block.id));
  for (const row of old) if (!ids.has(row.block.id)) view.index.delete(row.block.id);
  const next = order[at + rows.length]?.element ?? null;
  for (const row of old) row.element.remove();
  for (const row of rows) view.rows.insertBefore(row.element, next);
  link(view, order.slice(at, at + rows.length + 1), order[at - 1]);
  view.surface.box.dataset.drawn = order.length;
}

/** Show everything that stands around the text. */
export function paint(view) {
  paintBar(view);
  paintList(view);
  paintFoot(view);
  point(view, view.decision);
}

function paintBar(view) {
  const { page, numbers, locale } = view;
  const counts = { blocks: numbers.format(page.blocks), units: numbers.format(page.units), words: numbers.format(page.words) };
  const does = (id, kind, ...content) => h("button", { type: "button", class: `btn ${kind}`, "data-does": id, disabled: id === "undo" && !page.steps, onclick: () => view.does(id) }, ...content);
  const kept = h("span", { class: "q sm", role: "status" }, page.steps ? t("by {name}, {when}", { name: page.by, when: day(page.row.changed, locale) }) : t("Everything is kept on the desk."));
  view.bar.replaceChildren(
    h("h1", { lang: page.lang }, page.row.title || page.row.name),
    h("span", { class: "q from" }, t("from {file}", { file: page.row.name })),
    h("span", { class: "q num sm" }, t("{blocks} blocks, {units} units, {words} words", counts)),
    h("span", { class: "push" }), kept,
    does("undo", "k", t("Undo"), keycap("undo")),
    does("drop", "k bare", t("Drop")),
    does("store", "go", t("Store"), keycap("store")),
  );
  const toggle = h("button", { type: "button", class: "btn k only-narrow", "aria-pressed": String(Boolean(view.showsFile)), onclick: () => turnSide(view) }, view.showsFile ? t("Reading") : t("File"));
  view.heads.replaceChildren(
    h("div", { class: "of-file" }, t("File"), " ", h("small", { class: "num" }, page.lines ? t("{n} lines", { n: numbers.format(page.lines) }) : "")),
    h("div", {}),
    h("div", { lang: page.lang }, view.surface.language(page.lang).name, " ", h("small", { lang: locale }, page.lines ? t("Reading").toLowerCase() : t("This reader keeps no lines of the file; here is what it read."))),
    toggle,
  );
}

/** On a narrow page one side is shown at a time. */
function turnSide(view) {
  view.showsFile = !view.showsFile;
  view.surface.box.classList.toggle("shows-file", view.showsFile);
  paintBar(view);
}

function paintFoot(view) {
  const all = h("button", { type: "button", class: "btn k bare push", "data-does": "keys", onclick: () => view.does("keys") }, keycap("keys"), t("Keys of this page"));
  view.hints.replaceChildren(...hints(view.mode), all);
}

/** Say something that is true until the next thing is said. */
export function tell(view, sentence, kind = "") {
  say(view.notice, sentence);
  view.notice.className = `notice ${kind}`;
}

/** Change what the keys mean: "text", "note" or "field". */
export function setMode(view, mode) {
  view.mode = mode;
  view.surface.box.dataset.mode = mode;
  paintFoot(view);
}

/** Make a block the one at work; nothing above it moves. */
export function activate(view, row, { focus = false, top, still = false, center = false } = {}) {
  const before = view.active;
  const place = top ?? (before && row !== before ? row.element.getBoundingClientRect().top : undefined);
  if (before !== row) {
    if (before) quiet(before);
    view.active = row;
    view.place = null;
    row.element.classList.add("on");
    row.element.setAttribute("aria-current", "true");
    row.element.tabIndex = 0;
    drawStrip(view, row);
  }
  showPlace(view);
  const moved = place === undefined ? 0 : row.element.getBoundingClientRect().top - place;
  if (moved) scroller(view.surface.box).scrollBy({ top: moved, behavior: "instant" });
  if (focus) row.element.focus({ preventScroll: true });
  if (!still) row.element.scrollIntoView({ block: center ? "center" : "nearest", behavior: "instant" });
}

function quiet(row) {
  row.element.classList.remove("on");
  row.element.removeAttribute("aria-current");
  row.element.tabIndex = -1;
  row.acts.hidden = true;
  row.acts.replaceChildren();
}

/** Go to the block before (-1) or behind (1). */
export async function step(view, by) {
  const at = view.order.indexOf(view.active) + by;
  if (at >= view.order.length) await more(view);
  const row = view.order[at];
  if (row) activate(view, row, { focus: true });
}

/** Go to the next decision (1), or the one before (-1), of the kind that is walked. */
export async function walk(view, by) {
  const some = walked(view);
  if (!some.length) return;
  const at = view.decision ? some.findIndex((one) => one.nth === view.decision.nth) : by > 0 ? -1 : some.length;
  await look(view, some[Math.max(0, Math.min(at + by, some.length - 1))]);
}

/** Look at a decision: both sides show it, and its block is the one at work. */
export async function look(view, decision) {
  while (!view.index.has(decision.block) && (await more(view)));
  const row = view.index.get(decision.block);
  view.decision = decision;
  if (row) activate(view, row, { focus: true, center: true });
  paintList(view);
  point(view, decision);
  const marked = row?.element.querySelector(".read .pointed, .raw mark");
  if (marked?.checkVisibility()) marked.scrollIntoView({ block: "center", behavior: "instant" });
  view.surface.box.dataset.looked = decision.nth;
}

/** Walk the decisions of one kind from here on, from its first. */
export async function lookAt(view, kind) {
  view.kind = view.kind === kind ? "" : kind;
  view.decision = null;
  paintList(view);
  await walk(view, 1);
}
