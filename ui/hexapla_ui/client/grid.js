/**
 * The editor's grid: one component that Streamlit mounts, and that talks to the desk by itself from then on.
 *
 * `mount` is called again with new settings on the same parent; what a person is doing there goes on undisturbed.
 */
import { drawBar, paintBar, paintStatus } from "./bar.js";
import { newClient, windowName } from "./client.js";
import { h } from "./dom.js";
import { createDrafts } from "./drafts.js";
import { drawDrawer, drawn, toggle } from "./drawer.js";
import { DONE } from "./entry.js";
import { drawFoot, offline, paintFoot, tell } from "./foot.js";
import { act, listen } from "./listen.js";
import { createOutbox } from "./outbox.js";
import { drawTable, load, open, paintHeads } from "./page.js";
import { nameOf } from "./place.js";
import { renew } from "./reshape.js";
import { createRoute } from "./route.js";
import { paint } from "./row.js";
import { answered, drafted, leave } from "./saving.js";
import { createStore } from "./store.js";
import { askBlock, forgetTerms } from "./terms-known.js";
import { activate, enter, holding, turn } from "./walk.js";
import { watch } from "./watch.js";
import { speak } from "./words.js";

const STYLES = ["tokens.css", "pieces.css", "grid.css", "source.css", "terms-editor.css", "phone.css"];
const ADDRESS_PAUSE = 300; // Browsers refuse addresses that change more often than some hundred times a minute.
const mounted = new WeakMap();

/** Show the grid in `parentElement`, or give a shown one its new settings; returns how to take it away. */
export function mount({ data: settings, parentElement }) {
  const shown = mounted.get(parentElement);
  if (shown) receive(shown, settings);
  else mounted.set(parentElement, create(settings, parentElement));
  return () => remove(parentElement);
}

function create(settings, parent) {
  speak(settings.words);
  const store = createStore(settings.edition, settings.person.id, windowName());
  const grid = {
    settings,
    locale: settings.locale || "en",
    store,
    route: createRoute(settings.api, settings.token),
    place: { text: settings.text, lang: settings.lang },
    page: null,
    order: [],
    entries: new Map(),
    active: null,
    asked: 0,
    /** How many saves the desk has taken from this window. */
    accepted: 0,
    translated: 0,
    client: newClient(),
    /** Places that wait for the person: in conflict, or not taken by the desk; and the best states known, by place. */
    contested: new Map(store.conflicts().map((place) => [nameOf(place), place])),
    refused: new Map(store.refused().map((place) => [nameOf(place), place])),
    best: new Map(),
    /** Characters typed while the next unit is on its way, else null. */
    held: null,
    savedAt: new Date().toISOString(),
    forgetful: !store.lasting,
  };
  equip(grid);
  draw(grid, parent);
  grid.silence = listen(grid);
  grid.unwatch = watch(grid);
  grid.outbox.now();
  open(grid, settings.unit ? { unit: settings.unit } : {}, () => begin(grid, settings.unit));
  return grid;
}

/** What the other modules ask of the grid; everything that is drawn or sent goes through here. */
function equip(grid) {
  const { store, route, client } = grid;
  grid.changed = () => changed(grid);
  const line = { store, route, client, changed: grid.changed };
  grid.outbox = createOutbox({ ...line, answered: (...saved) => took(grid, ...saved) });
  grid.drafts = createDrafts({ ...line, kept: (...draft) => drafted(grid, ...draft) });
  grid.language = (tag) => grid.settings.languages[tag] ?? { name: tag, dir: "auto", spaced: true };
  grid.entryAt = ({ text, lang, units }) =>
    text === grid.place.text && lang === grid.place.lang ? grid.entries.get(units.join("+")) : undefined;
  grid.paint = (entry) => paint(grid, entry);
  grid.turn = (query, which) => turn(grid, query, which);
  grid.point = (entry) => point(grid, entry);
  grid.act = (id, entry, mark) => act(grid, id, entry, mark);
  grid.remarks = (entry, tab) => {
    activate(grid, entry);
    toggle(grid, tab);
  };
  grid.count = (before, after) => {
    grid.translated += DONE.has(after) - DONE.has(before);
    paintHeads(grid);
  };
}

function draw(grid, parent) {
  const links = STYLES.map((name) => h("link", { rel: "stylesheet", href: grid.settings.client + name }));
  grid.bar = drawBar(grid, (change) => choose(grid, change));
  grid.foot = drawFoot(grid, (id) => act(grid, id, grid.active));
  const table = drawTable(grid);
  grid.drawer = drawDrawer(grid);
  const desk = h("div", { class: "desk" }, h("div", { class: "text" }, table, grid.pager), grid.drawer.element);
  grid.box = h("div", { class: "hexapla", hidden: true }, grid.bar.element, desk, grid.foot.element);
  grid.parts = [...links, grid.box];
  parent.append(...grid.parts);
  grid.box.style.setProperty("--hexapla-top", `${headerOver(grid.box)}px`);
  // Hidden until the style sheets are there: a page that changes its looks under the eye is worse than a late one.
  const events = (link) => ["load", "error"].map((name) => new Promise((done) => link.addEventListener(name, done)));
  grid.styled = Promise.all(links.map((link) => Promise.race(events(link)))).then(() => (grid.box.hidden = false));
}

/** How far Streamlit's header lies over the page that scrolls; what sticks to the top has to stick below it. */
function headerOver(box) {
  const header = document.querySelector('[data-testid="stHeader"]');
  const main = box.getRootNode().host?.closest("main");
  return header && main ? Math.max(0, header.getBoundingClientRect().bottom - main.getBoundingClientRect().top) : 0;
}

/** The first page is there: the unit that was asked for, else the first one, is ready to be typed in. */
async function begin(grid, unit) {
  await grid.styled;
  const entry = (unit && holding(grid, unit)) || grid.order[0];
  if (!entry) return;
  const idle = !document.activeElement || document.activeElement === document.body;
  if (idle) enter(grid, entry);
  else activate(grid, entry);
}

/** The desk answered a save: the terms of its block may stand otherwise now. */
function took(grid, op, answer) {
  answered(grid, op, answer);
  const entry = answer.ok && grid.entryAt(op);
  if (entry) askBlock(grid, entry);
}

/** Numbers and signs that follow the line and the saves. */
function changed(grid) {
  const { box, outbox, drafts } = grid;
  box.dataset.waiting = outbox.count();
  box.dataset.drafts = drafts.count();
  const away = outbox.away() || drafts.away();
  const line = `${away} ${outbox.blocked()}`;
  if (line !== (grid.line ?? "false ")) {
    const back = grid.away && !away;
    [grid.line, grid.away] = [line, away];
    for (const entry of grid.order) grid.paint(entry);
    tell(grid, away ? offline(grid) : outbox.blocked(), "warn");
    if (back) renew(grid);
  }
  paintStatus(grid);
  paintFoot(grid);
  if (grid.drawer.name !== grid.active?.name) drawn(grid);
}

/** Another text or language, chosen in the bar: the same unit, where it is the same text. */
async function choose(grid, change) {
  const place = { ...grid.place, ...change };
  const { languages } = grid.settings.texts.find((one) => one.slug === place.text) ?? { languages: [place.lang] };
  if (!languages.includes(place.lang)) place.lang = languages[0];
  const unit = place.text === grid.place.text ? grid.active?.units[0] : undefined;
  if (!(await load(grid, place, unit ? { unit } : {}))) return paintBar(grid);
  const entry = (unit && holding(grid, unit)) || grid.order[0];
  if (entry) activate(grid, entry);
  if (entry) grid.point(entry);
  return undefined;
}

/** Keep text, language and unit in the page's address, among whatever else stands there. */
function point(grid, entry) {
  clearTimeout(grid.pointing);
  grid.pointing = setTimeout(() => {
    const address = new URL(window.location.href);
    const values = { ...grid.place, unit: entry.units[0] };
    for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
  }, ADDRESS_PAUSE);
}

/** Streamlit ran the page again; its address may be older than where the person is now, so its unit is not followed. */
function receive(grid, settings) {
  const { text, lang } = grid.settings;
  grid.settings = settings;
  grid.route.trust(settings.token);
  speak(settings.words);
  const other = settings.text !== text || settings.lang !== lang;
  const there = settings.text === grid.place.text && settings.lang === grid.place.lang;
  if (other && !there) choose(grid, { text: settings.text, lang: settings.lang });
}

function remove(parent) {
  const grid = mounted.get(parent);
  if (!grid) return;
  mounted.delete(parent);
  if (grid.active) leave(grid, grid.active);
  grid.drafts.now();
  forgetTerms(grid.order);
  grid.silence();
  grid.unwatch();
  clearTimeout(grid.pointing);
  for (const retry of [grid.outbox, grid.drafts, grid.opening]) retry.stop();
  for (const part of grid.parts) part.remove();
}
