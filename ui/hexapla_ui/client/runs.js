/**
 * Texts as runs, and runs as what a person sees; there and back without loss.
 *
 * A run is {text}, {open, id, …} and {close: id} around a free tag, or one that stands alone: {note}, {bound}, {tn}.
 * In the page a run that is not text keeps itself as JSON in `data-run`, which survives whatever the browser does
 * to the element while a person edits around it.
 */
import { h } from "./dom.js";

const TAGS = { emph: "em", foreign: "i", title: "cite", ref: "span" };
const LOOKS = { italic: "i", bold: "b", superscript: "sup", sup: "sup", subscript: "sub", sub: "sub" };

/** Draw runs; `label(run)` names the ones that stand alone, as {text, title}. */
export function toDom(runs, label) {
  const fragment = document.createDocumentFragment();
  const open = [fragment];
  for (const run of runs) {
    const here = open[open.length - 1];
    if ("text" in run) here.append(run.text);
    else if ("open" in run) open.push(here.appendChild(tag(run)));
    else if ("close" in run) open.length > 1 && open.pop();
    else here.append(chip(run, label(run)));
  }
  return fragment;
}

function tag(run) {
  const name = TAGS[run.open] ?? LOOKS[run.rend] ?? "span";
  const shown = { class: `tag ${run.open}`, lang: run.lang, "data-rend": run.rend };
  return h(name, { ...shown, "data-run": JSON.stringify(run) });
}

function chip(run, { text, title = null }) {
  const kind = "tn" in run ? "tn" : run.bound === "lb" ? "chip lb" : "chip";
  return h("span", { class: kind, title, contenteditable: "false", "data-run": JSON.stringify(run) }, text);
}

/** Whether a node is a run that stands alone. */
export function isChip(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.getAttribute("contenteditable") === "false";
}

/** Read the runs out of a field; elements that the browser added by itself count for their text only. */
export function fromDom(field) {
  const runs = [];
  collect(field, runs, new Set());
  return runs;
}

function collect(node, runs, ids) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) addText(runs, child.data);
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (!child.dataset.run) collect(child, runs, ids);
    else if (isChip(child)) runs.push(JSON.parse(child.dataset.run));
    else collectTag(child, runs, ids);
  }
}

function collectTag(element, runs, ids) {
  const run = JSON.parse(element.dataset.run);
  // A browser that splits an element copies its id with it; the second one needs a number of its own.
  while (ids.has(run.id)) run.id = Math.max(...ids) + 1;
  ids.add(run.id);
  runs.push(run);
  collect(element, runs, ids);
  runs.push({ close: run.id });
}

function addText(runs, text) {
  const last = runs[runs.length - 1];
  if (!text) return;
  if (last && "text" in last) last.text += text;
  else runs.push({ text });
}

/** Runs as the desk keeps them: neighbouring texts joined, runs of spaces one space, none at the ends. */
export function normal(runs) {
  const made = [];
  for (const run of runs) {
    if ("text" in run) addText(made, run.text);
    else made.push(run);
  }
  const texts = made.map((run) => ("text" in run ? { text: run.text.replace(/[ \t\r\n]+/g, " ") } : run));
  trim(texts, 0, /^ /);
  trim(texts, texts.length - 1, / $/);
  return texts.filter((run) => run.text !== "");
}

function trim(runs, at, space) {
  if (runs[at] && "text" in runs[at]) runs[at] = { text: runs[at].text.replace(space, "") };
}

/** Whether two texts are the same to the desk. */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

function canonical(runs) {
  return JSON.stringify(normal(runs), (_name, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Whether there is nothing to read in a text. */
export function isEmpty(runs) {
  return normal(runs).every((run) => "open" in run || "close" in run);
}

/** The text alone; a line break is a new line, other runs without text are nothing. */
export function plain(runs) {
  return runs.map((run) => ("text" in run ? run.text : run.bound === "lb" ? "\n" : "")).join("");
}
