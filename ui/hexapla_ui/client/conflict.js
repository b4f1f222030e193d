/** The banner of a conflict: what there was, what the other saved, what the person has, and three ways out. */
import { drawChanges } from "./changes.js";
import { clock, h, sign } from "./dom.js";
import { keycap } from "./keycap.js";
import { toDom } from "./runs.js";
import { keepMine, takeTheirs } from "./saving.js";
import { t } from "./words.js";

/** Draw, renew or remove the banner of an entry, below its row. */
export function drawConflict(grid, entry) {
  const { view, conflict } = entry;
  const shown = conflict && !entry.later ? `${conflict.revision} ${conflict.at}` : "";
  if ((view.conflict?.dataset.shown ?? "") !== shown) {
    view.conflict?.remove();
    view.conflict = shown ? drawBanner(grid, entry, shown) : null;
    if (view.conflict) view.element.append(view.conflict);
  }
  if (shown) drawMine(entry);
}

/** Whether the banner of an entry stands open. */
export function isShown(entry) {
  return Boolean(entry.view.conflict);
}

function drawBanner(grid, entry, shown) {
  const { conflict } = entry;
  const { name, told, theirs } = words(conflict, grid);
  return h(
    "div",
    { class: "clash", role: "cell", "data-conflict": entry.name, "data-shown": shown },
    h("header", { role: "alert" }, sign("conflict", t("conflict")), h("span", {}, told)),
    drawTexts(entry, name),
    h(
      "footer",
      {},
      button("mine", t("Keep mine"), "go", () => decide(grid, entry, "mine")),
      button("theirs", theirs, "", () => decide(grid, entry, "theirs")),
      button("later", t("Decide later"), "bare", () => decide(grid, entry, "later")),
    ),
  );
}

/** Who the other one is; it may be the same person in another window. */
function words({ by, at }, { locale, settings }) {
  const time = clock(at, locale);
  if (by && by === settings.person.name) {
    const told = t("You saved this unit in another window at {time}. Both texts are kept.", { time });
    return { name: t("You, in another window"), told, theirs: t("Take the other text") };
  }
  const name = by || t("Somebody else");
  const told = t("{name} saved this unit at {time}, after you opened it. Both texts are kept.", { name, time });
  return { name, told, theirs: by ? t("Take {name}’s", { name }) : t("Take theirs") };
}

function drawTexts(entry, name) {
  const { conflict, lang, view } = entry;
  const line = (label, attributes, content) => [h("dt", {}, label), h("dd", attributes, ...content)];
  const before = conflict.base.length ? [toDom(conflict.base, view.label)] : [t("empty")];
  return h(
    "dl",
    { lang, dir: view.field.element.dir },
    ...line(t("Before"), { class: "t q" }, before),
    ...line(name, { class: "t" }, against(entry, conflict.theirs)),
    ...line(t("You"), { class: "t", "data-mine": true }, []),
  );
}

/** The person may go on writing while the banner stands. */
function drawMine(entry) {
  const { runs } = entry.view.field;
  if (entry.view.conflict.runs === runs) return;
  entry.view.conflict.runs = runs;
  entry.view.conflict.querySelector("[data-mine]").replaceChildren(...against(entry, runs));
}

function against({ conflict, lang, view }, runs) {
  const changes = drawChanges(conflict.base, runs, lang, view.label);
  return changes.length ? changes : [h("span", { class: "q" }, t("empty"))];
}

/** A press of the mouse would make the row active, which moves the button away before it is let go. */
function button(id, label, kind, onclick) {
  const onmousedown = (event) => event.preventDefault();
  const attributes = { type: "button", class: `btn k ${kind}`, "data-decide": id, onclick, onmousedown };
  return h("button", attributes, label, keycap(id));
}

/** Carry out a decision; the caret goes back into the text. */
export function decide(grid, entry, decision) {
  if (!entry.conflict) return;
  if (decision === "mine") keepMine(grid, entry);
  if (decision === "theirs") takeTheirs(grid, entry);
  entry.later = decision === "later";
  grid.paint(entry);
  grid.changed();
  entry.view.field.focus();
}

/** Bring the banner up and the keyboard to it: 1, 2 and Esc hold there. */
export function facing(grid, entry) {
  entry.later = false;
  grid.paint(entry);
  entry.view.conflict.querySelector("button").focus({ preventScroll: true });
}
