/** What is at hand for the unit at work: its terms, numbered as the keys insert them, and what became of each. */
import { h, keepFocus, say } from "./dom.js";
import { handChanged, none } from "./drawer.js";
import { keycap } from "./keycap.js";
import { Away } from "./route.js";
import { handOf, numberOf, putTerm } from "./terms-hand.js";
import { askBlock } from "./terms-known.js";
import { newTerm } from "./terms-selected.js";
import { isOpen, verdict } from "./terms-verdicts.js";
import { t } from "./words.js";

/** Draw the terms, and the way to a new one. */
export function drawHand(grid) {
  const { active } = grid;
  const hits = handOf(active);
  const head = h("h3", {}, t("Terms"));
  const list = hits.length
    ? h("section", { class: "terms" }, head, ...hits.map((one) => hit(grid, active, one)))
    : none(active.judged ? t("No term of the glossary stands in this unit.") : t("The terms of this unit are not known yet."));
  const add = h("button", { type: "button", class: "btn k", onmousedown: keepFocus, onclick: () => newTerm(grid, active) }, t("New term"), keycap("term"));
  const way = h("section", {}, h("p", { class: "q sm" }, t("Select words of the source or the translation to begin with them.")), h("footer", {}, add));
  return [list, way];
}

function hit(grid, entry, one) {
  const nth = numberOf(entry, one.concept);
  const source = h("bdi", { lang: grid.page.source }, one.head);
  const times = one.times > 1 ? h("span", { class: "q sm num" }, ` ×${one.times}`) : null;
  const waives = isOpen(one) && grid.whys?.get(placeOf(entry, one));
  const key = nth && nth <= 9 ? h("kbd", { "aria-hidden": "true" }, String(nth)) : h("span");
  return h(
    "div",
    { class: "hit", "data-concept": one.concept },
    key,
    h("div", {},
      h("p", { class: "t" }, source, times, h("span", { class: "to" }, " → "), ...renderings(grid, entry, one)),
      h("p", { class: "line" }, verdict(one), one.waived ? h("small", { class: "q", dir: "auto" }, one.waived) : null),
      h("p", { class: "sm q", dir: "auto" }, one.message || satisfies(one)),
      h("footer", {}, h("a", { class: "sm", target: "_self", href: `/glossary?${new URLSearchParams({ concept: one.concept })}` }, t("Dossier")), waives ? null : waiver(grid, entry, one)),
    ),
    waives,
  );
}

/** The preferred term, what else would do, and what stands there that would not. */
function renderings(grid, entry, one) {
  const { lang } = entry;
  const [preferred, ...others] = one.wanted;
  const put = (term, content) =>
    h("button", { type: "button", class: "put", "aria-label": t("Insert “{term}”", { term }), onmousedown: keepFocus, onclick: () => putTerm(grid, entry, term) }, content);
  const good = preferred ? [put(preferred, h("b", { lang }, preferred)), ...others.flatMap((term) => [", ", put(term, h("span", { lang }, term))])] : [];
  const bad = [...new Set(one.target.map(({ term }) => term))].filter((term) => !one.wanted.includes(term));
  const struck = bad.flatMap((term) => [" ", h("del", { lang }, term)]);
  return [...(good.length ? good : [h("span", { class: "q" }, t("nothing is decided"))]), ...struck];
}

/** One sentence where the desk has none: what is there, or what would do. */
function satisfies({ judgement, target }) {
  const [found] = target;
  return {
    confirmed: found ? t("A form of “{term}” stands here.", found) : "",
    plausible: found ? t("It may be a form of “{term}”.", found) : "",
    nearby: t("It stands in a unit beside this one."),
    undecided: t("No term is decided for this language."),
  }[judgement] ?? "";
}

function waiver(grid, entry, one) {
  if (!isOpen(one) || !one.finding) return null;
  return h("button", { type: "button", class: "btn k bare", onclick: () => ask(grid, entry, one) }, t("Waive"));
}

/** A reason that is being typed stays, whatever is drawn anew around it. */
function placeOf({ text, lang, name }, { concept, finding }) {
  return [text, lang, name, concept, finding].join(":");
}

/** Why is it right as it is? The waiver is of the text that the desk has. */
function ask(grid, entry, one) {
  const reason = h("input", { maxlength: 2000, dir: "auto", "aria-label": t("Why is it right as it is?"), placeholder: t("Why is it right as it is?") });
  const wrong = h("p", { class: "wrong", role: "alert" });
  const send = async (event) => {
    event.preventDefault();
    if (!reason.value.trim()) return reason.focus();
    try {
      const { text, lang, units } = entry;
      await grid.route.post("terms/waive", { text, lang, unit: units[0], concept: one.concept, finding: one.finding, reason: reason.value.trim() });
      grid.whys.delete(placeOf(entry, one));
      handChanged(grid);
      askBlock(grid, entry);
    } catch (error) {
      say(wrong, error instanceof Away ? t("The desk does not answer.") : error.message);
    }
    return undefined;
  };
  const form = h("form", { class: "why", onsubmit: send }, reason, h("button", { type: "submit", class: "btn k go" }, t("Waive")), wrong);
  grid.whys = (grid.whys ?? new Map()).set(placeOf(entry, one), form);
  handChanged(grid);
  reason.focus();
}
