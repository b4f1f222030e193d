/** A text on its way in: the file's lines beside the reading, walked and mended by keys, as the desk has it. */
import { h } from "./dom.js";
import { beginCorrect, cancel, carryOut, choosing } from "./import-act.js";
import { sentenceOf } from "./import-begin.js";
import { asked } from "./import-keys.js";
import { drawList } from "./import-list.js";
import { activate, look, more, paint } from "./import-page.js";
import { point } from "./import-row.js";
import { t } from "./words.js";

const WHOLE = 3000; // Blocks that are drawn without waiting for the person to scroll there.

/** Show an import by its number; returns how to leave it. */
export function showText(surface, number) {
  const view = {
    surface, number, route: surface.route, locale: surface.locale, numbers: new Intl.NumberFormat(surface.locale),
    page: null, order: [], index: new Map(), active: null, place: null, decision: null, kind: "", mode: "text",
    loading: null, stopped: false, busy: null,
  }; // prettier-ignore
  view.does = (id, value) => carryOut(view, id, value);
  draw(view);
  const keys = (event) => press(view, event);
  surface.box.addEventListener("keydown", keys);
  open(view);
  return () => {
    view.stopped = true;
    surface.box.removeEventListener("keydown", keys);
    view.watch?.disconnect();
  };
}

function draw(view) {
  const { box } = view.surface;
  view.bar = h("div", { class: "bar" });
  view.heads = h("div", { class: "cols" });
  view.rows = h("div", { class: "pairs", role: "list" });
  view.end = h("div", { class: "more", "aria-hidden": "true" });
  view.notice = h("div", { class: "notice", role: "status" });
  view.hints = h("div", { class: "hints", role: "note", "aria-label": t("Keys") });
  view.list = drawList(view, (id, value) => view.does(id, value));
  view.panel = h("div", { class: "veil", hidden: true });
  const text = h("div", { class: "text" }, view.heads, view.rows, view.end);
  const foot = h("div", { class: "foot" }, view.notice, view.hints);
  box.replaceChildren(view.bar, h("div", { class: "desk" }, text, view.list.element), foot, view.panel);
  view.rows.addEventListener("click", (event) => clicked(view, event));
  view.rows.addEventListener("pointerover", (event) => hover(view, event));
  view.watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more(view), { rootMargin: "1500px" });
  view.watch.observe(view.end);
}

/** Ask for the import and its first blocks; one that is over, or is not there, says so in its place. */
async function open(view) {
  try {
    view.page = await view.route.get("import/page", { import: view.number });
    view.spaced = view.surface.language(view.page.lang).spaced;
    await more(view);
  } catch (error) {
    return fail(view, sentenceOf(error));
  }
  if (view.stopped) return undefined;
  view.surface.box.classList.toggle("no-lines", !view.page.lines);
  paint(view);
  await view.surface.styled;
  if (view.order.length) activate(view, view.order[0], { focus: true, still: true });
  goOn(view);
  view.surface.box.dataset.ready = `import:${view.number}`;
  return rest(view);
}

/** Open a correction again that was being typed when the page was left. */
function goOn(view) {
  const begins = `hexapla:import:${view.number}:`;
  const left = Object.keys(sessionStorage).find((name) => name.startsWith(begins));
  const unit = left?.slice(begins.length);
  const row = unit && view.order.find((one) => one.units.has(unit));
  if (!row) return;
  activate(view, row, { focus: true, still: true });
  beginCorrect(view, unit);
}

/** Draw the rest of a text of the usual length while nobody waits for it. */
async function rest(view) {
  while (!view.stopped && view.order.length < Math.min(view.page.blocks, WHOLE) && (await more(view)));
}

function fail(view, sentence) {
  const back = h("button", { type: "button", class: "btn", onclick: () => view.surface.show(null) }, t("Bring a file"));
  view.surface.box.replaceChildren(h("div", { class: "empty", role: "alert" }, h("p", { class: "t" }, sentence), back));
  view.surface.box.dataset.ready = "over";
}

function clicked(view, event) {
  if (event.target.closest(".strip, a, input, textarea")) return;
  const mark = event.target.closest("[data-decision], .marked");
  const row = view.index.get(event.target.closest("[data-block]")?.dataset.block);
  if (!row || choosing(view, event, row)) return;
  activate(view, row, { focus: true, still: true });
  const nth = mark?.dataset.decision ?? mark?.dataset.decisions?.split(" ")[0];
  if (nth) look(view, view.page.decisions[Number(nth)]);
}

/** Whatever the pointer is over shows on the other side, too. */
function hover(view, event) {
  const mark = event.target.closest("[data-decision], .marked");
  const nth = mark?.dataset.decision ?? mark?.dataset.decisions?.split(" ")[0];
  if (nth === view.hovered) return;
  view.hovered = nth;
  point(view, nth ? view.page.decisions[Number(nth)] : view.decision);
}

function press(view, event) {
  const target = event.composedPath()[0];
  const field = target.closest?.("input, select, textarea, [contenteditable]");
  if (!view.panel.hidden) {
    if (event.key === "Escape") cancel(view);
    return event.stopPropagation();
  }
  if (field && view.mode !== "field") return event.stopPropagation();
  const id = view.page && asked(event, view.mode);
  const own = target.closest?.("button, a");
  if (!id || (own && (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey)) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return view.does(id);
}

