/** The foot of the grid: what the program has to say just now, the keys that hold here, and buttons on a phone. */
import { h, keepFocus, say } from "./dom.js";
import { keycap } from "./keycap.js";
import { drawDone } from "./source-done.js";
import { breaksLines } from "./entry.js";
import { hints } from "./keys.js";
import { missing } from "./marks.js";
import { t } from "./words.js";

/** Draw the foot; `does(id)` carries out a key's action for the phone's buttons. */
export function drawFoot(grid, does) {
  const notice = h("div", { class: "notice", role: "status" });
  const keys = h("div", { class: "hints", role: "note", "aria-label": t("Keys") });
  const button = (id, label, content, kind = "") => {
    const pressed = { "data-does": id, onclick: () => does(id) };
    return h("button", { type: "button", class: `btn ${kind}`, "aria-label": label, ...pressed }, content);
  };
  const buttons = h(
    "div",
    { class: "buttons", onmousedown: keepFocus },
    button("previous", t("Previous unit"), "↑"),
    button("next", t("Next unit"), "↓"),
    button("insert", t("Note or tag"), t("Note or tag"), "lacking"),
    button("drawer", t("At hand, comments, history"), "…"),
    button("confirm", t("Confirm"), t("Confirm"), "go"),
  );
  const done = drawDone(grid);
  return { element: h("div", { class: "foot" }, notice, done.element, keys, buttons), notice, done, keys, buttons };
}

/** Show the keys that hold where the focus is. */
export function paintFoot(grid) {
  const { active, foot } = grid;
  const focused = grid.box.getRootNode().activeElement;
  const inSource = focused?.closest("[data-place]")?.dataset.place;
  const where = inSource ?? placeOf(focused);
  const lacking = active && missing(active.row.bound, active.view.field.runs).length > 0;
  foot.buttons.querySelector(".lacking").hidden = !lacking;
  const useless = active ? [!lacking && "insert", !breaksLines(active) && "break", !grid.settings.mends && "source"] : [];
  const shown = active ? hints(where, useless) : [];
  const now = JSON.stringify(shown);
  if (foot.keys.dataset.shown === now) return;
  foot.keys.dataset.shown = now;
  const all = h("button", { type: "button", class: "btn k bare push", onmousedown: keepFocus, onclick: () => grid.act("keys", grid.active) }, keycap("keys"), t("All keys"));
  foot.keys.replaceChildren(...shown.map(({ id, label }) => h("span", {}, keycap(id), label)), ...(where === "field" && shown.length ? [all] : []));
}

function placeOf(focused) {
  if (focused?.closest(".clash")) return "conflict";
  return focused?.closest(".drawer") ? "drawer" : "field";
}

/** What to say while the desk does not answer. */
export function offline({ forgetful }) {
  if (forgetful) return t("Not connected, and this browser cannot keep what you type: leave this page open.");
  return t("Not connected. What you type is kept in this browser and sent when the connection is back.");
}

/** Say something that is true until the next thing is said; "" says nothing. */
export function tell(grid, sentence, kind = "") {
  say(grid.foot.notice, sentence);
  grid.foot.notice.className = `notice ${kind}`;
}
