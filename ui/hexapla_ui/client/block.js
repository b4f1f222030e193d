/** Blocks as sections of the grid: what their gutter says, and which belong together under one rule. */
import { h } from "./dom.js";
import { drawRow } from "./row.js";
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

/** Draw the blocks of a page; every entry's view is made on the way. */
export function drawBlocks(grid, blocks) {
  const sections = [];
  let before = null;
  for (const block of blocks) {
    if (!belongs(before, block)) sections.push(h("section", { class: sectionClass(block), role: "rowgroup" }));
    sections.at(-1).append(...drawBlock(grid, block, before));
    before = block;
  }
  return sections;
}

function drawBlock(grid, block, before) {
  const mark = markOf(block, before);
  const number = block.kind === "item" && block.n ? `${block.n.replace(/\.$/, "")}.` : null;
  return block.rows.map((row, nth) =>
    drawRow(grid, grid.entries.get(row.units.join("+")), {
      kind: CLASSES[block.kind] ?? block.kind,
      mark: nth || block.continued ? { text: "" } : mark,
      number: nth || block.continued ? null : number,
    }),
  );
}

/** A turn with its speaker, the lines of a stanza, the items of a list stand without a rule between them. */
function belongs(before, block) {
  if (!before || !block.group || block.group !== before.group) return false;
  return TOGETHER.has(block.kind) && TOGETHER.has(before.kind);
}

function sectionClass({ kind, level }) {
  const lower = kind === "head" && level > 1 ? " two" : "";
  return `b ${kind}${lower}`;
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
