/** What a change of the source does to every language, shown before it is done; and doing it. */
import { h, say } from "./dom.js";
import { drawn } from "./drawer.js";
import { keycap } from "./keycap.js";
import { renew } from "./reshape.js";
import { Refused } from "./route.js";
import { back } from "./source-ask.js";
import { drop } from "./source.js";
import { showDone } from "./source-done.js";
import { showStale } from "./source-stale.js";
import { enter, holding } from "./walk.js";
import { t } from "./words.js";

const SLOW = 400; // Milliseconds after which the person is told that it takes its time: a long book takes seconds.
const TRIES = 3; // A draft that is typed while others are on their way goes with the next request.

/**
 * Show the effect of a wish: {body, title, detail, verb, done, also}; `body` is what the route takes, `also` names
 * units beside the one in hand whose words it depends on.
 */
export async function propose(mode, wish) {
  mode.wish = wish;
  const found = await ask(mode, "effect");
  if (!found || mode.wish !== wish || mode.grid.source !== mode) return;
  showEffects(mode, found.effects);
}

/** Do what is shown. */
export async function carryOut(mode) {
  const { grid, wish, unit } = mode;
  const focused = grid.box.getRootNode().activeElement;
  if (focused?.matches("[data-place=effect] .btn:not(.go)")) return void focused.click();
  if (mode.busy) return;
  mode.busy = true;
  const slow = setTimeout(() => say(mode.panel.querySelector(".busy"), t("It is being done in every language …")), SLOW);
  const answer = await ask(mode, "mend");
  clearTimeout(slow);
  mode.busy = false;
  if (!answer || grid.source !== mode) return;
  if (wish.body.do === "correct") drop(mode);
  mode.close();
  await renew(grid, true);
  const entry = holding(grid, unit.unit) ?? grid.active;
  if (entry) enter(grid, entry);
  drawn(grid);
  showDone(grid, answer.change ? wish.done : t("That changes nothing."), answer.change);
}

/** Turn whether the correction changes the meaning, and show what that does. */
export function turnMeaning(mode) {
  const { body } = mode.wish;
  if (body.do !== "correct") return undefined;
  return propose(mode, { ...mode.wish, body: { ...body, meaning: !body.meaning } });
}

/** Ask the route; null where it did not answer, refuses, or the source is another one by now, which is said. */
async function ask(mode, verb) {
  const { grid, entry, unit, wish } = mode;
  if (!(await isSafe(grid))) return refuse(mode, t("Not everything that you typed is saved yet; try again once it is."));
  try {
    const answer = await grid.route.post(verb, { ...wish.body, text: entry.text, unit: unit.unit, seen: seenOf(mode) });
    if (!answer.stale.length) return answer;
    const own = answer.stale.find((one) => one.unit === unit.unit);
    showStale(mode, own ? own.now : unit.source);
    return null;
  } catch (error) {
    return refuse(mode, error instanceof Refused ? error.message : t("The desk does not answer."));
  }
}

/** Whether the desk has all that was typed; drafts go there first. */
export async function isSafe({ drafts, outbox }) {
  const waiting = () => drafts.count() + outbox.count();
  for (let tries = 0; tries < TRIES && waiting(); tries++) await Promise.all([drafts.now(), outbox.now()]);
  return waiting() === 0;
}

function seenOf({ view, unit, wish }) {
  const marks = [unit, ...(wish.also ?? [])].map((one) => [one.unit, one.mark]);
  return { units: Object.fromEntries(marks), block: view.block.mark };
}

function refuse(mode, sentence) {
  const { panel, grid } = mode;
  panel.replaceChildren(
    h(
      "div",
      { class: "effect", "data-place": "ask" },
      h("p", { class: "refused", role: "alert" }, sentence),
      h("footer", {}, back(mode)),
    ),
  );
  panel.querySelector(".btn").focus({ preventScroll: true });
  grid.changed();
  return null;
}

function showEffects(mode, effects) {
  const { grid, panel, wish, entry } = mode;
  const { body, detail } = wish;
  const { source } = grid.page;
  const go = h("button", { type: "button", class: "btn k go", onclick: () => carryOut(mode) }, wish.verb, keycap("do"));
  panel.replaceChildren(
    h(
      "div",
      { class: "effect", "data-place": "effect" },
      h("p", { class: "title" }, wish.title),
      detail ? h("p", { class: "t", lang: source, dir: grid.language(source).dir }, ...detail) : null,
      h("ul", { role: "status" }, ...lines(grid, effects, body.do).map((line) => h("li", {}, ...line))),
      h("footer", {}, body.do === "correct" ? meaning(grid, entry, body.meaning) : null, go, back(mode), h("small", { class: "busy", role: "status" })),
    ),
  );
  go.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest", behavior: "instant" });
  grid.changed();
}

function meaning(grid, entry, checked) {
  const box = h("input", { type: "checkbox", checked: Boolean(checked), onchange: () => grid.act("meaning", entry) });
  return h("label", { class: "meaning" }, box, " ", t("Changes the meaning"), keycap("meaning"));
}

/** A line for each language in which something changes, and one for all the others. */
function lines(grid, effects, act) {
  const touched = effects.filter(({ work, divided, aside, words }) => work + divided + aside + words > 0);
  const still = effects.filter((one) => !touched.includes(one));
  const name = ({ lang }) => h("bdi", {}, h("b", { lang }, grid.language(lang).name));
  const made = touched.map((one) => [name(one), ": ", sentence(one, act)]);
  if (!still.length) return made;
  const names = still.flatMap((one, nth) => [nth ? ", " : "", name(one)]);
  return [...made, [...names, ": ", touched.length ? t("nothing changes.") : t("no translation changes.")]];
}

function sentence({ work, divided, aside, words }, act) {
  const joins = act === "merge";
  const said = [
    counted(work, t("1 translation needs work again"), "{n} translations need work again"),
    counted(joins ? divided : 0, t("1 translation is joined"), "{n} translations are joined"),
    counted(joins ? 0 : divided, t("1 translation is divided"), "{n} translations are divided"),
    counted(aside, t("1 translation is put aside"), "{n} translations are put aside"),
  ];
  const size = counted(words, t("1 word"), "{n} words");
  return `${said.filter(Boolean).join(", ") || t("somebody has to look again")}${size ? ` (${size})` : ""}.`;
}

function counted(n, one, many) {
  if (!n) return "";
  return n === 1 ? one : t(many, { n });
}
