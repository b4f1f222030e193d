/** The comments of a unit, and the form for a new one. */
import { h } from "./dom.js";
import { button, by, none, send } from "./drawer.js";
import { t } from "./words.js";

/** Draw the comments and the form. */
export function drawComments(grid, { comments }) {
  const list = comments.map((one) =>
    h(
      "section",
      { "data-comment": one.id },
      one.question ? h("b", { class: "sm" }, asks(one.question)) : null,
      h("p", { class: "said", dir: "auto" }, one.text),
      by(grid, one.by, one.at, one.lang ? grid.language(one.lang).name : one.every_language ? t("for every language") : ""),
      h("footer", {}, button(t("Resolve"), "", () => send(grid, { do: "resolve", id: one.id }))),
    ),
  );
  return [...(list.length ? list : [none(t("Nobody has said anything about this unit."))]), formOf(grid)];
}

function asks(whom) {
  return {
    author: t("Question to the author"),
    reviewer: t("Question to the reviewer"),
    terminologist: t("Question to the terminologist"),
  }[whom];
}

/** What is being typed outlives every repainting: each unit keeps its own form while the page stands. */
function formOf(grid) {
  grid.forms ??= new Map();
  const { text, lang, name } = grid.active;
  const place = `${text}:${lang}:${name}`;
  if (!grid.forms.has(place)) grid.forms.set(place, drawForm(grid));
  return grid.forms.get(place);
}

function drawForm(grid) {
  const words = h("textarea", { rows: 3, maxlength: 4000, dir: "auto", "aria-label": t("Comment") });
  const option = (value, label) => h("option", { value }, label);
  const whom = h(
    "select",
    { "aria-label": t("Kind") },
    option("", t("Comment")),
    ...["author", "reviewer", "terminologist"].map((one) => option(one, asks(one))),
  );
  const every = h("input", { type: "checkbox" });
  const add = async (event) => {
    event.preventDefault();
    if (!words.value.trim()) return words.focus();
    const body = { do: "comment", words: words.value, question: whom.value, every: every.checked };
    if (await send(grid, body)) words.value = "";
    return undefined;
  };
  return h(
    "form",
    { onsubmit: add, onkeydown: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && add(event) },
    words,
    h("div", { class: "line" }, whom, h("label", { class: "sm" }, every, " ", t("for every language"))),
    h("footer", {}, h("button", { type: "submit", class: "btn k go" }, t("Add"))),
  );
}
