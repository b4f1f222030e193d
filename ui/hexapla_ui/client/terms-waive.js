/** A reason why a rendering is right as it is, asked for below its line. */
import { h } from "./dom.js";
import { capsOf } from "./terms-keys.js";
import { button, keeps, labelled, languageOf, sends, wrongLine } from "./terms-parts.js";
import { LOOK } from "./terms-table.js";
import { t } from "./words.js";

/** Ask for the reason below the line at work; says so where there is nothing to waive. */
export function askWaiver(view) {
  const { at, context, page } = view;
  const cell = at?.element?.line?.cells.find((one) => one.lang === at.lang);
  if (!cell || !LOOK.includes(cell.judgement) || cell.waived || view.reading) return view.tell(t("There is nothing to waive here."));
  view.table.querySelector("tr.ask")?.remove();
  view.tell("");
  const reason = h("input", { maxlength: 2000, autocomplete: "off", dir: "auto" });
  const forget = keeps(context, `waive:${view.id}:${at.slug}:${at.lang}:${at.unit}`, reason);
  const wrong = wrongLine();
  const asked = t("Why is it right as it is?");
  const form = h("form", { class: "rowform one", "aria-label": t("Waive") },
    labelled(`${languageOf(context, at.lang).name} · ${asked}`, reason, { class: "field wide" }),
    h("div", { class: "acts" }, h("button", { type: "submit", class: "btn go" }, t("Waive"), capsOf("Enter")), button([t("Back"), capsOf("Escape")], "bare", () => leave())),
    h("p", { class: "q sm" }, t("The waiver holds until the unit or the decision changes.")), wrong);
  const line = h("tr", { role: "row", class: "ask" }, h("td", { role: "gridcell" }, form));
  const leave = () => {
    line.remove();
    at.cell.focus({ preventScroll: true });
  };
  sends(form, wrong, async () => {
    const said = reason.value.trim();
    if (!said) return void (wrong.textContent = t("Say why, so that the next one who looks knows."));
    await context.api("terms/waive", { text: at.slug, lang: at.lang, unit: cell.units[0] ?? at.unit, concept: page.concept.id, finding: `term-${cell.judgement}`, reason: said });
    forget();
    context.held.delete("list");
    leave();
    const next = [at.element.nextElementSibling, at.element.previousElementSibling].find((one) => one?.dataset.unit);
    if (next) Object.assign(view.at, { unit: next.dataset.unit, slug: next.dataset.slug });
    view.tell(t("Waived."));
    await view.reload();
  }, leave);
  at.element.after(line);
  line.scrollIntoView({ block: "nearest", behavior: "instant" });
  reason.focus();
  return true;
}
