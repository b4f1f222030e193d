/** The few questions that stand over the page: storing, dropping, and the list of keys. */
import { h } from "./dom.js";
import { all, keycap } from "./import-keys.js";
import { t } from "./words.js";

/** Open a panel with a title, content, and buttons as [label, kind, does]; Escape closes it. */
function openPanel(view, title, content, buttons) {
  const acts = buttons.map(([label, kind, does, id]) =>
    h("button", { type: "button", class: `btn ${kind}`, "data-does": id, onclick: does }, label, id === "store-it" ? keycap("store") : ""));
  const box = h("div", { class: "panel-box", role: "dialog", "aria-modal": "true", "aria-label": title },
    h("h2", {}, title), ...content, h("div", { class: "acts" }, ...acts));
  view.panel.replaceChildren(box);
  view.panel.hidden = false;
  box.addEventListener("keydown", (event) => stay(box, event));
  return box;
}

/** Tab goes round within a panel. */
function stay(box, event) {
  if (event.key !== "Tab") return;
  const some = [...box.querySelectorAll("button, input")];
  const now = box.getRootNode().activeElement;
  const edge = event.shiftKey ? some[0] : some.at(-1);
  if (now !== edge) return;
  event.preventDefault();
  (event.shiftKey ? some.at(-1) : some[0]).focus();
}

/** Close what is open, and give the focus back to the block at work. */
export function closePanel(view) {
  view.panel.hidden = true;
  view.panel.replaceChildren();
  view.active?.element.focus({ preventScroll: true });
}

/** Ask under which name the text is stored; `plan` says what a revision would do, once it was asked for. */
export function askStore(view, store, plan = null) {
  const { row } = view.page;
  const title = h("input", { id: "store-title", maxlength: 300, value: plan?.title ?? row.title, autocomplete: "off" });
  const slug = h("input", { id: "store-slug", maxlength: 63, value: plan?.slug ?? row.slug, autocomplete: "off", spellcheck: "false" });
  const fate = h("p", { class: "q", "aria-live": "polite" });
  const told = () => {
    const there = view.surface.settings.taken[slug.value.trim()];
    fate.textContent = there === undefined ? t("It becomes a new text.") : t("It revises the text “{title}”; what that does to its translations is shown first.", { title: there });
  };
  slug.addEventListener("input", () => (told(), (plan = null)));
  told();
  const go = () => store({ title: title.value.trim(), slug: slug.value.trim(), agreed: plan?.agreed ?? "", minor: Boolean(minor?.checked) });
  const minor = plan?.edited ? h("input", { type: "checkbox", id: "store-minor" }) : null;
  const corrected = minor && h("label", { class: "check", for: "store-minor" }, minor, t("What was edited was only corrected: translations keep their states."));
  const report = plan ? [h("h3", {}, t("What storing would do")), h("ul", { class: "plan" }, ...plan.plan.map((line) => h("li", {}, line))), corrected ?? ""] : [fate];
  const wrong = h("p", { class: "wrong", role: "alert" });
  const fields = h("div", { class: "fields" },
    h("div", {}, h("label", { for: "store-title" }, t("Title")), title),
    h("div", {}, h("label", { for: "store-slug" }, t("Short name")), slug));
  const box = openPanel(view, t("Store"), [fields, ...report, wrong], [
    [t("Store it"), "go", go, "store-it"],
    [t("Cancel"), "bare", () => closePanel(view), "cancel"],
  ]);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || (event.target.localName === "button" && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    go();
  });
  (plan ? box.querySelector(".go") : title).focus();
  return wrong;
}

/** Ask whether the import is to be dropped. */
export function askDrop(view, drop) {
  const name = view.page.row.name;
  const sentence = t("Drop “{name}”? What was mended here is lost; the file itself is yours to bring again.", { name });
  const box = openPanel(view, t("Drop"), [h("p", {}, sentence)], [
    [t("Drop it"), "", drop, "drop-it"],
    [t("Cancel"), "", () => closePanel(view), "cancel"],
  ]);
  box.querySelector('[data-does="cancel"]').focus();
}

/** Show every key of the page. */
export function showKeys(view) {
  const box = openPanel(view, t("Keys of this page"), [all()], [[t("Close"), "", () => closePanel(view), "cancel"]]);
  box.querySelector("button").focus();
}
