/** What can be done in the source mode, by the ids of its keys. */
import { tell } from "./foot.js";
import { missing } from "./marks.js";
import { normal, plain } from "./runs.js";
import { askAnchor, moveAnchor, takeAnchor } from "./source-anchor.js";
import { askKind, askLanguage } from "./source-ask.js";
import { undoMend } from "./source-done.js";
import { carryOut, propose, turnMeaning } from "./source-effect.js";
import { around, offsetOf, shortened, trimmed } from "./source-text.js";
import { kindOf } from "./source-tools.js";
import { drop, leaveSource, openSource } from "./source.js";
import { slice } from "./splice.js";
import { h } from "./dom.js";
import { t } from "./words.js";

/** The actions of the mode that is open, and the ways into it. */
export function sourceActs(grid, entry) {
  const ways = { source: () => openSource(grid, entry), unmend: () => undoMend(grid) };
  const mode = grid.source;
  if (!mode) return ways;
  return {
    ...ways,
    leave: () => (mode.hasFocus() || !isInPanel(mode) ? leaveSource(mode) : mode.back()),
    discard: () => discard(mode),
    correct: () => correct(mode),
    italic: () => mark(mode, "hi", t("Italic")),
    foreign: () => words(mode) && askLanguage(mode, (lang) => mark(mode, "foreign", t("Foreign, {lang}", { lang }), lang)),
    title: () => mark(mode, "title", t("Title")),
    quoted: () => mark(mode, "q", t("Quoted")),
    sic: () => mark(mode, "sic", t("[sic]")),
    split: () => split(mode),
    merge: () => merge(mode),
    kind: () => clean(mode) && askKind(mode, (kind) => changeKind(mode, kind)),
    join: () => join(mode),
    begin: () => begin(mode),
    note: () => note(mode),
    meaning: () => turnMeaning(mode),
    do: () => carryOut(mode),
    earlier: () => moveAnchor(mode, back(mode), 0),
    after: () => moveAnchor(mode, -back(mode), 0),
    above: () => moveAnchor(mode, 0, -1),
    below: () => moveAnchor(mode, 0, 1),
    here: () => takeAnchor(mode),
  };
}

/** Whether the keyboard is in what stands below the words; from there one goes back to them first. */
function isInPanel({ panel, grid }) {
  return panel.contains(grid.box.getRootNode().activeElement);
}

/** The arrow to the left goes back in a text that is read from the left. */
function back({ grid }) {
  return grid.language(grid.page.source).dir === "rtl" ? 1 : -1;
}

/** Whether nothing is typed that the next act would not know of. */
function clean(mode) {
  if (!mode.isDirty()) return true;
  tell(mode.grid, t("Correct the unit or throw the correction away first."), "warn");
  return false;
}

/** The words that are selected, {start, end} as places; null where there are none, which is said. */
function words(mode) {
  if (!clean(mode)) return null;
  const found = trimmed(mode.field.runs, mode.selection());
  if (!found) tell(mode.grid, t("Select the words first."), "warn");
  return found;
}

function mark(mode, tag, name, lang = "") {
  const found = words(mode);
  if (!found) return undefined;
  const { runs } = mode.field;
  const [start, end] = [offsetOf(runs, found.start), offsetOf(runs, found.end)];
  const said = shortened(plain(slice(runs, found.start, found.end)));
  return propose(mode, {
    body: { do: "mark", start, end, tag, lang },
    title: t("{name}: “{words}”", { name, words: said }),
    verb: t("Mark the words"),
    done: t("{name}: “{words}”", { name, words: said }),
  });
}

function correct(mode) {
  const { grid, unit, field } = mode;
  if (!mode.isDirty()) return tell(grid, t("The words are as they were."));
  const absent = missing(unit.bound, field.runs).length;
  if (absent) return tell(grid, t("A note or tag is missing; set it again with F2."), "warn");
  const { n } = unit;
  return propose(mode, {
    body: { do: "correct", source: normal(field.runs), meaning: false },
    title: t("Correct unit {n}", { n }),
    verb: t("Correct"),
    done: t("Unit {n} is corrected.", { n }),
  });
}

function discard(mode) {
  mode.field.replace(mode.base);
  drop(mode);
  mode.back();
}

function split(mode) {
  if (!clean(mode)) return undefined;
  const { grid, field, unit } = mode;
  const { start } = mode.selection();
  const { before, after } = around(field.runs, start);
  if (!before || !after) return tell(grid, t("Set the caret where the second part is to begin."), "warn");
  const { n } = unit;
  return propose(mode, {
    body: { do: "split", offset: offsetOf(field.runs, start) },
    title: t("Split unit {n}", { n }),
    detail: [before, " ", h("mark"), " ", after],
    verb: t("Split"),
    done: t("Unit {n} is split.", { n }),
  });
}

function merge(mode) {
  if (!clean(mode)) return undefined;
  const { view, unit } = mode;
  const next = view.block.units[view.block.units.indexOf(unit) + 1];
  if (!next) return undefined;
  const values = { n: unit.n, next: next.n };
  return propose(mode, {
    body: { do: "merge" },
    also: [next],
    title: t("Merge unit {n} with unit {next}", values),
    detail: [shortened(plain(unit.source)), " ", h("mark"), " ", shortened(plain(next.source))],
    verb: t("Merge"),
    done: t("Units {n} and {next} are one.", values),
  });
}

function changeKind(mode, { kind, level = 0 }) {
  const { block } = mode.view;
  const values = { before: kindOf(block), after: kindOf({ kind, level }) };
  return propose(mode, {
    body: { do: "kind", block: block.id, kind, level },
    title: t("Change the block from {before} to {after}", values),
    verb: t("Change"),
    done: t("The {before} is now: {after}.", values),
  });
}

function join(mode) {
  const { view } = mode;
  if (!clean(mode) || !view.before) return undefined;
  const values = { kind: kindOf(view.block), before: kindOf({ kind: view.before }) };
  return propose(mode, {
    body: { do: "join", block: view.block.id },
    title: t("Join this block ({kind}) with the one before it ({before})", values),
    verb: t("Join"),
    done: t("The blocks are joined."),
  });
}

function begin(mode) {
  const { view, unit } = mode;
  if (!clean(mode) || view.block.units[0] === unit) return undefined;
  return propose(mode, {
    body: { do: "begin" },
    title: t("Begin a paragraph with unit {n}", { n: unit.n }),
    verb: t("Begin"),
    done: t("A paragraph begins with unit {n}.", { n: unit.n }),
  });
}

function note(mode) {
  const { view } = mode;
  if (!clean(mode) || !view.around.length) return undefined;
  return askAnchor(mode, ({ unit, place }) => {
    const { before } = around(unit.source, place);
    propose(mode, {
      body: { do: "anchor", block: view.block.id, at: unit.unit, offset: offsetOf(unit.source, place) },
      also: [unit],
      title: t("Make this block a note in unit {n}", { n: unit.n }),
      detail: [before, h("mark")],
      verb: t("Make it a note"),
      done: t("The block is a note in unit {n}.", { n: unit.n }),
    });
  });
}
