/** Every key of the grid, over the page. */
import { h } from "./dom.js";
import { cap, KEYS } from "./keys.js";
import { t } from "./words.js";

/** Show all keys; Escape, a click beside them or the button brings the person back to where they were. */
export function showKeys(grid) {
  const root = grid.box.getRootNode();
  if (root.querySelector(".sheet")) return;
  const { field } = grid.active.view;
  const [before, caret] = [root.activeElement, field.caret()];
  const close = () => {
    over.remove();
    if (before === field.element) field.focus(caret);
    else before?.focus({ preventScroll: true });
  };
  const groups = [
    [t("In the text"), ["field", "row"]],
    [t("Beside the text"), ["drawer"]],
    [t("New term"), ["term"]],
    [t("conflict"), ["conflict"]],
    ...(grid.settings.mends ? [[t("In the source"), ["source", "mend"]]] : []),
  ];
  const title = t("All keys");
  const button = h("button", { type: "button", class: "btn", onclick: close }, t("Close"));
  const lists = groups.flatMap(([name, places]) => [h("h3", {}, name), h("dl", {}, ...rows(places))]);
  const sheet = h("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title, "data-place": "keys" }, h("h2", {}, title), ...lists, button);
  sheet.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Tab") event.preventDefault(); // There is one button.
    if (event.key === "Escape") close();
  });
  const over = h("div", { class: "over", onclick: (event) => event.target === over && close() }, sheet);
  grid.box.append(over);
  button.focus({ preventScroll: true });
}

function rows(places) {
  return KEYS.filter(({ where }) => places.includes(where)).map((one) =>
    h("div", {}, h("dt", {}, ...(one.cap ? [one.cap] : one.keys).map((key) => h("kbd", { dir: "ltr" }, cap(key)))), h("dd", {}, t(one.label))),
  );
}
