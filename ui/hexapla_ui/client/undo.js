/** Undo for one field: the browser's own forgets what the program inserted. */

const BURST = 1000; // Typing without a pause of this many milliseconds is undone in one step.
const STEPS = 200;

/** A history of texts; `now()` gives the present one as {runs, caret}. */
export function createUndo(now) {
  let past = [];
  let future = [];
  let last = { kind: "", at: 0 };

  return {
    /** Call before a change of some kind; changes of the same kind in one burst are one step. */
    remember(kind) {
      const at = Date.now();
      const burst = kind === last.kind && at - last.at < BURST;
      last = { kind, at };
      if (burst) return;
      past = [...past.slice(-STEPS), now()];
      future = [];
    },
    /** The text before the last step, or undefined. */
    back() {
      return turn(past, future);
    },
    /** The text that was undone last, or undefined. */
    forth() {
      return turn(future, past);
    },
  };

  function turn(from, to) {
    const step = from.pop();
    if (step) to.push(now());
    last = { kind: "", at: 0 };
    return step;
  }
}
