/**
 * The Import page: a file is brought, read, looked over beside its own lines, mended, and only then stored.
 *
 * What stands here is on the desk: whoever opens the address of an import goes on where the last one stopped.
 */
import { showBegin } from "./import-begin.js";
import { showText } from "./import-text.js";
import { h } from "./dom.js";
import { createRoute } from "./route.js";
import { speak } from "./words.js";

const STYLES = ["tokens.css", "pieces.css", "grid.css", "phone.css", "import.css"];
const mounted = new WeakMap();

/** Show the page in `parentElement`, or give a shown one its new settings; returns how to take it away. */
export function mount({ data: settings, parentElement }) {
  const shown = mounted.get(parentElement);
  if (shown) {
    shown.settings = settings;
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
    settings,
    locale: settings.locale || "en",
    route: createRoute(settings.api, settings.token),
    box: h("div", { class: "hexapla import", hidden: true }),
    leave: () => {},
  };
  surface.language = (tag) => surface.settings.languages[tag] ?? { name: tag, dir: "auto", spaced: true };
  /** Show an import by its number, or the way to begin one; the address names it. */
  surface.show = (row) => {
    surface.leave();
    point(row);
    delete surface.box.dataset.ready;
    surface.leave = row ? showText(surface, row) : showBegin(surface);
  };
  surface.parts = [...links, surface.box];
  parent.append(...surface.parts);
  surface.box.style.setProperty("--hexapla-top", `${headerOver(surface.box)}px`);
  const events = (link) => ["load", "error"].map((name) => new Promise((done) => link.addEventListener(name, done)));
  surface.styled = Promise.all(links.map((link) => Promise.race(events(link)))).then(() => (surface.box.hidden = false));
  surface.show(settings.row);
  return surface;
}

/** How far Streamlit's header lies over the page that scrolls. */
function headerOver(box) {
  const header = document.querySelector('[data-testid="stHeader"]');
  const main = box.getRootNode().host?.closest("main");
  return header && main ? Math.max(0, header.getBoundingClientRect().bottom - main.getBoundingClientRect().top) : 0;
}

function point(row) {
  const address = new URL(window.location.href);
  if (row) address.searchParams.set("import", row);
  else address.searchParams.delete("import");
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
}

function remove(parent) {
  const surface = mounted.get(parent);
  if (!surface) return;
  mounted.delete(parent);
  surface.leave();
  for (const part of surface.parts) part.remove();
}
