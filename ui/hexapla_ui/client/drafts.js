/** Drafts on their way to the desk: the newest text of each unit, some time after the last key. */
import { nameOf } from "./place.js";
import { Refused } from "./route.js";
import { createRetry } from "./retry.js";

const PAUSE = 800; // Milliseconds after the last key: not every word is sent, and none waits long.

/**
 * Drafts of a person. `kept(draft, {at, error}, newest)` is called when the desk has one, or refuses it; `newest`
 * is false where the text was typed on since. `changed()` is called when the number waiting changes.
 */
export function createDrafts({ route, client, kept, changed }) {
  const waiting = new Map();
  const retry = createRetry(send, changed);
  return { put, drop, now, stop: retry.stop, away: retry.away, count: () => waiting.size };

  /**
   * The text of a place, or null where the desk's draft is of no more use. `seen` is the desk's time of the draft
   * that this one grew from, `from` the client that typed it, `window` the window it survived where that is another.
   */
  function put(place, target, revision, { seen = "", from = client, window = "" } = {}) {
    const name = `${nameOf(place)}:${window}`;
    clearTimeout(waiting.get(name)?.timer);
    const draft = { name, place, target, revision, seen, from, window, due: false };
    draft.timer = setTimeout(() => {
      draft.due = true;
      retry.now();
    }, PAUSE);
    waiting.set(name, draft);
    changed();
  }

  /** Forget a draft that a save has overtaken; the desk drops its own with the save. */
  function drop(place) {
    const name = `${nameOf(place)}:`;
    clearTimeout(waiting.get(name)?.timer);
    if (waiting.delete(name)) changed();
  }

  /** Send what waits without waiting for the pause: the page is about to go. */
  function now() {
    for (const draft of waiting.values()) draft.due = true;
    return waiting.size ? retry.now() : Promise.resolve();
  }

  async function send() {
    for (let some = due(); some.length; some = due()) await sendSome(some);
  }

  function due() {
    const all = [...waiting.values()].filter((draft) => draft.due);
    const [first] = all;
    const alike = ({ place: { text, lang }, from }) =>
      text === first.place.text && lang === first.place.lang && from === first.from;
    return all.filter(alike).slice(0, 50);
  }

  async function sendSome(some) {
    const { text, lang } = some[0].place;
    const client = some[0].from;
    const drafts = some.map(({ place, target, revision, seen }) => ({ units: place.units, target, revision, seen }));
    const answer = { at: "", error: "" };
    try {
      answer.at = (await route.post("draft", { text, lang, client, drafts })).at;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // One draft that the desk does not take must not keep the others from it.
      if (some.length > 1) return void (await sendEach(some));
      answer.error = error.message;
    }
    for (const draft of some) settle(draft, answer);
    return changed();
  }

  async function sendEach(some) {
    for (const draft of some) await sendSome([draft]);
  }

  /** A draft that was typed on since stays; a refused one is still kept in this browser. */
  function settle(draft, answer) {
    const newest = waiting.get(draft.name) === draft;
    if (newest) waiting.delete(draft.name);
    kept(draft, answer, newest);
  }
}
