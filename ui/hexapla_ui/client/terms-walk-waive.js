/** The reason why a unit may stay as it is. */
import { h } from "./dom.js";
import { button, keeps, labelled, sends, wrongLine } from "./terms-parts.js";
import { waive } from "./terms-walk-save.js";
import { t } from "./words.js";

/** Ask for the reason below the task at work; Enter waives it and goes on. */
export function askReason(view) {
  const { at, context, waiving, work } = view;
  const reason = h("input", { maxlength: 2000, autocomplete: "off", dir: "auto" });
  const forget = keeps(context, `task:${at.id}`, reason);
  const wrong = wrongLine();
  const leave = () => {
    waiving.replaceChildren();
    work.focus({ preventScroll: true });
  };
  const form = h("form", { class: "panel-box", "aria-label": t("Waive") }, labelled(t("Why is it right as it is?"), reason),
    h("div", { class: "acts" }, h("button", { type: "submit", class: "btn go" }, t("Waive, next"), h("kbd", { dir: "ltr" }, "Enter")), button([t("Back"), h("kbd", { dir: "ltr" }, "Esc")], "bare", leave)), wrong);
  sends(form, wrong, async () => {
    const said = reason.value.trim();
    if (!said) return void (wrong.textContent = t("Say why, so that the next one who looks knows."));
    await waive(view, at, said);
    return forget();
  }, leave);
  waiving.replaceChildren(form);
  form.scrollIntoView({ block: "nearest", behavior: "instant" });
  reason.focus();
}
