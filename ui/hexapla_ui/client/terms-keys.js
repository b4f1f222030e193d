/** The one table of the Glossary page's keys; hints and the list behind “?” read it. */
import { h } from "./dom.js";
import { CAPS, combination } from "./import-keys.js";
import { t } from "./words.js";

/** id, keys, message id, where it holds: the "list", a "dossier", the "concordance", the candidates ("triage"), the worklist ("work"); the hint bar shows the hinted. */
export const KEYS = [
  { id: "next", keys: ["ArrowDown", "j"], label: "Next term", where: "list", hint: true },
  { id: "previous", keys: ["ArrowUp", "k"], label: "Previous term", where: "list" },
  { id: "open", keys: ["Enter"], label: "Open", where: "list", hint: true },
  { id: "filter", keys: ["/"], label: "Filter", where: "list", hint: true },
  { id: "new", keys: ["n"], label: "New term", where: "list", hint: true },
  { id: "candidates", keys: ["c"], label: "Candidates", where: "list" },
  { id: "work", keys: ["w"], label: "Worklist", where: "list", hint: true },
  { id: "concordance", keys: ["Mod+k"], label: "Concordance", where: "list", hint: true },
  { id: "files", keys: ["i"], label: "Import, export", where: "list" },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "list" },
  { id: "next", keys: ["ArrowDown", "j"], label: "Next occurrence", where: "dossier", hint: true },
  { id: "previous", keys: ["ArrowUp", "k"], label: "Previous occurrence", where: "dossier" },
  { id: "right", keys: ["ArrowRight"], label: "Language at the right", where: "dossier" },
  { id: "left", keys: ["ArrowLeft"], label: "Language at the left", where: "dossier" },
  { id: "open", keys: ["Enter"], label: "Open in the editor", where: "dossier", hint: true },
  { id: "waive", keys: ["w"], label: "Waive", where: "dossier", hint: true },
  { id: "prefer", keys: ["p"], label: "Prefer another term", where: "dossier", hint: true },
  { id: "comment", keys: ["c"], label: "Comment", where: "dossier", hint: true },
  { id: "describe", keys: ["e"], label: "Edit the definition", where: "dossier" },
  { id: "concept-next", keys: ["Shift+ArrowDown"], label: "Next term", where: "dossier" },
  { id: "concept-back", keys: ["Shift+ArrowUp"], label: "Previous term", where: "dossier" },
  { id: "glossary", keys: ["g"], label: "Glossary", where: "dossier" },
  { id: "concordance", keys: ["Mod+k"], label: "Concordance", where: "dossier" },
  { id: "back", keys: ["Escape"], label: "Back", where: "dossier" },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "dossier" },
  { id: "next", keys: ["ArrowDown", "j"], label: "Next line", where: "concordance", hint: true },
  { id: "previous", keys: ["ArrowUp", "k"], label: "Previous line", where: "concordance" },
  { id: "open", keys: ["Enter"], label: "Open in the editor", where: "concordance", hint: true },
  { id: "filter", keys: ["/"], label: "Other words", where: "concordance", hint: true },
  { id: "glossary", keys: ["g"], label: "Glossary", where: "concordance", hint: true },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "concordance" },
  { id: "choose", keys: ["i"], label: "Choose a file", where: "files", hint: true },
  { id: "export", keys: ["x"], label: "Export", where: "files", hint: true },
  { id: "glossary", keys: ["g"], label: "Glossary", where: "files", hint: true },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "files" },
  { id: "accept", keys: ["a"], label: "Accept", where: "triage", hint: true },
  { id: "reject", keys: ["r"], label: "Reject", where: "triage", hint: true },
  { id: "merge", keys: ["m"], label: "Merge", where: "triage", hint: true },
  { id: "choose", keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], cap: "1–9", label: "Propose a rendering", where: "triage", hint: true },
  { id: "next", keys: ["n", "ArrowDown", "j"], label: "Skip", where: "triage", hint: true },
  { id: "previous", keys: ["p", "ArrowUp", "k"], label: "Previous candidate", where: "triage" },
  { id: "undo", keys: ["u", "Mod+z"], label: "Undo", where: "triage", hint: true },
  { id: "restore", keys: ["o"], label: "Open it again", where: "triage" },
  { id: "open", keys: ["Enter"], label: "Open in the editor", where: "triage", hint: true },
  { id: "rejected", keys: ["x"], label: "Show the rejected", where: "triage" },
  { id: "glossary", keys: ["g"], label: "Glossary", where: "triage" },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "triage" },
  { id: "apply", keys: ["Enter", "Mod+Enter"], label: "Mend, next", where: "work", hint: true },
  { id: "edit", keys: ["e", "F2"], label: "Edit", where: "work", hint: true },
  { id: "waive", keys: ["w"], label: "Waive", where: "work", hint: true },
  { id: "next", keys: ["s", "n", "ArrowDown", "j"], label: "Skip", where: "work", hint: true },
  { id: "previous", keys: ["p", "ArrowUp", "k"], label: "Previous unit", where: "work" },
  { id: "undo", keys: ["u", "Mod+z"], label: "Undo", where: "work", hint: true },
  { id: "open", keys: ["o"], label: "Open in the editor", where: "work", hint: true },
  { id: "done", keys: ["d"], label: "Show what is done", where: "work" },
  { id: "mine", keys: ["1"], label: "Keep mine", where: "work" },
  { id: "theirs", keys: ["2"], label: "Take theirs", where: "work" },
  { id: "reopen", keys: ["r"], label: "Open it again", where: "work" },
  { id: "glossary", keys: ["g"], label: "Glossary", where: "work" },
  { id: "keys", keys: ["?", "Mod+/"], label: "All keys", where: "work" },
];

const capOf = (part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
/** A key of the table as it is drawn. */
export const capsOf = (key) => h("kbd", { dir: "ltr" }, key.split("+").map(capOf).join(" "));
const entryOf = (id, where) => KEYS.find((one) => one.id === id && one.where === where);

/** The first key of an action, as it stands on the keyboard. */
export function keycap(id, where) {
  return capsOf(entryOf(id, where).keys[0]);
}

/** Listen to the keys of a view, wherever the focus is but in a field; `does(id, event)` is false where it did nothing. */
export function listen(host, where, does) {
  const heard = (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    const inside = event.composedPath().includes(host);
    if ((!inside && target !== document.body) || target.closest?.("input, select, textarea, form, [role=dialog]")) return;
    const pressed = combination(event);
    const id = KEYS.find((one) => one.where === where && one.keys.includes(pressed))?.id;
    if (!id || (pressed === "Enter" && target.closest("a, button, summary"))) return;
    if (pressed === "Escape" && target.closest("details[open]")) return; // It has a way back of its own.
    if (does(id, event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("keydown", heard, true);
  return () => window.removeEventListener("keydown", heard, true);
}

/** The foot of a view: what was last said, and the keys; `view.tell` speaks there. */
export function drawFoot(view, where) {
  const notice = h("div", { class: "notice", role: "status" });
  const hints = KEYS.filter((one) => one.where === where && one.hint).slice(0, 7).map((one) => h("span", {}, capsOf(one.cap ?? one.keys[0]), t(one.label)));
  const all = h("button", { type: "button", class: "btn k bare push", onclick: () => showKeys(view.host, where) }, keycap("keys", where), t("All keys"));
  /** Say a sentence, with ways on as nodes; "warn" and "bad" are coloured. */
  view.tell = (sentence, kind = "", ...ways) => {
    notice.className = `notice ${kind}`;
    notice.replaceChildren(...(sentence ? [h("span", {}, sentence), ...ways] : []));
  };
  return h("div", { class: "foot" }, notice, h("div", { class: "hints" }, ...hints, all));
}

/** Show every key of a view over it; Escape, a click beside it or its button close it. */
export function showKeys(host, where) {
  const root = host.getRootNode();
  const before = root.activeElement;
  const rows = KEYS.filter((one) => one.where === where).map((one) => h("div", {}, h("dt", {}, ...(one.cap ? [one.cap] : one.keys).map(capsOf)), h("dd", {}, t(one.label))));
  const close = () => {
    over.remove();
    before?.focus({ preventScroll: true });
  };
  const button = h("button", { type: "button", class: "btn", onclick: close }, t("Close"));
  const title = t("All keys");
  const box = h("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title }, h("h2", {}, title), h("dl", { class: "keylist" }, ...rows), h("div", { class: "acts" }, button));
  const over = h("div", { class: "over", onclick: (event) => event.target === over && close() }, box);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.preventDefault(); // There is one button.
    if (event.key === "Escape") close();
    event.stopPropagation();
  });
  host.append(over);
  button.focus();
}
