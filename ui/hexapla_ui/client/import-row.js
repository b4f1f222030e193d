/** One block of a text on its way in: the lines of the file at the left, how it was read at the right. */
import { h } from "./dom.js";
import { plainOf, wrap } from "./import-marks.js";
import { toDom } from "./runs.js";
import { t } from "./words.js";

const NAMES = {
  p: "paragraph", head: "head", item: "item", quote: "quote", epigraph: "epigraph", verse: "verse", speaker: "turn",
  turn: "turn", dateline: "dateline", salute: "salute", signed: "signed", postscript: "postscript",
  trailer: "trailer", label: "label", cell: "cell", break: "break",
}; // prettier-ignore

/** What a kind is called. */
export function kindName({ kind, n }) {
  if (kind === "note") return n ? t("note {n}", { n }) : t("note");
  return t(NAMES[kind] ?? kind);
}

/** Draw a block; `before` is the one above it, which may have said already what kind it is. */
export function drawRow(view, block, before) {
  const row = { block, units: new Map() };
  row.label = h("span", { class: "kind" });
  row.acts = h("div", { class: "strip", hidden: true });
  const language = { lang: view.page.lang, dir: view.page.dir };
  const text = h("div", { class: "read", ...language }, ...drawUnits(view, row, block));
  const mark = h("div", { class: "side" }, row.label);
  row.raw = h("div", { class: "raw", dir: "auto" }, ...block.raw.map((line) => drawLine(view, line)));
  row.text = text;
  row.element = h("div", { class: `pair ${block.kind}${block.kind === "head" && block.level > 1 ? " two" : ""}`, role: "listitem", tabindex: "-1", "data-block": block.id, "data-kind": block.kind },
    row.raw, mark, text, row.acts);
  if (block.kind === "item" && block.n) text.dataset.n = `${block.n.replace(/\.$/, "")}.`;
  label(row, before);
  markUp(view, row);
  return row;
}

/** Say what kind a block is, where the one above has not said it already. */
export function label(row, before) {
  const { block } = row;
  const inside = before && block.group && block.group === before.block.group;
  const said = inside && (block.kind === "turn" || (block.kind === before.block.kind && block.kind !== "item"));
  row.label.textContent = said ? "" : block.kind === "p" ? "¶" : kindName(block);
  row.label.title = kindName(block);
  row.element.classList.toggle("joined", Boolean(inside));
  row.element.setAttribute("aria-label", kindName(block));
}

function drawUnits(view, row, block) {
  const note = (run) => ({ text: "note" in run ? (view.page.notes[run.note] ?? "*") : nameOf(run) });
  return block.units.flatMap((unit, nth) => {
    const element = h("span", { class: "unit", "data-unit": unit.id }, toDom(unit.text, note));
    row.units.set(unit.id, { unit, element });
    return nth && view.spaced ? [" ", element] : [element];
  });
}

function nameOf(run) {
  return run.bound === "lb" ? "↵" : String(run.bound ?? "");
}

function drawLine(view, line) {
  const marked = line.decisions.filter((nth) => view.page.decisions[nth]?.kind !== "layout");
  const shown = h("div", { class: marked.length ? "line marked" : "line", "data-line": line.n, "data-decisions": marked.join(" ") || null },
    h("span", { class: "number", "aria-hidden": "true" }, String(line.n)));
  shown.append(h("span", { class: "words" }, line.text || "\u200b"));
  return shown;
}

/** Mark the words of the decisions in a block; what was taken back bears no mark. */
export function markUp(view, row) {
  const { block } = row;
  const own = block.decisions.map((nth) => view.page.decisions[nth]).filter(Boolean);
  row.element.classList.toggle("decided", own.some((one) => !one.unit && !one.back && one.kind !== "layout"));
  for (const one of own) {
    const at = one.unit && row.units.get(one.unit);
    if (!at) continue;
    const words = plainOf(at.element).slice(one.start, one.end);
    if (words === one.after.split(/\s+/u).filter(Boolean).join(" ")) {
      wrap(at.element, one.start, one.end, { class: one.back ? "decision back" : "decision", "data-decision": one.nth });
    }
  }
}

/** Show which decision is looked at, on both sides of the rows it touches. */
export function point(view, decision) {
  for (const element of view.rows.querySelectorAll(".pointed")) element.classList.remove("pointed");
  for (const mark of view.rows.querySelectorAll(".raw mark")) mark.parentNode.replaceChildren(mark.parentNode.textContent);
  if (!decision) return;
  const row = view.index.get(decision.block);
  if (!row) return;
  for (const mark of row.text.querySelectorAll(`[data-decision="${decision.nth}"]`)) mark.classList.add("pointed");
  if (!decision.unit) row.label.classList.add("pointed");
  for (const line of row.raw.querySelectorAll(".marked")) {
    if (line.dataset.decisions.split(" ").includes(String(decision.nth))) pointLine(line, decision);
  }
}

/** Mark in a line of the file what stood there: the end of a line and the beginning of the next, or the words alone. */
function pointLine(line, { before }) {
  const words = line.querySelector(".words");
  const text = words.textContent;
  const parts = before.split("\n").map((part) => part.trim()).filter(Boolean);
  const whole = text.trimEnd();
  const lead = text.length - text.trimStart().length;
  let [start, end] = [lead, whole.length];
  if (parts.length === 1 && text.includes(parts[0])) [start, end] = [text.indexOf(parts[0]), text.indexOf(parts[0]) + parts[0].length];
  else if (parts.length > 1 && whole.endsWith(parts[0])) start = whole.length - parts[0].length;
  else if (parts.length > 1 && text.startsWith(parts.at(-1), lead)) end = lead + parts.at(-1).length;
  words.replaceChildren(text.slice(0, start), h("mark", {}, text.slice(start, end)), text.slice(end));
}
