/** What the line below a text says of its terms. */
import { h, keepFocus, sign } from "./dom.js";
import { isError, openOnes } from "./terms-verdicts.js";
import { numberOf, putTerm } from "./terms-hand.js";
import { t } from "./words.js";

const MOST = 2; // Sentences in one line; the drawer has them all.

/** Draw what is to look at; true where there is something. */
export function paintTerms(grid, entry, active) {
  const place = entry.view.line.terms;
  const open = openOnes(entry);
  const shown = JSON.stringify([active, open.map(({ concept, judgement, message }) => [concept, judgement, message])]);
  if (place.dataset.shown !== shown) {
    place.dataset.shown = shown;
    place.replaceChildren(...draw(grid, entry, open, active));
  }
  place.hidden = !open.length;
  return open.length > 0;
}

function draw(grid, entry, open, active) {
  const some = open.slice(0, MOST).map((one) => (active && one.judgement === "missing" ? lacking(grid, entry, one) : told(one)));
  const more = open.length - some.length;
  return [...some, ...(more > 0 ? [h("span", {}, t("and {n} more", { n: more }))] : [])];
}

function told(one) {
  const kind = isError(one) ? sign("error", t("error")) : sign("finding", t("warning"));
  return h("span", { class: "told" }, kind, " ", h("span", { dir: "auto" }, one.message));
}

/** The unit at work: which term there is no form of yet, and the key that inserts it. */
function lacking(grid, entry, one) {
  const [term] = one.wanted;
  const nth = numberOf(entry, one.concept);
  const keys = nth && nth <= 9 ? h("kbd", { dir: "ltr" }, `Ctrl Shift ${nth}`) : null;
  const does = { onmousedown: keepFocus, onclick: () => putTerm(grid, entry, term) };
  const button = h("button", { type: "button", class: "chip todo term", tabindex: -1, lang: entry.lang, ...does }, term);
  return h("span", { class: "told" }, sign("finding", t("No form of “{term}” yet", { term })), " ", button, keys);
}
