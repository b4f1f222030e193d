/** What can be done with the block at work, below its text: its kind, and every act with its key. */
import { h } from "./dom.js";
import { createField } from "./field.js";
import { keycap, KINDS, labelOf, cap } from "./import-keys.js";
import { t } from "./words.js";

const FIXED = new Set(["note", "speaker", "cell", "label"]);

/** Show the strip of a block. */
export function drawStrip(view, row) {
  const { block } = row;
  const does = (id, label) =>
    h("button", { type: "button", class: "btn k", title: labelOf(id), "data-does": id, onclick: () => view.does(id) }, label, keycap(id));
  const first = view.order[0] === row;
  row.acts.className = "strip";
  row.acts.replaceChildren(
    ...(view.page.row.target ? [] : [
      FIXED.has(block.kind) && block.kind !== "note" ? "" : picker(view, block),
      first || block.kind === "note" ? "" : does("join", t("Join")),
      does("split", t("Split")),
      FIXED.has(block.kind) || first ? "" : does("note", t("Note")),
      does("correct", t("Correct")),
    ]),
  );
  row.acts.hidden = !row.acts.hasChildNodes();
}

/** The level of a head as people count it: that of its division, 1 the highest. */
export function levelOf({ level }) {
  return Math.max(1, level - 1);
}

function picker(view, block) {
  const now = block.kind === "head" ? `head-${Math.min(levelOf(block), 3)}` : block.kind;
  const known = block.kind === "note" ? ["p"] : KINDS;
  const select = h("select", { "aria-label": t("Kind of block"), "data-does": "kind", onchange: () => view.does(select.value) },
    ...(known.includes(now) ? [] : [h("option", { value: "", selected: true }, block.kind === "note" ? t("note") : t(block.kind))]),
    ...known.map((id) => h("option", { value: id, selected: id === now }, `${labelOf(id)} · ${cap(id)}`)));
  return select;
}

/** Show a field for the words of one unit; `changed(runs)` at each key, `done(runs)` with the new ones, `left()` if none. */
export function drawField(view, row, unit, done, left, changed) {
  const note = (run) => ({ text: "note" in run ? t("note {n}", { n: view.page.notes[run.note] ?? "" }) : String(run.bound) });
  const attributes = { "aria-label": t("Words as they are read"), "data-field": unit.id };
  const field = createField({ lang: view.page.lang, dir: view.page.dir, label: note, attributes, changed: () => changed(field.runs) });
  field.fill(unit.text);
  const button = (id, kind, does) =>
    h("button", { type: "button", class: `btn k ${kind}`, "data-does": id, onclick: does }, labelOf(id, "field"), keycap(id, "field"));
  row.acts.className = "strip field";
  row.acts.replaceChildren(
    h("p", { class: "q sm" }, t("Put the words as they should stand. Nothing else of the text is changed.")),
    field.element,
    h("div", { class: "acts" }, button("confirm", "go", () => done(field.runs)), button("cancel", "bare", left)),
  );
  row.acts.hidden = false;
  field.focus();
  return field;
}

/** Say what is to be chosen while a note looks for its place. */
export function drawChoice(view, row) {
  const button = (id, kind) =>
    h("button", { type: "button", class: `btn k ${kind}`, "data-does": id, onclick: () => view.does(id) }, labelOf(id, "note"), keycap(id, "note"));
  row.acts.className = "strip";
  row.acts.replaceChildren(
    h("span", { class: "q sm" }, t("Choose where the note is attached: ← → go by words, ↑ ↓ by paragraphs, Enter attaches it.")),
    ...["word-back", "word", "previous", "next"].map((id) => button(id, "")),
    button("attach", "go"), button("cancel", "bare"),
  );
  row.acts.hidden = false;
}
