/**
 * What this browser keeps until the desk has it: drafts by unit, and saves that were not acknowledged.
 *
 * Each has a place of its own in localStorage: a save by its op, a draft by its unit and the window it was typed in,
 * so that two windows of one person never write over each other.
 */
import { nameOf, placeOf } from "./place.js";

/** The store of a person in an edition, as the window `own` sees it. A place is {text, lang, units}. */
export function createStore(edition, person, own) {
  const box = openBox();
  const drafts = ["hexapla", edition, person].map(encodeURIComponent).join(":");
  const saves = ["hexapla-save", edition, person].map(encodeURIComponent).join(":");
  const draftName = (place, window) => `${drafts}:${nameOf(place)}:${window}`;
  const places = (kind) =>
    box
      .names()
      .filter((name) => name.startsWith(`${drafts}:`) && read(box, name)?.[kind])
      .map((name) => placeOf(name.slice(drafts.length + 1)));
  const saveName = (op) => [saves, op.client, op.op].join(":");

  return {
    /** Whether what is kept outlives the page. */
    lasting: box.lasting,
    /**
     * This window's draft of a place, or null: {runs, revision, seen, at, client, sent, acked, conflict?, refused?};
     * `sent` is the desk's time of the draft it grew from, `acked` whether the desk has this very text.
     */
    draft: (place) => read(box, draftName(place, own)),
    keepDraft: (place, draft, window = own) => write(box, draftName(place, window), draft),
    dropDraft: (place, window = own) => box.removeItem(draftName(place, window)),
    /** The drafts of a place from all windows, each with its `window`, the newest first. */
    drafts: (place) =>
      box
        .names()
        .filter((name) => name.startsWith(draftName(place, "")))
        .map((name) => ({ ...read(box, name), window: name.slice(draftName(place, "").length) }))
        .filter((draft) => draft.runs)
        .sort((one, other) => (one.at < other.at ? 1 : -1)),
    window: own,
    /** The places of drafts that met another text, and of texts that the desk does not take. */
    conflicts: () => places("conflict"),
    refused: () => places("refused"),
    /** All saves without an answer, oldest first. */
    saves: () =>
      box
        .names()
        .filter((name) => name.startsWith(`${saves}:`))
        .map((name) => read(box, name))
        .filter(Boolean)
        .sort((one, other) => one.order - other.order),
    keepSave: (op) => write(box, saveName(op), op),
    dropSave: (op) => box.removeItem(saveName(op)),
  };
}

function openBox() {
  try {
    localStorage.setItem("hexapla-probe", "1");
    localStorage.removeItem("hexapla-probe");
    return {
      lasting: true,
      getItem: (name) => localStorage.getItem(name),
      setItem: (name, value) => localStorage.setItem(name, value),
      removeItem: (name) => localStorage.removeItem(name),
      names: () => Object.keys(localStorage),
    };
  } catch {
    return inMemory();
  }
}

/** For a browser that keeps nothing: as long as the page stands, everything works the same. */
function inMemory() {
  const kept = new Map();
  return {
    lasting: false,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
    names: () => [...kept.keys()],
  };
}

function read(box, name) {
  try {
    return JSON.parse(box.getItem(name));
  } catch {
    return null;
  }
}

/** Whether it was kept: a full store refuses, and the page says so. */
function write(box, name, value) {
  try {
    box.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
