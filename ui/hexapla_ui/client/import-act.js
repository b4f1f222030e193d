/** What a person does with a text on its way in; one act after the other, each on the version that was seen. */
import { h } from "./dom.js";
import { sentenceOf } from "./import-begin.js";
import { plainOf, wordAt } from "./import-marks.js";
import { activate, lookAt, renew, setMode, step, take, tell, walk } from "./import-page.js";
import { askDrop, askStore, closePanel, showKeys } from "./import-panel.js";
import { bySentence, byWord, guess, moveBlock, moveWord, showPlace } from "./import-place.js";
import { drawChoice, drawField, drawStrip, levelOf } from "./import-strip.js";
import { Refused } from "./route.js";
import { t } from "./words.js";

const MOVES = { next: 1, previous: -1 };

/** Carry out what a key or a button asks for, when what was asked before is done. */
export function carryOut(view, id, value) {
  view.queue = (view.queue ?? Promise.resolve()).then(() => run(view, id, value)).catch((error) => failed(view, error));
  return view.queue;
}

async function run(view, id, value) {
  if (view.stopped || !view.active) return;
  if (id === "cancel") return void cancel(view);
  if (view.mode === "note") return void (await choose(view, id));
  if (view.mode === "field") return void (id === "confirm" && (await view.confirm()));
  const block = view.active.block;
  if (id in MOVES) return void (await step(view, MOVES[id]));
  const walks = { decision: () => walk(view, 1), "decision-back": () => walk(view, -1), "kind-of": () => lookAt(view, value) };
  const places = { sentence: () => bySentence(view, 1), "sentence-back": () => bySentence(view, -1), word: () => byWord(view, 1), "word-back": () => byWord(view, -1) };
  const asks = { keys: () => showKeys(view), drop: () => askDrop(view, () => drop(view)), store: () => ask(view), note: () => beginNote(view), correct: () => beginCorrect(view) };
  const other = walks[id] ?? places[id] ?? asks[id];
  if (other) return void (await other());
  if (id === "split") return void (await split(view));
  if (id === "reverse") return void (await reverse(view));
  if (id === "undo") return void (view.page.steps && (await send(view, { do: "undo" })));
  if (id === "join") return void (await send(view, { do: "join", block: block.id }));
  if (id) await send(view, { do: "kind", block: block.id, ...kindOf(view, id) });
}

/** The kind that a key asks for; “h” goes round the levels of a head. */
function kindOf(view, id) {
  const level = /^head-(\d)$/.exec(id)?.[1];
  if (level) return { kind: "head", level: Number(level) };
  if (id !== "head") return { kind: id };
  const { block } = view.active;
  return { kind: "head", level: block.kind === "head" ? (levelOf(block) % 3) + 1 : 0 };
}

async function send(view, body) {
  const slow = setTimeout(() => view.surface.box.setAttribute("aria-busy", "true"), 400);
  try {
    const changed = await view.route.post("import/act", { import: view.number, version: view.page.row.version, ...body });
    tell(view, "");
    take(view, changed);
  } finally {
    clearTimeout(slow);
    view.surface.box.removeAttribute("aria-busy");
  }
}

/** An act that the desk refused says why; if somebody was quicker, the page shows what they did. */
async function failed(view, error) {
  const sentence = sentenceOf(error);
  if (view.stopped) return;
  const late = error instanceof Refused && [404, 409].includes(error.status);
  const typing = view.mode === "field" ? view.typed : null;
  if (late) await renew(view).catch((other) => over(view, sentenceOf(other)));
  if (view.gone) return;
  if (typing && late) again(view, typing);
  else if (!typing) setMode(view, "text");
  tell(view, sentence, "warn");
}

/** Put a half-typed correction back where its unit now stands, after the page was drawn anew. */
function again(view, typing) {
  setMode(view, "text");
  const row = typing && view.order.find((one) => one.units.has(typing.unit));
  if (!row) return;
  activate(view, row, { focus: true, still: true });
  beginCorrect(view, typing.unit);
}

function over(view, sentence) {
  view.gone = true;
  const back = h("button", { type: "button", class: "btn", onclick: () => view.surface.show(null) }, t("Bring a file"));
  view.surface.box.replaceChildren(h("div", { class: "empty", role: "alert" }, h("p", { class: "t" }, sentence), back));
  view.surface.box.dataset.ready = "over";
}

/** Leave whatever was begun: a place, a field, a panel. */
export function cancel(view) {
  if (!view.panel.hidden) return closePanel(view);
  view.anchor = null;
  if (view.mode === "field") view.forget();
  setMode(view, "text");
  drawStrip(view, view.active);
  showPlace(view);
  return view.active.element.focus({ preventScroll: true });
}

async function split(view) {
  const { place, active } = view;
  const first = active.block.units[0]?.id;
  if (!place || (place.unit === first && !place.offset)) {
    return tell(view, t("Choose where the new paragraph begins: → goes by sentences, Shift → by words."));
  }
  return send(view, { do: "split", unit: place.unit, offset: place.offset });
}

async function reverse(view) {
  const { decision } = view;
  if (!decision || decision.back) return undefined;
  return send(view, { do: "reverse", decision: decision.nth });
}

// Words

/** A correction is kept in this window while it is typed: a reload, or somebody who was quicker, takes nothing. */
function keptAs(view, unit) {
  return `hexapla:import:${view.number}:${unit}`;
}

export function beginCorrect(view, wanted = null) {
  const row = view.active;
  const id = wanted ?? view.place?.unit ?? (row.units.has(view.decision?.unit) ? view.decision.unit : row.block.units[0]?.id);
  const found = row.units.get(id);
  if (!found) return;
  setMode(view, "field");
  view.place = { unit: id, offset: 0 };
  showPlace(view);
  const name = keptAs(view, id);
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "null");
  const keep = (runs) => sessionStorage.setItem(name, JSON.stringify(runs));
  const field = drawField(view, row, { ...found.unit, text: kept ?? found.unit.text }, (runs) => put(runs), () => view.does("cancel"), keep);
  view.typed = { unit: id };
  view.confirm = () => put(field.runs);
  view.forget = () => sessionStorage.removeItem(name);
  if (kept) tell(view, t("Your words are as you left them."));

  async function put(target) {
    await send(view, { do: "correct", unit: id, target });
    view.forget();
    setMode(view, "text");
  }
}

// Notes

/** A block looks for the words that it is a note to: first where its own mark stands in the text before it. */
function beginNote(view) {
  const row = view.active;
  const anchor = row.block.kind === "note" ? null : guess(view, row);
  if (!anchor) return;
  setMode(view, "note");
  view.anchor = anchor;
  drawChoice(view, row);
  showPlace(view);
}

async function choose(view, id) {
  const { anchor } = view;
  if (id === "attach") {
    const body = { do: "note", block: view.active.block.id, unit: anchor.unit, offset: anchor.offset };
    view.anchor = null;
    setMode(view, "text");
    showPlace(view);
    return send(view, body);
  }
  if (id === "word" || id === "word-back") moveWord(view, id === "word" ? 1 : -1);
  if (id in MOVES) moveBlock(view, MOVES[id]);
  return showPlace(view);
}

/** A click while a place is chosen, or into the text of the block at work; true where it was that. */
export function choosing(view, event, row) {
  const unit = event.target.closest(".unit")?.dataset.unit;
  if (!unit) return view.mode !== "text";
  const { element } = row.units.get(unit);
  const offset = wordAt(element, event.clientX, event.clientY);
  if (offset === null) return view.mode !== "text";
  if (view.mode === "note") {
    const plain = plainOf(element);
    if (row !== view.active && row.block.kind !== "note") view.anchor = { row, unit, offset: offset + /^\S*/.exec(plain.slice(offset))[0].length };
    showPlace(view);
    return true;
  }
  if (view.mode !== "text" || row !== view.active || event.target.closest("[data-decision]")) return view.mode !== "text";
  view.place = { unit, offset };
  showPlace(view);
  return true;
}

// The end of it

function ask(view, plan = null) {
  view.wrong = askStore(view, (values) => store(view, values), plan);
}

async function store(view, values) {
  try {
    const version = view.page.row.version;
    const made = await view.route.post("import/store", { import: view.number, version, ...values });
    if (!made.done) return ask(view, { ...values, ...made });
    return stored(view, made);
  } catch (error) {
    view.wrong.textContent = sentenceOf(error);
    return undefined;
  }
}

function stored(view, { slug, findings }) {
  view.gone = true;
  const [lang] = view.surface.settings.targets;
  const title = view.page.row.title || slug;
  const editor = lang && h("a", { class: "btn go", target: "_self", href: `/editor?${new URLSearchParams({ text: slug, lang })}` }, t("Open it in the editor"));
  const another = h("button", { type: "button", class: "btn", onclick: () => view.surface.show(null) }, t("Bring a file"));
  const said = h("div", { class: "empty", role: "status" }, h("p", { class: "t" }, t("Stored as “{title}”.", { title })),
    ...findings.map((one) => h("p", {}, one)), h("div", { class: "acts" }, editor, another));
  view.surface.box.replaceChildren(said);
  view.surface.box.dataset.ready = "stored";
  view.surface.settings.taken[slug] = title;
  said.querySelector(".btn").focus();
}

async function drop(view) {
  closePanel(view);
  try {
    await view.route.post("import/drop", { import: view.number, version: view.page.row.version });
    view.surface.show(null);
  } catch (error) {
    await failed(view, error);
  }
}

