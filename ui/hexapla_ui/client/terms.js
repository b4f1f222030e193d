/**
 * The Glossary page: the list, the dossier of a concept, candidates, the worklist, the concordance, files in and out.
 *
 * The URL is the state: `?concept=c12` is a dossier, `?view=…` one of the others, and the browser's back goes back.
 * A view is a module with `mount(host, context)`, which returns how to leave it; it is loaded when it is first asked for.
 */
import { h, scroller } from "./dom.js";
import { createRoute } from "./route.js";
import { sentenceOf } from "./terms-parts.js";
import { speak, t } from "./words.js";

const STYLES = ["tokens.css", "pieces.css", "grid.css", "terms.css", "terms-triage.css", "terms-walk.css"];
const VIEWS = {
  list: () => import("./terms-list.js"),
  concept: () => import("./terms-dossier.js"),
  candidates: () => import("./terms-triage.js"),
  work: () => import("./terms-walk.js"),
  concordance: () => import("./terms-concordance.js"),
  files: () => import("./terms-files.js"),
};
const mounted = new WeakMap();

/** Show the page in `parentElement`, or give a shown one its new settings; returns how to take it away. */
export function mount({ data: settings, parentElement }) {
  const shown = mounted.get(parentElement);
  if (shown) {
    shown.context.data = settings;
    shown.route.trust(settings.token);
    speak(settings.words);
  } else {
    mounted.set(parentElement, create(settings, parentElement));
  }
  return () => remove(parentElement);
}

function create(settings, parent) {
  speak(settings.words);
  const links = STYLES.map((name) => h("link", { rel: "stylesheet", href: settings.client + name }));
  const surface = {
    route: createRoute(settings.api, settings.token),
    box: h("div", { class: "hexapla terms", hidden: true }),
    path: window.location.pathname,
    places: new Map(), // How far each address was scrolled when it was left.
    leave: () => {},
    turn: 0,
  };
  surface.context = contextOf(surface, settings);
  surface.back = () => surface.path === window.location.pathname && show(surface, true);
  surface.home = (event) => again(surface, event);
  window.addEventListener("popstate", surface.back);
  window.addEventListener("click", surface.home);
  surface.box.addEventListener("click", (event) => followed(surface, event));
  surface.parts = [...links, surface.box];
  parent.append(...surface.parts);
  surface.box.style.setProperty("--hexapla-top", `${headerOver(surface.box)}px`);
  const events = (link) => ["load", "error"].map((name) => new Promise((done) => link.addEventListener(name, done)));
  Promise.all(links.map((link) => Promise.race(events(link)))).then(() => (surface.box.hidden = false));
  show(surface);
  return surface;
}

/** What a view is handed: the desk, the words, the way to another view, and what the page knows. */
function contextOf(surface, settings) {
  return {
    /** Ask the desk: without a body by GET, with one by POST. */
    api: (path, body) => (body === undefined ? surface.route.get(...split(path)) : surface.route.post(path, body)),
    /** Fetch a file from the desk, or send one to it. */
    fetch: (path) => surface.route.file(...split(path)),
    send: (path, file) => surface.route.upload(...split(path), file),
    words: t,
    /** Show what a query names, as a new entry of the browser's history. */
    go: (query) => go(surface, query),
    /** Say in the address what a view shows now; nothing is drawn anew. */
    point: (query) => point(query),
    /** A view calls it when its content stands. */
    ready: (name) => ready(surface, name),
    languages: settings.languages,
    person: settings.person,
    data: settings,
    query: {},
    held: new Map(),
  };
}

const split = (path) => [path.split("?")[0], Object.fromEntries(new URLSearchParams(path.split("?")[1] ?? ""))];

function addressOf(query) {
  const named = Object.entries(query).filter(([, value]) => value !== "" && value !== undefined && value !== null);
  return named.length ? `?${new URLSearchParams(named)}` : window.location.pathname;
}

function go(surface, query) {
  remember(surface);
  window.history.pushState(null, "", addressOf(query));
  show(surface);
}

function point(query) {
  const address = new URL(addressOf(query), window.location.href);
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
}

/** Links to a query stay in the page; with a key held down they are the browser's own. */
function followed(surface, event) {
  const href = event.target.closest?.("a[href^='?']")?.getAttribute("href");
  if (!href || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(surface, Object.fromEntries(new URLSearchParams(href)));
}

/** The frame's link to the page that is open already does nothing of its own: it leads to the list. */
function again(surface, event) {
  const link = event.composedPath().find((one) => one.localName === "a");
  const outside = link && !event.composedPath().includes(surface.box);
  if (!outside || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (link.pathname === surface.path && window.location.search) go(surface, {});
}

async function show(surface, again = false) {
  const { context, box } = surface;
  const turn = (surface.turn += 1);
  const query = Object.fromEntries(new URLSearchParams(window.location.search));
  const name = Object.hasOwn(VIEWS, query.view ?? "") ? query.view : query.concept ? "concept" : "list";
  const at = again ? surface.places.get(window.location.search) : 0;
  try {
    const module = await VIEWS[name]();
    if (turn !== surface.turn) return;
    surface.leave();
    const host = h("div", { class: "view" });
    box.replaceChildren(host);
    delete box.dataset.ready;
    surface.scroll = at ?? 0;
    scroller(box).scrollTo({ top: 0, behavior: "instant" });
    Object.assign(context, { query });
    surface.leave = module.mount(host, context) ?? (() => {});
  } catch (error) {
    if (turn === surface.turn) missing(surface, error);
  }
}

/** A view that could not be loaded says so, with a way out. */
function missing(surface, error) {
  const { box } = surface;
  surface.leave();
  surface.leave = () => {};
  const sentence = error instanceof TypeError ? t("This part of the page could not be loaded.") : sentenceOf(error);
  const again = h("button", { type: "button", class: "btn", onclick: () => show(surface) }, t("Try again"));
  const back = h("a", { href: "?" }, t("Glossary"));
  box.replaceChildren(h("div", { class: "empty", role: "alert" }, h("p", { class: "t" }, sentence), h("div", { class: "acts" }, again, back)));
  box.dataset.ready = "missing";
}

function ready(surface, name) {
  surface.box.dataset.ready = name;
  if (surface.scroll) scroller(surface.box).scrollTo({ top: surface.scroll, behavior: "instant" });
  surface.scroll = 0;
}

function remember(surface) {
  surface.places.set(window.location.search, scroller(surface.box).scrollTop);
}

/** How far Streamlit's header lies over the page that scrolls. */
function headerOver(box) {
  const header = document.querySelector('[data-testid="stHeader"]');
  const main = box.getRootNode().host?.closest("main");
  return header && main ? Math.max(0, header.getBoundingClientRect().bottom - main.getBoundingClientRect().top) : 0;
}

function remove(parent) {
  const surface = mounted.get(parent);
  if (!surface) return;
  mounted.delete(parent);
  window.removeEventListener("popstate", surface.back);
  window.removeEventListener("click", surface.home);
  surface.turn += 1;
  surface.leave();
  for (const part of surface.parts) part.remove();
}
