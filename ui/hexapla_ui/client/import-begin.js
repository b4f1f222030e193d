/** Beginning: a file is dropped or chosen, given a name here, and sent; and what others have begun and not ended. */
import { h } from "./dom.js";
import { Away, Refused } from "./route.js";
import { t } from "./words.js";

const LIMIT = 20 * 2 ** 20;
const PAUSE = 250; // Milliseconds between two looks at a reading; it gets longer with every look.
const KINDS = ".txt,.text,.pdf,.docx,.odt,.epub,.html,.htm,.xhtml,.md,.markdown,.tex,.xml,.tei,.po,.xliff,.xlf,.tmx";

/** Show the way to begin; returns how to leave it. */
export function showBegin(surface) {
  const view = { surface, file: null, stopped: false };
  const { box } = surface;
  const head = h("header", {}, h("h1", {}, t("Import")),
    h("p", { class: "q" }, t("How each line of the file was read. Nothing is stored before you say so.")));
  view.notice = h("div", { class: "notice", role: "alert" });
  view.waiting = h("section", { class: "waiting", hidden: true });
  box.replaceChildren(h("main", { class: "begin" }, head, drawForm(view), view.notice, view.waiting));
  box.dataset.ready = "begin";
  list(view);
  return () => (view.stopped = true);
}

function drawForm(view) {
  const { settings } = view.surface;
  view.input = h("input", { type: "file", class: "sr", id: "import-file", accept: KINDS, onchange: () => chosen(view, view.input.files[0]) });
  view.chosen = h("span", { class: "t" }, t("Bring a file"));
  view.about = h("span", { class: "q sm" }, t("drop it here, or choose it; 20 MB at most"));
  const well = h("label", { class: "well", for: "import-file" }, view.chosen, view.about, h("span", { class: "btn" }, t("Choose a file")));
  view.title = h("input", { id: "import-title", maxlength: 300, placeholder: t("as the file says"), autocomplete: "off" });
  view.slug = h("input", { id: "import-slug", maxlength: 63, placeholder: t("as the file’s name"), pattern: "[a-z0-9][a-z0-9\\-]*", autocomplete: "off", spellcheck: "false" });
  view.lang = h("select", { id: "import-lang" }, h("option", { value: "" }, t("as the file says")),
    ...settings.targets.map((tag) => h("option", { value: tag }, view.surface.language(tag).name)));
  view.translations = field("import-lang", t("Its translations are in"), view.lang);
  view.translations.hidden = true;
  const own = h("p", { class: "own" }, view.surface.language(settings.source).name);
  view.go = h("button", { type: "submit", class: "btn go", disabled: true }, t("Read it"));
  const fields = h("div", { class: "fields" },
    field("import-title", t("Title"), view.title),
    field("import-slug", t("Short name"), view.slug),
    h("div", {}, h("span", { class: "label" }, t("Language")), own),
    view.translations);
  const form = h("form", { novalidate: true, onsubmit: (event) => send(view, event) }, view.input, well, fields, h("div", {}, view.go));
  const over = (event) => (event.preventDefault(), well.classList.add("over"));
  well.addEventListener("dragover", over);
  well.addEventListener("dragleave", () => well.classList.remove("over"));
  well.addEventListener("drop", (event) => {
    event.preventDefault();
    well.classList.remove("over");
    chosen(view, event.dataTransfer.files[0]);
  });
  return form;
}

function field(id, label, input) {
  return h("div", {}, h("label", { for: id }, label), input);
}

function chosen(view, file) {
  if (!file) return;
  view.file = file;
  view.chosen.textContent = file.name;
  view.about.textContent = size(file.size, view.surface.locale);
  view.translations.hidden = !/\.(po|xliff|xlf|tmx)$/i.test(file.name);
  view.go.disabled = false;
  tell(view, file.size > LIMIT ? t("The file is larger than {n} MB; bring it in parts.", { n: 20 }) : "");
  view.go.disabled = file.size > LIMIT;
  view.go.focus({ preventScroll: true });
}

function size(bytes, locale) {
  const [n, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(n);
}

async function send(view, event) {
  event.preventDefault();
  if (!view.file) return;
  const { route } = view.surface;
  busy(view, true);
  try {
    const query = { name: view.file.name, slug: view.slug.value.trim(), title: view.title.value.trim() };
    if (!view.translations.hidden) query.lang = view.lang.value;
    const { import: row } = await route.upload("import/begin", query, view.file);
    await untilRead(view, row);
  } catch (error) {
    tell(view, sentenceOf(error));
    list(view);
  } finally {
    busy(view, false);
  }
}

/** Wait until the worker has read the file, and show it; raises Refused with the reader's own sentence. */
async function untilRead(view, row) {
  for (let pause = PAUSE; !view.stopped; pause = Math.min(pause * 1.3, 2000)) {
    const { state, error } = await view.surface.route.get("import/state", { import: row });
    if (error) throw new Refused(400, error);
    if (state !== "reading") return view.surface.show(row);
    await new Promise((done) => setTimeout(done, pause));
  }
  return undefined;
}

function busy(view, is) {
  view.go.disabled = is || !view.file;
  view.go.textContent = is ? `${t("Reading the file")} …` : t("Read it");
  view.surface.box.setAttribute("aria-busy", String(is));
}

function tell(view, sentence) {
  view.notice.textContent = sentence;
  view.notice.className = "notice bad";
}

async function list(view) {
  try {
    const { waiting } = await view.surface.route.get("import/waiting", {});
    if (view.stopped) return;
    view.waiting.hidden = !waiting.length;
    view.waiting.replaceChildren(h("h2", {}, t("Begun and not stored yet")), h("ul", {}, ...waiting.map((one) => item(view, one))));
  } catch (error) {
    tell(view, sentenceOf(error));
  }
}

function item(view, one) {
  const { surface } = view;
  const when = { name: one.by, when: day(one.at, surface.locale) };
  const about = one.reading ? t("is being read") : t("by {name}, {when}", when);
  const line = h("li", { "data-import": one.id });
  const go = h("a", { class: "btn k", href: `?import=${one.id}`, onclick: (event) => (event.preventDefault(), goOn(view, one)) }, t("Go on"));
  const drop = h("button", { type: "button", class: "btn k bare", onclick: () => ask() }, t("Drop"));
  const acts = h("span", { class: "acts" }, go, drop);
  line.append(h("span", {}, h("span", { class: "t" }, one.title || one.name), h("small", { class: "q" }, `${one.name} · ${about}`)), acts);
  return line;

  function ask() {
    const yes = h("button", { type: "button", class: "btn k", onclick: () => dropIt(view, one) }, t("Drop it"));
    const no = h("button", { type: "button", class: "btn k bare", onclick: () => (acts.replaceChildren(go, drop), drop.focus()) }, t("Cancel"));
    acts.replaceChildren(h("small", {}, t("Drop “{name}”? What was mended here is lost; the file itself is yours to bring again.", { name: one.name })), yes, no);
    no.focus();
  }
}

async function goOn(view, one) {
  if (!one.reading) return view.surface.show(one.id);
  try {
    const { state, stuck } = await view.surface.route.get("import/state", { import: one.id });
    if (state === "reading" && stuck) await view.surface.route.post("import/again", { import: one.id });
    return await untilRead(view, one.id);
  } catch (error) {
    tell(view, sentenceOf(error));
    return list(view);
  }
}

async function dropIt(view, one) {
  try {
    await view.surface.route.post("import/drop", { import: one.id, version: one.version });
  } catch (error) {
    tell(view, sentenceOf(error));
  }
  list(view);
}

/** A sentence for what went wrong with a request. */
export function sentenceOf(error) {
  if (error instanceof Refused) return error.message;
  if (error instanceof Away) return t("The desk does not answer.");
  throw error;
}

/** A time as people say it: 14:03, yesterday 14:03, 3 November. */
export function day(at, locale) {
  const when = new Date(at);
  const days = Math.round((new Date(when).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
  const time = when.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (!days) return time;
  if (days === -1) return `${new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-1, "day")} ${time}`;
  return when.toLocaleDateString(locale, { day: "numeric", month: "long" });
}
