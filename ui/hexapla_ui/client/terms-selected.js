/**
 * A new term from a selection: words of the source, or of the translation, become a concept without leaving the text.
 * What is typed in the form stays until the desk has taken it.
 */
import { caretIn } from "./caret.js";
import { h, say } from "./dom.js";
import { tell } from "./foot.js";
import { keycap } from "./keycap.js";
import { Away } from "./route.js";
import { plain } from "./runs.js";
import { slice } from "./splice.js";
import { askTerms } from "./terms-known.js";
import { activate } from "./walk.js";
import { t } from "./words.js";

/** Open the form below the row whose words are selected, else below the unit at work. */
export function newTerm(grid, entry) {
  if (grid.newTerm && grid.newTerm.form.isConnected) return grid.newTerm.source.focus();
  const found = selected(grid, entry);
  if (found.entry !== grid.active) activate(grid, found.entry);
  found.entry.caret = found.entry.view.field.caret() ?? found.entry.caret;
  open(grid, found);
  return undefined;
}

/** Whether words of a source are selected. */
export function hasWords(grid) {
  return Boolean(grid.active && selected(grid, grid.active).source);
}

/** The words that are selected, and in which text. */
function selected(grid, active) {
  const of = (runs, at) => plain(slice(runs, at.start, at.end)).replace(/\s+/g, " ").trim();
  const inMode = grid.source && grid.source.field.caret();
  if (inMode && inMode.start < inMode.end) return { entry: active, source: of(grid.source.field.runs, inMode), target: "" };
  for (const entry of [active, ...grid.order]) {
    const source = caretIn(entry.view.source);
    if (source && source.start < source.end) return { entry, source: of(entry.row.source, source), target: "" };
  }
  const target = active.view.field.caret();
  return { entry: active, source: "", target: target ? of(active.view.field.runs, target) : "" };
}

function open(grid, { entry, source, target }) {
  const { lang } = entry;
  const field = (name, value, tag) => h("input", { name, value, maxlength: 200, lang: tag, dir: "auto", autocomplete: "off", spellcheck: "false" });
  const from = grid.page.source;
  const made = { entry, source: field("source", source, from), target: field("target", target, lang), concept: "", busy: false };
  made.kind = h("select", { name: "kind" }, ...kinds().map(([value, label]) => h("option", { value }, label)));
  made.wrong = h("p", { class: "wrong", role: "alert" });
  const label = (text, input) => h("label", {}, h("span", {}, text), input);
  made.form = h(
    "form",
    { class: "newterm", "data-place": "term", role: "group", "aria-label": t("New term"), onsubmit: (event) => event.preventDefault() },
    h("div", { class: "fields" },
      label(t("Term, {lang}", { lang: grid.language(from).name }), made.source),
      label(t("Kind"), made.kind),
      label(t("Proposed, {lang}", { lang: grid.language(lang).name }), made.target)),
    made.wrong,
    h("footer", {},
      h("button", { type: "button", class: "btn k go", onclick: () => addTerm(grid) }, t("Add"), keycap("add-term")),
      h("button", { type: "button", class: "btn k bare", onclick: () => leaveTerm(grid) }, t("Back to the text"), keycap("leave-term"))),
  );
  grid.newTerm = made;
  entry.view.element.append(made.form);
  (source && !target ? made.target : made.source).focus({ preventScroll: true });
  made.form.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function kinds() {
  return [["term", t("term")], ["name", t("name")], ["title", t("title")]];
}

/** Close the form; the caret goes back into the text. */
export function leaveTerm(grid) {
  const made = grid.newTerm;
  if (!made) return;
  grid.newTerm = null;
  made.form.remove();
  if (grid.active === made.entry) made.entry.view.field.focus(made.entry.caret);
}

/** Add the concept, and the rendering as a proposal; what the desk does not take stays in the form. */
export async function addTerm(grid) {
  const made = grid.newTerm;
  if (!made || made.busy) return;
  const [words, rendering] = [made.source, made.target].map((input) => input.value.trim());
  if (!words) {
    say(made.wrong, t("Say which words of the source are the term."));
    return made.source.focus();
  }
  made.busy = true;
  try {
    const act = (body) => grid.route.post("terms/act", body);
    // What was added before the line broke is not added twice.
    if (made.added !== words) made.concept = (await act({ do: "add", lang: grid.page.source, text: words, kind: made.kind.value })).id;
    made.added = words;
    if (rendering) await act({ do: "propose", concept: made.concept, lang: made.entry.lang, text: rendering });
    done(grid, made, words);
  } catch (error) {
    say(made.wrong, error instanceof Away ? t("The desk does not answer.") : error.message);
  } finally {
    made.busy = false;
  }
  return undefined;
}

function done(grid, made, words) {
  if (grid.newTerm === made) leaveTerm(grid);
  else made.form.remove();
  tell(grid, t("“{term}” is in the glossary.", { term: words }));
  askTerms(grid);
}
