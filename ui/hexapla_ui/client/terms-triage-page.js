/** How the candidates stand on the page: the list, the one at work with its contexts and renderings, what is done. */
import { h, sign } from "./dom.js";
import { drawFoot, keycap } from "./terms-keys.js";
import { button, languageOf, number, textOf, words } from "./terms-parts.js";
import { editorFor, listed, numbered } from "./terms-triage.js";
import { t } from "./words.js";

const FATES = { accepted: ["reviewed", "accepted"], merged: ["reviewed", "merged"], rejected: ["omitted", "rejected"] };

/** Draw what stands there from the start. */
export function draw(view) {
  const { host, context } = view;
  view.facts = h("span", { class: "q num" });
  view.list = h("div", { class: "pick", role: "listbox", "aria-label": t("Candidates"), tabindex: "0" });
  view.work = h("article", { class: "at-work", tabindex: "-1" });
  view.merging = h("div", { class: "merging" });
  view.middle = h("div", { class: "middle" }, view.work, view.merging);
  view.outButton = button("", "k bare", () => view.does("rejected"), { hidden: true });
  view.undoButton = () => button([t("Undo"), keycap("undo", "triage")], "k", () => view.does("undo"));
  const back = h("a", { href: "?" }, t("Glossary"));
  const main = h("main", { class: "page triage" },
    h("div", { class: "top" }, h("h1", {}, t("Candidates")), view.facts, h("nav", { class: "ways" }, languages(view), back)),
    h("div", { class: "walk" }, h("aside", {}, view.list, view.outButton), view.middle));
  host.replaceChildren(main, drawFoot(view, "triage"));
  host.lang = context.data.locale ?? "en";
}

/** The source languages, where texts have several. */
function languages(view) {
  const { context } = view;
  const tags = [...new Set([context.data.source, ...context.data.texts.map(({ lang }) => lang)])];
  if (tags.length < 2) return null;
  const chosen = () => {
    view.lang = select.value;
    context.point({ ...context.query, view: "candidates", lang: view.lang });
    view.load();
  };
  const select = h("select", { "aria-label": t("Language"), onchange: chosen }, ...tags.map((tag) => h("option", { value: tag, selected: tag === view.lang }, languageOf(context, tag).name)));
  return select;
}

/** Show how everything stands now. */
export function paint(view) {
  paintFacts(view);
  paintList(view);
  paintWork(view);
}

/** Another candidate is at work: it is seen from its head. */
export function toTop({ middle }) {
  if (middle.getBoundingClientRect().top < 0) middle.scrollIntoView({ block: "start", behavior: "instant" });
}

/** The first of those that were rejected before is seen. */
export function toRejected({ list, out }) {
  if (out?.length) list.lastElementChild.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Say why nothing stands here, with a way on. */
export function paintNothing(view, sentence) {
  view.list.replaceChildren();
  view.work.replaceChildren(h("div", { class: "msg", role: "alert" }, sign("error", ""), h("span", {}, sentence), button(t("Try again"), "k", view.load)));
}

function paintFacts(view) {
  const { all, page, locale } = view;
  if (!page) return void (view.facts.textContent = "");
  const names = all.filter(({ kind }) => kind !== "term").length;
  const facts = [t("{n} words", { n: number(all.length - names, locale) }), t("{n} names", { n: number(names, locale) })];
  view.facts.textContent = facts.join(" · ");
}

function paintList(view) {
  const { list, page, all, at } = view;
  view.outButton.hidden = !page?.rejected;
  if (!page) return list.replaceChildren();
  view.outButton.textContent = view.showsOut ? t("Hide the rejected") : t("Show the {n} rejected", { n: number(page.rejected, view.locale) });
  const parts = [[t("Words"), all.filter(({ kind }) => kind === "term")], [t("Names"), all.filter(({ kind }) => kind !== "term")]];
  if (view.showsOut) parts.push([t("Rejected before"), view.out]);
  list.replaceChildren(
    ...parts.filter(([, some]) => some.length).map(([title, some]) => h("div", { role: "group", "aria-label": title }, h("h2", { class: "lab" }, title), ...some.map((one) => option(view, one)))),
  );
  // On a narrow page the list stands below the one at work, which is what has to be seen.
  if (list.scrollHeight > list.clientHeight) list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  if (at) list.setAttribute("aria-activedescendant", `candidate-${listed(view).indexOf(at)}`);
  return undefined;
}

function option(view, one) {
  const { at, lang } = view;
  const [kind, word] = FATES[one.fate] ?? [];
  const fate = kind ? sign(kind, t(word)) : one.error ? sign("error", t("not taken")) : h("span", { class: "num" }, number(one.count, view.locale));
  return h("div", { role: "option", id: `candidate-${listed(view).indexOf(one)}`, class: `one ${one.fate}`, "aria-selected": String(one === at), onclick: () => view.show(one) }, h("span", { lang }, one.name), fate);
}

function paintWork(view) {
  const { work, at, page, all, host } = view;
  const left = all.filter(({ fate }) => !fate).length;
  host.dataset.left = page ? left : "";
  if (!page) return work.replaceChildren(h("p", { class: "q" }, t("Looking for candidates …")));
  if (!at || (view.over && !left)) return work.replaceChildren(...finished(view));
  return work.replaceChildren(head(view), ...contexts(view), ...renderings(view), ways(view));
}

function finished(view) {
  const { all } = view;
  const count = (fate) => number(all.filter((one) => one.fate === fate).length, view.locale);
  if (!all.length) return [h("p", { class: "t" }, t("No candidate is left in these texts.")), h("div", { class: "acts" }, h("a", { class: "btn", href: "?" }, t("Glossary")))];
  const sentence = t("All are looked at: {accepted} accepted, {merged} merged, {rejected} rejected.", { accepted: count("accepted"), merged: count("merged"), rejected: count("rejected") });
  return [h("p", { class: "t", role: "status" }, sentence), h("div", { class: "acts" }, h("a", { class: "btn go", href: "?" }, t("Glossary")), button([t("Undo"), keycap("undo", "triage")], "", () => view.does("undo")))];
}

function head(view) {
  const { at, all, locale, lang, context } = view;
  const nth = all.indexOf(at);
  const place = nth < 0 ? "" : t("{n} of {all}", { n: number(nth + 1, locale), all: number(all.length, locale) });
  const kind = at.kind === "term" ? t("term") : t("name");
  const times = at.count === 1 ? t("once") : t("{n} times", { n: number(at.count, locale) });
  const fate = FATES[at.fate];
  return h("header", {},
    h("div", { class: "line" }, h("span", { class: "q sm" }, kind), fate ? sign(fate[0], t(fate[1])) : null, h("span", { class: "q num sm push", role: "status" }, place)),
    h("h2", textOf(context, lang, "t"), at.name), at.count ? h("p", { class: "q num" }, times) : null,
    at.error ? h("p", { class: "wrong", role: "alert" }, at.error) : null);
}

function contexts(view) {
  const { at, context, lang } = view;
  if (!at.contexts.length) return [];
  const lines = at.contexts.map((one) => h("li", {},
    h("a", { class: "q sm num", target: "_blank", rel: "noopener", href: editorFor(context, one) }, `${one.title} ${one.n}`),
    h("p", textOf(context, lang), ...words(one.cut))));
  return [h("ul", { class: "contexts" }, ...lines)];
}

function renderings(view) {
  const { at, context, locale } = view;
  const some = numbered(at);
  if (!some.length) return [];
  const share = (one) => one.share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
  const groups = Object.keys(at.renderings).map((lang) => h("div", { class: "in" }, h("h3", { class: "lab", lang }, languageOf(context, lang).name),
    h("div", { class: "opts" }, ...some.map((one, nth) => [one, nth]).filter(([one]) => one.lang === lang).map(([one, nth]) =>
      h("button", { type: "button", class: "btn k opt", "aria-pressed": String(at.chosen[lang] === one.text), disabled: Boolean(at.fate), onclick: () => view.does("choose", { code: `Digit${nth + 1}` }) },
        nth < 9 ? h("kbd", {}, String(nth + 1)) : null, h("span", textOf(context, lang), one.text), h("small", { class: "q num" }, share(one)))))));
  return [h("section", { class: "renderings" }, h("h3", { class: "lab" }, t("What the translations say; choose what to propose with it")), h("div", { class: "ins" }, ...groups))];
}

function ways(view) {
  const { at } = view;
  const way = (id, label, kind = "") => button([label, keycap(id, "triage")], kind, () => view.does(id));
  if (at.fate) return h("div", { class: "acts" }, way("restore", t("Restore"), "go"), way("next", t("Next")));
  return h("div", { class: "acts" }, way("accept", t("Accept"), "go"), way("reject", t("Reject")), way("merge", t("Merge")), way("next", t("Skip")), h("span", { class: "push" }), way("undo", t("Undo"), "bare"));
}
