/** What a person does in the grid, and what it means: keys, clicks, the focus, the page coming and going. */
import { decide, facing } from "./conflict.js";
import { back, toggle } from "./drawer.js";
import { guardFocus } from "./focus.js";
import { paintFoot } from "./foot.js";
import { showKeys } from "./keylist.js";
import { asked, digit, formats } from "./keys.js";
import { missing, setting } from "./marks.js";
import { renew } from "./reshape.js";
import { sourceActs } from "./source-acts.js";
import { undoneHere } from "./source-done.js";
import { slice } from "./splice.js";
import { putTerm, termAt } from "./terms-hand.js";
import { judgeNow } from "./terms-known.js";
import { addTerm, hasWords, leaveTerm, newTerm } from "./terms-selected.js";
import { activate, confirmAndGo, goToFirst, step } from "./walk.js";

const AWAY = 30_000; // Somebody who was elsewhere for so many milliseconds may find that others went on.

/** Listen to the grid; returns how to stop. */
export function listen(grid) {
  const { box } = grid;
  const fields = () => [grid.active?.view.field, grid.source?.field];
  const unguard = guardFocus(box, (element) => fields().find((field) => field?.element === element));
  let hidden = 0;
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hidden = Date.now();
      grid.drafts.now();
    } else if (Date.now() - hidden > AWAY) renew(grid);
  };
  const onHide = () => void grid.drafts.now();
  // Text that is neither in this browser nor at the desk goes with the page.
  const onUnload = (event) => isOnlyHere(grid) && event.preventDefault();
  box.addEventListener("keydown", (event) => onKey(grid, event));
  box.addEventListener("beforeinput", (event) => hold(grid, event), true);
  const keepIn = (event) => where(event) && event.stopPropagation();
  for (const name of ["keyup", "keypress"]) box.addEventListener(name, keepIn);
  box.addEventListener("focusin", (event) => onFocus(grid, event));
  box.addEventListener("click", (event) => onClick(grid, event));
  // Words that are selected in a source take the focus out of the grid; the key for a new term is heard there, too.
  const onStray = (event) => {
    if (event.composedPath().includes(box) || asked(event, "outside") !== "term" || !hasWords(grid)) return;
    event.preventDefault();
    act(grid, "term", grid.active);
  };
  document.addEventListener("keydown", onStray);
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", onHide);
  window.addEventListener("beforeunload", onUnload);
  return () => {
    unguard();
    document.removeEventListener("keydown", onStray);
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", onHide);
    window.removeEventListener("beforeunload", onUnload);
  };
}

function isOnlyHere({ forgetful, outbox, drafts, refused }) {
  return forgetful && outbox.count() + drafts.count() + refused.size > 0;
}

/** While the next unit is on its way, what is typed waits for it. */
function hold(grid, event) {
  if (!grid.held || !event.cancelable) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.inputType === "insertText" && event.data) grid.held.push(event.data);
}

/** Streamlit takes a bare R or C on the page for a command, so what is typed in a text never gets as far as that. */
function onKey(grid, event) {
  const place = where(event);
  if (!place) return undefined;
  event.stopPropagation();
  const id = wanted(event, place) ?? escape(grid, event);
  if (grid.held && id) return event.preventDefault();
  if (id || formats(event)) event.preventDefault();
  return id ? act(grid, id, grid.active, ["put", "take"].includes(id) ? digit(event) : null) : undefined;
}

/** What a key asks for; in the forms of the drawer a number is a number, and on a button Enter presses it. */
function wanted(event, place) {
  const id = asked(event, place);
  if (id === "take" && event.target.closest("textarea, input, select")) return null;
  return id === "add-term" && event.target.closest("button") ? null : id;
}

function where(event) {
  const place = event.target.closest("[data-place]");
  if (place) return place.dataset.place;
  if (event.target.closest(".clash")) return "conflict";
  if (event.target.closest(".drawer")) return "drawer";
  return event.target.closest("[role=textbox]") ? "field" : null;
}

function escape(grid, event) {
  return grid.active?.conflict && asked(event, "conflict") === "later" ? "later" : null;
}

/**
 * Carry out an action on an entry; `mark` is the missing tag whose chip was clicked, else it is the first; or the number
 * of a term that is at hand.
 */
export function act(grid, id, entry, mark = null) {
  if (!entry) return undefined;
  const { field, bound, source } = inHand(grid, entry);
  const actions = {
    confirm: () => {
      judgeNow(grid, entry);
      return confirmAndGo(grid);
    },
    next: () => step(grid, 1),
    previous: () => step(grid, -1),
    insert: () => insertMark(field, bound, source, mark),
    break: () => field.insert([{ bound: "lb" }]),
    undo: () => field.undo() || undoneHere(grid),
    redo: field.redo,
    decide: () => facing(grid, entry),
    mine: () => decide(grid, entry, "mine"),
    theirs: () => decide(grid, entry, "theirs"),
    later: () => decide(grid, entry, "later"),
    drawer: () => toggle(grid),
    back: () => back(grid),
    contested: () => goToFirst(grid, grid.contested),
    unsaved: () => goToFirst(grid, grid.refused),
    put: () => putTerm(grid, entry, termAt(entry, mark)),
    take: () => putTerm(grid, entry, termAt(entry, mark)),
    term: () => newTerm(grid, entry),
    keys: () => showKeys(grid),
    "add-term": () => addTerm(grid),
    "leave-term": () => leaveTerm(grid),
    ...sourceActs(grid, entry),
  };
  return actions[id]?.();
}

/** The field that keys mean, and the text whose tags it has to carry: the translation's, or that of the source mode. */
function inHand({ source: mode, box }, { view, row }) {
  const inSource = mode && box.getRootNode().activeElement !== view.field.element;
  if (!inSource) return { field: view.field, bound: row.bound, source: row.source };
  return { field: mode.field, bound: mode.unit.bound, source: mode.unit.source };
}

function insertMark(field, bound, source, mark) {
  const wanted = mark ?? missing(bound, field.runs)[0];
  if (!wanted) return;
  const { start, end } = field.caret() ?? { start: 0, end: 0 };
  field.insert(setting(wanted, source, field.runs, slice(field.runs, start, end)));
  field.focus(field.caret());
}

function onFocus(grid, event) {
  const entry = grid.entries.get(event.target.closest("[data-unit]")?.dataset.unit);
  if (entry && entry !== grid.active) {
    activate(grid, entry);
    grid.point(entry);
  }
  paintFoot(grid);
}

/** A click beside a short text, but within its cell, means the text. */
function onClick(grid, event) {
  const cell = event.target.closest(".tgt");
  const entry = grid.entries.get(cell?.parentElement.dataset.unit);
  if (entry && !event.target.closest("[role=textbox], button")) entry.view.field.focus();
}
