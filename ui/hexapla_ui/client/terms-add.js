/** A new concept, in a row of its own above the list. */
import { h } from "./dom.js";
import { capsOf } from "./terms-keys.js";
import { button, keeps, labelled, languageOf, sends, textOf, wrongLine } from "./terms-parts.js";
import { t } from "./words.js";

const KINDS = ["term", "name", "title"];

/** A choice of a concept's kind. */
export function kindField(value) {
  return h("select", {}, ...KINDS.map((kind) => h("option", { value: kind, selected: kind === value }, t(kind))));
}

/** Open the row; `done({id, change}, text)` when the desk has taken it, `leave()` when somebody turns back. */
export function drawNew(view, { done, leave }) {
  const { context, fresh } = view;
  const { source } = context.data;
  const text = h("input", { ...textOf(context, source, "t"), maxlength: 200, autocomplete: "off", spellcheck: "true" });
  const kind = kindField("term");
  const subject = h("input", { maxlength: 200, autocomplete: "off" });
  const definition = h("input", { ...textOf(context, source, ""), maxlength: 4000, autocomplete: "off" });
  const forget = [keeps(context, "new", text), keeps(context, "new-subject", subject), keeps(context, "new-definition", definition)];
  const wrong = wrongLine();
  const shut = () => {
    fresh.hidden = true;
    fresh.replaceChildren();
  };
  const back = () => {
    shut();
    leave();
  };
  const form = h("form", { class: "rowform", "aria-label": t("New term") },
    labelled(t("Term in {language}", { language: languageOf(context, source).name }), text), labelled(t("Kind"), kind),
    labelled(t("Subject"), subject), labelled(t("Definition"), definition, { class: "field wide" }),
    h("div", { class: "acts" }, h("button", { type: "submit", class: "btn go" }, t("Add"), capsOf("Enter")), button([t("Back"), capsOf("Escape")], "bare", back)), wrong);
  sends(form, wrong, async () => {
    const word = text.value.trim();
    if (!word) return void text.focus();
    const made = await context.api("terms/act", { do: "add", lang: source, text: word, kind: kind.value, subject: subject.value.trim(), definition: definition.value.trim() });
    forget.forEach((one) => one());
    shut();
    await done(made, word);
  }, back);
  fresh.replaceChildren(form);
  fresh.hidden = false;
  fresh.scrollIntoView({ block: "nearest", behavior: "instant" });
  text.focus();
}
