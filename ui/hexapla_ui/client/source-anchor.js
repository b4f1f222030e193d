/** Where a note is anchored: a mark that walks through the words of the units around. */
import { h, keepFocus } from "./dom.js";
import { keycap } from "./keycap.js";
import { caps } from "./keys.js";
import { labels } from "./marks.js";
import { plain, toDom } from "./runs.js";
import { back } from "./source-ask.js";
import { stops } from "./source-text.js";
import { slice, splice } from "./splice.js";
import { t } from "./words.js";

const MARK = "hexapla:mark"; // No element of TEI: it stands for the place until it is drawn.

/** Ask for a place; `chosen({unit, place})` gets one of the units of the view, and a place in its runs. */
export function askAnchor(mode, chosen) {
  const { view, panel, grid } = mode;
  const { source } = grid.page;
  const all = view.around.map((unit) => ({ unit, stops: stops(unit.source, source) }));
  const spots = all.filter((one) => one.stops.length);
  if (!spots.length) return;
  const nearest = spots.findIndex(({ unit }) => unit.unit === view.nearest);
  const walker = { mode, spots, chosen, at: Math.max(0, nearest), stop: 0 };
  walker.stop = spots[walker.at].stops.length - 1;
  toMark(walker);
  walker.number = h("small", { class: "num" });
  walker.text = h("p", { class: "t", lang: source, dir: grid.language(source).dir });
  walker.said = h("span", { class: "sr", role: "status" });
  const box = h(
    "div",
    { class: "anchor", tabindex: 0, role: "group", "aria-label": t("Where the note belongs") },
    walker.number,
    walker.text,
  );
  const title = h("p", { class: "title" }, t("Where does the note belong?"));
  panel.replaceChildren(h("div", { class: "effect", "data-place": "anchor" }, title, box, walker.said, drawWays(walker)));
  mode.walker = walker;
  paint(walker);
  box.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest", behavior: "instant" });
  grid.changed();
}

function drawWays(walker) {
  const { mode } = walker;
  const way = (id, label) => {
    const does = { onmousedown: keepFocus, onclick: () => mode.grid.act(id, mode.entry) };
    const told = { "aria-label": label, title: label, "data-does": id };
    return h("button", { type: "button", class: "btn k", tabindex: -1, ...told, ...does }, caps(id));
  };
  const ways = (label, ...buttons) => h("span", { class: "ways" }, h("small", {}, label), ...buttons);
  const go = { type: "button", class: "btn k go", onclick: () => take(walker) };
  return h(
    "footer",
    {},
    h("button", go, t("The note belongs here"), keycap("here")),
    back(mode),
    ways(t("Words"), way("earlier", t("Word before")), way("after", t("Next word"))),
    ways(t("Units"), way("above", t("Unit before")), way("below", t("Next unit"))),
  );
}

/** An asterisk or dagger in a unit before is most likely the mark of this note. */
function toMark(walker) {
  for (let at = walker.at; at >= Math.max(0, walker.at - 12); at--) {
    const { unit, stops: ends } = walker.spots[at];
    const nth = ends.findLastIndex((end) => /[*†‡]/.test(plain(slice(unit.source, end - 1, end))));
    if (nth >= 0) return void ([walker.at, walker.stop] = [at, nth]);
  }
}

/** Move the mark: by a word (±1, 0) or by a unit (0, ±1). */
export function moveAnchor({ walker }, words, units) {
  const { spots } = walker;
  const ends = () => spots[walker.at].stops;
  if (units && spots[walker.at + units]) {
    walker.at += units;
    walker.stop = Math.min(walker.stop, ends().length - 1);
  } else if (words && ends()[walker.stop + words] !== undefined) walker.stop += words;
  else if (words && spots[walker.at + words]) {
    walker.at += words;
    walker.stop = words > 0 ? 0 : ends().length - 1;
  }
  paint(walker);
}

/** Take the place of the mark, unless another button has the keyboard. */
export function takeAnchor({ walker, panel, grid }) {
  const focused = grid.box.getRootNode().activeElement;
  if (panel.contains(focused) && focused.matches(".btn:not(.go)")) focused.click();
  else take(walker);
}

function take({ spots, at, stop, chosen }) {
  chosen({ unit: spots[at].unit, place: spots[at].stops[stop] });
}

function paint({ spots, at, stop, number, text, said }) {
  const { unit, stops: ends } = spots[at];
  const place = ends[stop];
  const words = plain(slice(unit.source, 0, place)).trim().split(/\s+/).slice(-3).join(" ");
  const marked = toDom(splice(unit.source, place, place, [{ bound: MARK }]), labels(unit.bound));
  marked.querySelector(`[data-run*="${MARK}"]`).replaceWith(h("mark", { "aria-hidden": "true" }));
  number.textContent = unit.n;
  text.replaceChildren(marked);
  said.textContent = t("Unit {n}, after “{words}”", { n: unit.n, words });
}
