/** Work that is tried again until the desk answers: after 1, 2, 4 … 15 seconds, at once when the line is back. */
import { Away } from "./route.js";

const LONGEST = 15_000;

/** Run `work` when asked; while it fails with Away it is tried again. `waiting(true | false)` tells how it stands. */
export function createRetry(work, waiting = () => {}) {
  let running = null;
  let again = false;
  let failures = 0;
  let stopped = false;
  let timer = 0;
  const wake = () => failures && now();
  const shown = () => document.visibilityState === "visible" && wake();
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", shown);
  return { now, stop, away: () => failures > 0 };

  /** Begin, or begin once more as soon as the present run is over. */
  function now() {
    clearTimeout(timer);
    again = Boolean(running);
    running ??= run().finally(() => {
      running = null;
      if (again) now();
    });
    return running;
  }

  async function run() {
    try {
      await work();
      failures = 0;
      waiting(false);
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      if (!stopped) timer = setTimeout(now, Math.min(LONGEST, 1000 * 2 ** failures));
      failures += 1;
      again = false;
      waiting(true);
    }
  }

  /** What is running comes to its end; nothing begins any more. */
  function stop() {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener("online", wake);
    document.removeEventListener("visibilitychange", shown);
  }
}
