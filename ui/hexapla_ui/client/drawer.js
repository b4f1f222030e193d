/** The drawer beside the grid: what is at hand for the unit at work, its comments, suggestions and history. */
import { drawChanges } from "./changes.js";
import { h, say } from "./dom.js";
import { drawComments } from "./drawer-comments.js";
import { drawHand } from "./drawer-terms.js";
import { isDirty } from "./entry.js";
import { tell } from "./foot.js";
import { keycap } from "./keycap.js";
import { renew } from "./reshape.js";
import { isEmpty } from "./runs.js";
import { t } from "./words.js";
import { STATES } from "./states.js";

const TABS = ["hand", "comments", "suggestions", "history"];
const PAUSE = 150; // Milliseconds on a unit before its remarks are asked for: who runs through a text asks for none.

/** Draw the drawer, closed unless this browser left it open. */
export function drawDrawer(grid) {
  const tabs = TABS.map((id) =>
    h("button", { type: "button", role: "tab", id: `tab-${id}`, onclick: () => choose(grid, id, true) }, tabName(id), h("sup")),
  );
  const close = h("button", { type: "button", class: "btn bare push", onclick: () => toggle(grid) }, h("span", { class: "word" }, t("Close")), keycap("drawer"));
  const head = h("div", { class: "tabs", role: "tablist", onkeydown: (event) => walk(grid, event) }, ...tabs, close);
  const body = h("div", { class: "panel", role: "tabpanel", tabindex: -1 });
  const source = () => grid.act("source", grid.active);
  const way = h("button", { type: "button", class: "btn k", onclick: source }, t("Mend the source"), keycap("source"));
  const foot = grid.settings.mends ? h("div", { class: "drawer-way" }, way) : null;
  const element = h("aside", { class: "drawer", hidden: true }, head, body, ...(foot ? [foot] : []));
  const drawer = { element, body, tabs, tab: "", open: false, shown: null, asked: 0 };
  return drawer;
}

function tabName(id) {
  return { hand: t("At hand"), comments: t("Comments"), suggestions: t("Suggestions"), history: t("History") }[id];
}

/** Open or close the drawer; the keyboard goes with it, and comes back to the text. */
export function toggle(grid, tab = null) {
  const { drawer } = grid;
  const inside = drawer.element.contains(drawer.element.getRootNode().activeElement);
  if (!inside && grid.active) grid.active.caret = grid.active.view.field.caret() ?? grid.active.caret;
  if (drawer.open && !inside && !tab) return focusTab(drawer);
  drawer.open = tab ? true : !drawer.open;
  drawer.element.hidden = !drawer.open;
  grid.box.classList.toggle("with-drawer", drawer.open);
  if (!drawer.open) return back(grid);
  // Where no term stands on the page, what others say comes first, until the person chooses.
  choose(grid, tab ?? (drawer.tab || (grid.terms?.any ? "hand" : "comments")), true);
  return undefined;
}

/** From the drawer back to the text, to where the caret was. */
export function back({ active }) {
  active?.view.field.focus(active.caret);
}

/** More is known of the terms of the unit at work. */
export function handChanged(grid) {
  const { drawer } = grid;
  if (drawer.open && drawer.tab === "hand" && drawer.name === grid.active?.name) paint(grid);
}

function choose(grid, tab, focus = false) {
  const { drawer } = grid;
  drawer.tab = tab;
  for (const [nth, element] of drawer.tabs.entries()) {
    element.setAttribute("aria-selected", String(TABS[nth] === tab));
    element.tabIndex = TABS[nth] === tab ? 0 : -1;
  }
  drawer.body.setAttribute("aria-labelledby", `tab-${tab}`);
  if (focus) focusTab(drawer);
  if (drawer.shown) paint(grid);
  else drawn(grid);
}

function focusTab(drawer) {
  drawer.tabs[TABS.indexOf(drawer.tab)].focus({ preventScroll: true });
}

function walk(grid, event) {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!way) return;
  const turned = getComputedStyle(grid.drawer.element).direction === "rtl" ? -way : way;
  const at = (TABS.indexOf(grid.drawer.tab) + turned + TABS.length) % TABS.length;
  choose(grid, TABS[at], true);
  event.preventDefault();
}

/** The unit at work is another one, or something was said about it: show it anew. */
export function drawn(grid) {
  const { drawer, active } = grid;
  if (!drawer.open || !active) return;
  clearTimeout(drawer.timer);
  const asked = (drawer.asked += 1);
  if (drawer.name !== active.name) clear(grid, active);
  drawer.timer = setTimeout(async () => {
    const { text, lang, units } = active;
    const found = await grid.route.get("unit", { text, lang, unit: units[0] }).catch((error) => ({ error }));
    if (asked !== drawer.asked || grid.active !== active) return;
    if (found.error && drawer.tab !== "hand") return void drawer.body.replaceChildren(none(t("The desk does not answer.")));
    if (!found.error) drawer.shown = found;
    paint(grid);
  }, PAUSE);
}

function clear(grid, { name, row }) {
  const { drawer } = grid;
  [drawer.name, drawer.shown] = [name, null];
  drawer.element.setAttribute("aria-label", t("Unit {n}", { n: row.n }));
  drawer.body.replaceChildren();
  for (const tab of drawer.tabs) say(tab.querySelector("sup"), "");
  handChanged(grid);
}

function paint(grid) {
  const { drawer } = grid;
  const { comments, suggestions, history } = drawer.shown ?? { comments: [], suggestions: [], history: [] };
  for (const [nth, list] of [[], comments, suggestions, []].entries())
    say(drawer.tabs[nth].querySelector("sup"), list.length ? String(list.length) : "");
  const focused = drawer.element.getRootNode().activeElement;
  const inside = drawer.body.contains(focused);
  const draw = { hand: drawHand, comments: drawComments, suggestions: drawSuggestions, history: drawHistory };
  drawer.body.replaceChildren(...draw[drawer.tab](grid, { comments, suggestions, history }));
  // What is still there, a form that is being filled in above all, has the focus again.
  if (inside) (drawer.body.contains(focused) ? focused : (drawer.body.querySelector("button, textarea") ?? drawer.body)).focus({ preventScroll: true });
}

/** One sentence where nothing is. */
export function none(sentence) {
  return h("p", { class: "q sm" }, sentence);
}

/** Who and when, small. */
export function by(grid, name, at, ...more) {
  const when = new Date(at).toLocaleString(grid.locale, { dateStyle: "medium", timeStyle: "short" });
  return h("small", { class: "q" }, [name, at ? when : "", ...more].filter(Boolean).join(" · "));
}

function drawSuggestions(grid, { suggestions }) {
  const { active } = grid;
  if (!suggestions.length) return [none(t("Nobody has suggested another text."))];
  const origins = {
    person: "",
    conflict: t("saved at the same time"),
    sync: t("from the folder"),
    draft: t("typed in another window"),
    import: t("from a file"),
  };
  return suggestions.map((one) =>
    h(
      "section",
      { "data-suggestion": one.id },
      text(grid, drawChanges(active.stored, one.text, active.lang, active.view.label)),
      by(grid, one.by, one.at, origins[one.origin]),
      h(
        "footer",
        {},
        button(t("Accept"), "go", () => answer(grid, "accept", one.id)),
        button(t("Reject"), "", () => send(grid, { do: "reject", id: one.id })),
      ),
    ),
  );
}

function drawHistory(grid, { history }) {
  const { active } = grid;
  if (!history.length) return [none(t("Nobody has written here yet."))];
  return history.map((one, nth) => {
    const before = history[nth + 1]?.text ?? [];
    const words = isEmpty(one.text) ? [h("span", { class: "q" }, t("empty"))] : drawChanges(before, one.text, active.lang, active.view.label);
    const now = nth === 0 && one.number === active.revision;
    return h(
      "section",
      { "data-revision": one.number },
      text(grid, words),
      by(grid, one.by, one.at, t(STATES[one.state] ?? one.state)),
      now || isEmpty(one.text) ? null : h("footer", {}, button(t("Restore"), "", () => answer(grid, "restore", one.number))),
    );
  });
}

function text({ active }, nodes) {
  return h("div", { class: "t", lang: active.lang, dir: active.view.field.element.dir }, ...nodes);
}

/** A small button of the drawer. */
export function button(label, kind, onclick) {
  return h("button", { type: "button", class: `btn k ${kind}`, onclick }, label);
}

/** Send one act on the unit at work, then show what there is now. */
export async function send(grid, body) {
  const { text: slug, lang, units } = grid.active;
  const place = { text: slug, lang, unit: units[0] };
  const done = await grid.route.post("remark", { ...place, ...body }).catch((error) => ({ error }));
  if (done.error) {
    tell(grid, done.error.status ? done.error.message : t("The desk does not answer."), "warn");
    return null;
  }
  await renew(grid);
  drawn(grid);
  return done;
}

/** Let the desk take another text for the unit; a text that is being typed is never written over. */
async function answer(grid, act, id) {
  const { active } = grid;
  if (active.conflict || grid.outbox.pending(active) || isDirty(active))
    return tell(grid, t("Confirm or undo what you have typed first."), "warn");
  const { revision, state: seen } = active;
  const op = `${act}-${id}-${revision}-${crypto.randomUUID?.() ?? Math.random()}`;
  const done = await send(grid, { do: act, id, client: grid.client, op, revision, seen });
  if (done && !done.answer.ok) tell(grid, done.answer.error || t("Somebody was quicker; look at the text once more."), "warn");
  return undefined;
}
