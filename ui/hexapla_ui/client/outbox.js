/**
 * Saves on their way to the desk: kept in this browser under the op they were made with, and sent until answered.
 *
 * Saves of one entry go one after the other: the second waits for the revision that the first one makes.
 */
import { nameOf } from "./place.js";
import { Refused } from "./route.js";
import { createRetry } from "./retry.js";

/**
 * The outbox of a window, `client`. `answered(op, answer)` is called once for each op, with the desk's answer or
 * {ok: false, error}; `changed()` whenever the number of waiting saves or the state of the line has changed.
 */
export function createOutbox({ store, route, client, answered, changed }) {
  let ops = store.saves();
  let counter = 0;
  let blocked = "";
  const retry = createRetry(send, changed);
  return {
    put,
    now: () => ((blocked = ""), retry.now()),
    stop: retry.stop,
    away: retry.away,
    /** The sentence with which the desk refuses everything, or "". */
    blocked: () => blocked,
    count: () => new Set(ops.map(nameOf)).size,
    /** The last save of a place without an answer, or undefined. */
    pending: (place) => ops.findLast((op) => nameOf(op) === nameOf(place) && !op.aside),
  };

  /**
   * Take a save: {text, lang, units, target, state, reason, revision, seen, draft}. One that is `aside` is known to
   * come too late: it is sent for the suggestion that the desk makes of it, and nothing is built upon it.
   */
  function put(save) {
    const before = ops.findLast((op) => nameOf(op) === nameOf(save));
    if (before && !before.sent && !before.aside && before.client === client) forget(before);
    counter += 1;
    const order = Date.now() * 1000 + (counter % 1000);
    const op = { ...save, client, window: store.window, op: `${client}-${counter}`, order, sent: false };
    ops.push(op);
    const kept = store.keepSave(op);
    blocked = "";
    changed();
    retry.now();
    return kept;
  }

  function forget(op) {
    ops = ops.filter((other) => other.op !== op.op);
    store.dropSave(op);
  }

  async function send() {
    while (ops.length && !blocked) await sendSome(nextSome());
  }

  /** The oldest save of each entry, as far as they go in one request. */
  function nextSome() {
    const firsts = ops.filter((op, at) => ops.findIndex((other) => nameOf(other) === nameOf(op)) === at);
    return firsts.filter((op) => envelopeOf(op) === envelopeOf(firsts[0])).slice(0, 50);
  }

  async function sendSome(some) {
    for (const op of some) {
      op.sent = true;
      store.keepSave(op);
    }
    const { text, lang, client: from } = some[0];
    try {
      const { answers } = await route.post("save", { text, lang, client: from, saves: some.map(bodyOf) });
      for (const answer of answers) settle(some.find((op) => op.op === answer.op), answer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 401 || error.status === 403) blocked = error.message;
      else if (some.length > 1) for (const op of some) await sendSome([op]);
      else settle(some[0], { op: some[0].op, ok: false, error: error.message });
      changed();
    }
  }

  function settle(op, answer) {
    if (!op) return;
    forget(op);
    const later = op.aside ? [] : ops.filter((other) => nameOf(other) === nameOf(op) && !other.aside);
    for (const one of later) follow(one, op, answer);
    answered(op, answer);
    changed();
  }

  /** A save made on top of another takes over its revision; on top of a lost one it is lost too, its text is not. */
  function follow(later, op, answer) {
    if (!answer.ok) return forget(later);
    if (later.revision === op.revision) [later.revision, later.seen] = [answer.revision, answer.state];
    return store.keepSave(later);
  }
}

function bodyOf({ op, units, target, state, reason = "", revision, seen, draft = "" }) {
  return { op, units, target, state, reason, revision, seen, draft };
}

function envelopeOf({ client, text, lang }) {
  return [client, text, lang].join(":");
}
