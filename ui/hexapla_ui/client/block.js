/** Blocks as sections of the grid: what their gutter says, and which belong together under one rule. */
import { h } from "./dom.js";
import { drawRow, dress } from "./row.js";
import { t } from "./words.js";

const NAMES = {
  head: "head",
  item: "item",
  quote: "quote",
  epigraph: "epigraph",
  verse: "verse",
  speaker: "turn",
  turn: "turn",
  dateline: "dateline",
  salute: "salute",
  signed: "signed",
  postscript: "postscript",
  trailer: "trailer",
  label: "label",
  cell: "cell",
};
const CLASSES = { p: "", turn: "", speaker: "sp", item: "li" };
const TOGETHER = new Set(["speaker", "turn", "verse", "item", "quote", "epigraph", "cell", "label"]);

/** The blocks of a page as sections, {kind, rows}; a view is made on the way for every entry without one. */
export function drawBlocks(grid, blocks) {
  const sections = [];
  let before = null;
  for (const block of blocks) {
    if (!belongs(before, block)) sections.push({ kind: sectionClass(block), rows: [] });
    sections.at(-1).rows.push(...drawBlock(grid, block, before));
    before = block;
  }
  return sections;
}

/** Show sections in a table; a section or row that stands there already, and in its place, is not touched. */
export function arrange(table, sections) {
  const taken = new Set();
  const elements = sections.map(({ kind, rows }) => {
    const there = rows.map((row) => row.parentElement).find((one) => one?.parentElement === table && !taken.has(one));
    const element = there ?? h("section", { role: "rowgroup" });
    taken.add(element);
    if (element.className !== `b ${kind}`) element.className = `b ${kind}`;
    return element;
  });
  for (const [nth, { rows }] of sections.entries()) place(elements[nth], rows);
  place(table, elements);
}

function place(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  for (const [nth, child] of wanted.entries())
    if (parent.children[nth] !== child) parent.insertBefore(child, parent.children[nth] ?? null);
}

function drawBlock(grid, block, before) {
  const mark = markOf(block, before);
  const number = block.kind === "item" && block.n ? `${block.n.replace(/\.$/, "")}.` : null;
  return block.rows.map((row, nth) =>
    rowOf(grid, grid.entries.get(row.units.join("+")), {
      kind: CLASSES[block.kind] ?? block.kind,
      mark: nth || block.continued ? { text: "" } : mark,
      number: nth || block.continued ? null : number,
    }),
  );
}

/** An entry that has a row keeps it, with the caret in it. */
function rowOf(grid, entry, place) {
  if (!entry.view) return drawRow(grid, entry, place);
  dress(entry, place);
  return entry.view.element;
}

/** A turn with its speaker, the lines of a stanza, the items of a list stand without a rule between them. */
function belongs(before, block) {
  if (!before || !block.group || block.group !== before.group) return false;
  return TOGETHER.has(block.kind) && TOGETHER.has(before.kind);
}

function sectionClass({ kind, level }) {
  const lower = kind === "head" && level > 1 ? " two" : "";
  return `${kind}${lower}`;
}

/** What the gutter says of a block; the speaker speaks for the turn, the first line for the stanza. */
function markOf(block, before) {
  const { kind } = block;
  if (kind === "p") return { text: "¶", title: t("paragraph") };
  if (kind === "note") return { text: block.n ? t("note {n}", { n: block.n }) : t("note") };
  const inside = belongs(before, block);
  if (inside && ((kind === "verse" && before.kind === "verse") || kind === "turn")) return { text: "" };
  return { text: t(NAMES[kind] ?? kind) };
}
