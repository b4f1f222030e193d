/** Glossaries as files: ours goes out, another comes in after it was looked at; what both have stays as it is here. */
import { h } from "./dom.js";
import { drawFoot, listen, showKeys } from "./terms-keys.js";
import { button, languageOf, number, sentenceOf, wrongLine } from "./terms-parts.js";
import { t } from "./words.js";

const FORMATS = { tbx: "TBX", csv: "CSV", xlsx: "XLSX" };
const LIMIT = 50 * 2 ** 20; // Bytes; the desk takes no more.
const FIELDS = {
  id: "number of the concept", subject: "subject", definition: "definition", source: "where the definition is from", kind: "kind", note: "note",
  status: "status", "part of speech": "part of speech", gender: "gender", forms: "other forms", "exact case": "capitals count", keep: "do not translate",
  texts: "only in some texts", context: "example", references: "see also", "term note": "note on the term",
}; // prettier-ignore

/** Show the page; returns how to leave it. */
export function mount(host, context) {
  const view = { host, context, locale: context.data.locale, file: null, columns: {}, stopped: false, turn: 0 };
  draw(view);
  const off = listen(host, "files", (id) => act(view, id));
  context.ready("files");
  view.exports.querySelector("button").focus();
  return () => {
    view.stopped = true;
    off();
  };
}

function act(view, id) {
  const does = { choose: () => view.input.click(), export: () => view.exports.querySelector("button").focus(), glossary: () => view.context.go({}), keys: () => showKeys(view.host, "files") };
  return does[id]();
}

function draw(view) {
  const { context, host } = view;
  view.exports = h("div", { class: "acts" }, ...Object.entries(FORMATS).map(([format, name]) => button(name, "", () => fetched(view, format))));
  view.input = h("input", { type: "file", class: "sr", id: "glossary-file", accept: ".tbx,.tbxm,.xml,.csv,.tsv,.txt,.xlsx", onchange: () => take(view, view.input.files[0]) });
  const well = h("label", { class: "well", for: "glossary-file" }, h("span", {}, t("TBX, CSV or XLSX: drop it here, or choose it.")), h("span", { class: "btn" }, t("Choose a file")));
  for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    well.addEventListener(name, (event) => {
      event.preventDefault();
      well.classList.toggle("over", over);
      if (name === "drop") take(view, event.dataTransfer.files[0]);
    });
  }
  view.wrong = wrongLine();
  view.shown = h("section", { "aria-live": "polite" });
  const main = h("main", { class: "page" },
    h("nav", { class: "sm q crumbs", "aria-label": t("Glossary") }, h("a", { href: "?" }, t("Glossary")), " › ", t("Import, export")),
    h("div", { class: "heading" }, h("h1", {}, t("Import, export"))),
    h("div", { class: "files" },
      h("section", {}, h("h2", {}, t("Export")), h("p", { class: "q" }, t("TBX holds everything. CSV and XLSX hold the terms and what is said of them, not the discussion.")), view.exports),
      h("section", {}, h("h2", {}, t("Import")), h("p", { class: "q" }, t("Nothing is stored before you have seen it. What both have stays as it is here; what is new is added.")), view.input, well, view.wrong), view.shown));
  host.replaceChildren(main, drawFoot(view, "files"));
}

async function fetched(view, format) {
  view.tell("");
  try {
    const file = await view.context.fetch(`terms/export?format=${format}`);
    const address = URL.createObjectURL(file);
    const link = h("a", { href: address, download: `glossary.${format}` });
    view.host.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    view.tell(t("glossary.{format} is in your downloads.", { format }));
  } catch (error) {
    view.tell(sentenceOf(error), "bad");
  }
}

function take(view, file) {
  if (!file) return undefined;
  view.wrong.textContent = file.size > LIMIT ? t("The file is larger than {n} MB; bring it in parts.", { n: LIMIT / 2 ** 20 }) : "";
  if (file.size > LIMIT) return undefined;
  view.file = file;
  view.columns = {};
  return look(view);
}

const pathOf = (view, verb) => `terms/${verb}?${new URLSearchParams({ name: view.file.name, columns: JSON.stringify(view.columns) })}`;

/** Have the file read, and show what is in it. */
async function look(view, focus = "") {
  const turn = (view.turn += 1);
  view.wrong.textContent = "";
  view.tell("");
  const slow = setTimeout(() => view.shown.setAttribute("aria-busy", "true"), 400);
  try {
    const found = await view.context.send(pathOf(view, "read"), view.file);
    if (view.stopped || turn !== view.turn) return;
    paint(view, found);
    const select = [...view.shown.querySelectorAll("select")].find((one) => one.dataset.column === focus);
    (select ?? view.shown.querySelector(".go"))?.focus();
  } catch (error) {
    if (turn !== view.turn) return;
    if (!focus) view.shown.replaceChildren();
    view.wrong.textContent = sentenceOf(error);
  } finally {
    clearTimeout(slow);
    view.shown.removeAttribute("aria-busy");
    view.input.value = "";
  }
}

function paint(view, found) {
  const { locale } = view;
  const size = t("{file}: {concepts} concepts, {terms} terms", { file: view.file.name, concepts: number(found.concepts, locale), terms: number(found.terms, locale) });
  const heads = found.columns.map(({ name, field }) => {
    const choice = h("select", { "aria-label": name, "data-column": name, onchange: () => {
      view.columns[name] = choice.value;
      look(view, name);
    } }, ...[...new Set([...found.choices, field])].map((one) => h("option", { value: one, selected: one === field }, fieldWords(view, one))));
    return h("th", { scope: "col" }, name, choice);
  });
  const rows = found.rows.map((row) => h("tr", {}, ...found.columns.map((_column, nth) => h("td", { dir: "auto" }, row[nth] ?? ""))));
  const table = heads.length ? h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t("Columns") }, h("table", {}, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...rows))) : null;
  const remarks = found.remarks.length ? h("ul", { class: "sm q" }, ...found.remarks.slice(0, 20).map((one) => h("li", {}, one)), found.remarks.length > 20 ? h("li", {}, t("{n} more.", { n: number(found.remarks.length - 20, locale) })) : "") : null;
  const takes = button(t("Take it in"), "go", () => store(view), { disabled: found.concepts === 0 });
  view.shown.replaceChildren(...[h("h2", { class: "num" }, size), table, remarks, h("div", { class: "acts" }, takes, button(t("Back"), "bare", () => forget(view)))].filter(Boolean));
}

/** What a column may be taken for, in words: a language’s terms, or something that is said of them. */
function fieldWords(view, field) {
  if (field === "-") return t("left out");
  const [lang, about] = field.includes(":") ? field.split(":") : FIELDS[field] ? ["", field] : [field, ""];
  const said = about ? t(FIELDS[about] ?? about) : t("terms");
  return lang ? `${languageOf(view.context, lang).name}: ${said}` : said;
}

function forget(view) {
  view.file = null;
  view.shown.replaceChildren();
  view.input.focus();
}

async function store(view) {
  const { context, locale } = view;
  view.wrong.textContent = "";
  try {
    const done = await context.send(pathOf(view, "import"), view.file);
    context.held.delete("list");
    if (view.stopped) return;
    const said = t("{added} concepts are new, {changed} have changed, {terms} terms are new.", { added: number(done.added, locale), changed: number(done.changed, locale), terms: number(done.terms, locale) });
    const told = [...done.joins, ...done.conflicts];
    const undo = done.change ? button(t("Undo"), "k", () => takeBack(view, done.change)) : "";
    view.shown.replaceChildren(h("p", {}, done.change ? said : t("Nothing is new in it.")), told.length ? h("ul", { class: "sm" }, ...told.map((one) => h("li", {}, one))) : "", h("div", { class: "acts" }, h("a", { class: "btn go", href: "?" }, t("Glossary")), undo));
    view.shown.querySelector(".go").focus();
  } catch (error) {
    view.wrong.textContent = sentenceOf(error);
  }
}

async function takeBack(view, change) {
  try {
    await view.context.api("terms/act", { do: "undo", change });
    forget(view);
    view.tell(t("Taken back."));
  } catch (error) {
    view.tell(sentenceOf(error), "bad");
  }
}
