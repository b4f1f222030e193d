/** The line that says what was done to the source, with the way back: it stands until something else is done. */
import { h, keepFocus, say } from "./dom.js";
import { drawn } from "./drawer.js";
import { keycap } from "./keycap.js";
import { renew } from "./reshape.js";
import { Refused } from "./route.js";
import { isSafe } from "./source-effect.js";
import { tell } from "./foot.js";
import { t } from "./words.js";

/** Draw the line, hidden. */
export function drawDone(grid) {
  const said = h("span", { role: "status" });
  const button = (kind, onclick, ...label) =>
    h("button", { type: "button", class: `btn k ${kind}`, onmousedown: keepFocus, onclick }, ...label);
  const undo = button("", () => undoMend(grid), t("Undo"), keycap("unmend"));
  const close = button("bare", () => hideDone(grid), t("Close"));
  const element = h("div", { class: "mended", hidden: true }, said, undo, close);
  return { element, said, undo, change: 0, entry: null };
}

/** Say what was done; `change` is the number of its change set, 0 for what cannot be taken back. */
export function showDone(grid, sentence, change = 0) {
  const { done } = grid.foot;
  done.change = change;
  done.entry = grid.active;
  done.undo.hidden = !change;
  done.element.hidden = false;
  say(done.said, sentence);
}

/** Take the line away. */
export function hideDone({ foot: { done } }) {
  done.change = 0;
  done.element.hidden = true;
}

/** Take back what the line says; the keyboard stays where it is. */
export async function undoMend(grid) {
  const { change } = grid.foot.done;
  if (!change) return;
  grid.foot.done.change = 0; // Pressed twice it is done once.
  const again = (sentence) => {
    grid.foot.done.change = change;
    tell(grid, sentence, "warn");
  };
  if (!(await isSafe(grid))) return void again(t("Not everything that you typed is saved yet; try again once it is."));
  const answer = await grid.route.post("undo", { number: change }).catch((error) => ({ error }));
  if (answer.error) return void again(answer.error instanceof Refused ? answer.error.message : t("The desk does not answer."));
  grid.source?.close();
  await renew(grid, true);
  drawn(grid);
  showDone(grid, answer.skipped ? t("Undone. What was translated since stays.") : t("Undone."));
}

/** Undo in a field that has nothing to undo itself, where the person still is where they mended the source. */
export function undoneHere(grid) {
  const { change, entry } = grid.foot.done;
  if (change && entry === grid.active) undoMend(grid);
}
