/** What stands around the task at work: the decisions with how far each is, the head, the foot. */
import { h, say, sign } from "./dom.js";
import { drawFoot, keycap } from "./terms-keys.js";
import { button, editorAt, languageOf, number, textOf } from "./terms-parts.js";
import { t } from "./words.js";

const STATES = { open: ["finding", "to mend"], mended: ["reviewed", "mended"], waived: ["omitted", "waived"] };

/** Draw what stands there from the start. */
export function draw(view) {
  view.facts = h("span", { class: "q num", role: "status" });
  view.saves = h("span", { class: "q sm push", role: "status" });
  view.list = h("nav", { class: "pick", "aria-label": t("Decisions") });
  view.head = h("header", {});
  view.work = h("article", { class: "at-work", tabindex: "-1" });
  view.waiving = h("div", {});
  view.doneButton = button("", "k bare", () => view.does("done"));
  view.undoButton = () => button([t("Undo"), keycap("undo", "work")], "k", () => view.does("undo"));
  const main = h("main", { class: "page work" },
    h("div", { class: "top" }, h("h1", {}, t("Worklist")), view.facts, view.saves, h("nav", { class: "ways" }, h("a", { href: "?" }, t("Glossary")))),
    h("div", { class: "walk" }, h("aside", {}, view.list, view.doneButton), h("div", { class: "middle" }, view.head, view.work, view.waiving)));
  view.host.replaceChildren(main, drawFoot(view, "work"));
  view.work.append(h("p", { class: "q" }, t("Looking for what is to be mended …")));
}

/** Say why nothing stands here, with a way on. */
export function paintNothing(view, sentence) {
  view.head.replaceChildren();
  view.work.replaceChildren(h("div", { class: "msg", role: "alert" }, sign("error", ""), h("span", {}, sentence), button(t("Try again"), "k", view.load)));
}

/** Show how everything stands now; the task at work draws itself. */
export function paint(view) {
  if (!view.loaded) return;
  paintList(view);
  paintSaves(view);
  paintHead(view);
  const { open, done, all } = sum(chosen(view));
  say(view.facts, all ? t("{n} of {all} done", { n: number(done, view.locale), all: number(all, view.locale) }) : "");
  Object.assign(view.host.dataset, { open, done, waiting: view.outbox.count() });
  say(view.doneButton, view.showsDone ? t("Hide what is done") : t("Show what is done"));
  view.doneButton.hidden = !done && !view.showsDone;
  if (!view.at) paintEnd(view);
}

function sum(counts) {
  const of = (name) => counts.reduce((n, one) => n + one[name], 0);
  const [open, mended, waived] = ["open", "mended", "waived"].map(of);
  return { open, mended, waived, done: mended + waived, all: open + mended + waived };
}

const chosen = ({ counts, concept, lang }) => counts.filter((one) => (!concept || one.concept === concept) && (!lang || one.lang === lang));

function paintList(view) {
  const { counts, concept, lang, context, locale } = view;
  const line = (query, current, label, some) => {
    const { done, all, open } = sum(some);
    const href = `?${new URLSearchParams({ view: "work", ...query })}`;
    return h("a", { href, "aria-current": current ? "true" : null, class: open ? null : "ended" }, label, h("span", { class: "num" }, t("{n} of {all}", { n: number(done, locale), all: number(all, locale) })));
  };
  const one = ({ head, lang: tag, concept: id }, some) => line({ concept: id, lang: tag }, id === concept && tag === lang,
    h("span", {}, h("bdi", { lang: context.data.source }, head), h("small", { class: "q" }, " ", languageOf(context, tag).name)), some);
  // What is done comes last.
  const inOrder = [...counts].sort((a, b) => (b.open > 0) - (a.open > 0));
  const all = counts.length > 1 || !concept ? [line({}, !concept && !lang, t("All decisions"), counts)] : [];
  const part = concept && !lang ? [line({ concept }, true, h("span", {}, counts.find((some) => some.concept === concept)?.head ?? concept), chosen(view))] : [];
  view.list.replaceChildren(...(counts.length ? [...all, ...part, ...inOrder.map((some) => one(some, [some]))] : []));
}

function paintSaves(view) {
  const { outbox, saves, locale } = view;
  const waiting = outbox.count();
  const many = waiting === 1 ? t("One unit waits for the connection") : t("{n} units wait for the connection", { n: number(waiting, locale) });
  say(saves, outbox.blocked() || (outbox.away() && waiting ? many : ""));
  saves.classList.toggle("warn", Boolean(saves.textContent));
}

/** The place of the task at work among those that are open; one that is done has none. */
function placeOf(view) {
  const { at, locale, tasks } = view;
  const open = tasks.filter(({ state, fate }) => state === "open" && !fate);
  const saving = tasks.filter(({ state, fate }) => state === "open" && fate).length;
  const all = Math.max(open.length, sum(chosen(view)).open - saving);
  return open.includes(at) ? t("{n} of {all} open", { n: number(open.indexOf(at) + 1, locale), all: number(all, locale) }) : "";
}

function paintHead(view) {
  const { at, context, head } = view;
  if (!at) return head.replaceChildren();
  const [kind, word] = at.fate ? ["none", "saving"] : (STATES[at.state] ?? ["none", at.state]);
  const nth = placeOf(view);
  const about = at.state === "waived" ? at.reason : "";
  const term = (text, tag) => h(tag, { lang: at.lang }, text);
  return head.replaceChildren(
    h("div", { class: "line" }, sign(kind, t(word)), h("a", { class: "head", lang: context.data.source, href: `?${new URLSearchParams({ concept: at.concept })}` }, at.head),
      h("span", textOf(context, at.lang, "t to"), term(at.old, "del"), " → ", term(at.new, "b")),
      h("span", { class: "q num sm push" }, nth)),
    h("p", { class: "q sm" }, h("a", { target: "_blank", rel: "noopener", href: editorAt(at.slug, at.lang, at.units[0]) }, `${at.title} ${at.n}`), about ? ` · ${about}` : "", at.by && at.state !== "open" ? ` · ${at.by}` : ""));
}

function paintEnd(view) {
  const { open, mended, waived, all } = sum(chosen(view));
  const { locale, outbox } = view;
  const back = h("a", { class: "btn", href: "?" }, t("Glossary"));
  const values = { mended: number(mended, locale), waived: number(waived, locale) };
  const end = () => {
    if (outbox.count()) return t("The last ones are being saved.");
    if (!all) return t("No decision has left anything to mend.");
    return open ? t("Nothing else stands here.") : t("All is done: {mended} mended, {waived} waived.", values);
  };
  const sentence = end();
  if (view.work.dataset.end === sentence && view.work.querySelector(".over-all")) return;
  view.work.removeAttribute("aria-label");
  view.work.dataset.end = sentence;
  const acts = view.acts.length ? [button([t("Undo"), keycap("undo", "work")], "", () => view.does("undo"))] : [];
  view.work.replaceChildren(h("p", { class: "t over-all", role: "status" }, sentence), h("div", { class: "acts" }, back, ...acts));
  view.work.focus({ preventScroll: true });
}
