/**
 * What this browser keeps until the desk has it: drafts by unit, and saves that were not acknowledged.
 *
 * Each has a place of its own in localStorage, so that two windows of one person never write over each other.
 */
import { nameOf, placeOf } from "./place.js";

/** The store of a person in an edition. A place is {text, lang, units}. */
export function createStore(edition, person) {
  const box = openBox();
  const drafts = ["hexapla", edition, person].map(encodeURIComponent).join(":");
  const saves = ["hexapla-save", edition, person].map(encodeURIComponent).join(":");
  const draftName = (place) => `${drafts}:${nameOf(place)}`;
  const saveName = (op) => [saves, op.client, op.op].join(":");

  return {
    /** Whether what is kept outlives the page. */
    lasting: box.lasting,
    /** The draft of a place: {runs, revision, seen, at, conflict?}, or null. */
    draft: (place) => read(box, draftName(place)),
    keepDraft: (place, draft) => write(box, draftName(place), draft),
    dropDraft: (place) => box.removeItem(draftName(place)),
    /** The places of drafts that met another text. */
    conflicts: () =>
      box
        .names()
        .filter((name) => name.startsWith(`${drafts}:`) && read(box, name)?.conflict)
        .map((name) => placeOf(name.slice(drafts.length + 1))),
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
