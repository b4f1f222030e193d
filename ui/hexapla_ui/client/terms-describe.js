/** The head of a dossier: what the concept is called, what it is, where it stands; and the form that changes it. */
import { h } from "./dom.js";
import { kindField } from "./terms-add.js";
import { capsOf } from "./terms-keys.js";
import { button, keeps, labelled, number, sentenceOf, sends, textOf, wrongLine } from "./terms-parts.js";
import { goHome } from "./terms-table.js";
import { t } from "./words.js";

/** Draw the head. */
export function paintFacts(view) {
  const { facts, page, context, locale } = view;
  const { source } = context.data;
  const { concept } = page;
  const section = sourceSection(view);
  const term = section?.terms.find((one) => one.text === page.head) ?? section?.terms[0];
  const where = page.texts === 1 ? t("in 1 text") : t("in {n} texts", { n: number(page.texts, locale) });
  const times = page.occurrences === 1 ? t("1 occurrence") : t("{n} occurrences", { n: number(page.occurrences, locale) });
  const about = [concept.kind === "term" ? "" : t(concept.kind), term?.part_of_speech ? t(term.part_of_speech) : "", concept.subject, page.occurrences ? `${where}, ${times}` : t("no occurrence")];
  const step = (id, label, sign) => (id ? h("a", { class: "step", href: `?concept=${encodeURIComponent(id)}`, "aria-label": label, title: label }, sign) : null);
  const crumbs = h("nav", { class: "sm q crumbs", "aria-label": t("Glossary") }, h("a", { href: "?" }, t("Glossary")), " › ", t("concept {n} of {all}", { n: number(page.number, locale), all: number(page.of, locale) }),
    step(page.previous, t("Previous term"), "↑"), step(page.next, t("Next term"), "↓"));
  const definition = section?.definition || concept.definition;
  const from = section?.definition ? section.source : concept.source;
  const edit = mayDescribe(view) ? button(definition ? t("Edit") : t("Add a definition"), "bare link", () => describe(view)) : "";
  facts.replaceChildren(crumbs,
    h("div", { class: "heading" }, h("h1", textOf(context, source, ""), page.head), h("span", { class: "q" }, about.filter(Boolean).join(" · "))),
    h("p", { class: "definition" }, h("span", textOf(context, source), definition), definition ? " " : "", edit),
    from ? h("p", { class: "sm q" }, from) : "", concept.note ? h("p", { class: "sm q", dir: "auto" }, concept.note) : "");
  view.describing = false;
}

const sourceSection = (view) => view.page.concept.sections.find((one) => one.lang === view.context.data.source);
const mayDescribe = (view) => view.page.may || view.page.rights[view.context.data.source];

/** Open the form in the place of the definition. */
export function describe(view) {
  if (view.describing) return void view.facts.querySelector("textarea").focus();
  if (!mayDescribe(view)) return void view.tell(t("You may read this, not change it."));
  const { facts, page, context, id } = view;
  const { source } = context.data;
  const { concept } = page;
  const section = sourceSection(view);
  const own = page.may && !section?.definition && Boolean(concept.definition || !section); // Where it stands now, there it is changed.
  const now = own ? concept : (section ?? { definition: "", source: "" });
  const definition = h("textarea", { ...textOf(context, source), rows: 3, maxlength: 4000 });
  definition.value = now.definition;
  const from = h("input", { value: now.source, maxlength: 4000, dir: "auto", autocomplete: "off" });
  const subject = h("input", { value: concept.subject, maxlength: 200, dir: "auto", autocomplete: "off" });
  const note = h("input", { value: concept.note, maxlength: 4000, dir: "auto", autocomplete: "off" });
  const kind = kindField(concept.kind);
  const forget = [["definition", definition], ["from", from], ["subject", subject], ["note", note]].map(([name, field]) => keeps(context, `${name}:${id}`, field));
  const wrong = wrongLine();
  const leave = () => {
    view.describing = false;
    forget.forEach((one) => one());
    paintFacts(view);
    goHome(view);
  };
  const whole = page.may ? [h("div", { class: "pair2" }, labelled(t("Subject"), subject), labelled(t("Kind"), kind)), labelled(t("Note"), note)] : [];
  const removes = page.may ? button(t("Remove from the glossary"), "bare", () => remove(view, wrong)) : null;
  const form = h("form", { class: "stack describe", "aria-label": t("Edit the definition") }, labelled(t("Definition"), definition), labelled(t("Where the definition is from"), from), ...whole,
    h("div", { class: "acts" }, h("button", { type: "submit", class: "btn go" }, t("Keep"), capsOf("Mod+Enter")), button([t("Back"), capsOf("Escape")], "bare", leave), h("span", { class: "push" }), removes), wrong);
  sends(form, wrong, async () => {
    const said = { definition: definition.value.trim(), source: from.value.trim() };
    const about = { subject: subject.value.trim(), kind: kind.value, note: note.value.trim() };
    const differ = (some, from) => Object.keys(some).some((name) => some[name] !== from[name]);
    const inSource = !own && differ(said, now) ? { do: "describe-in", lang: source, ...said } : null;
    const whole = page.may ? { ...about, ...(own ? said : {}) } : {};
    const [first, second] = [inSource, differ(whole, concept) ? { do: "describe", ...whole } : null].filter(Boolean);
    if (!first) return void leave();
    const also = second ? [(await context.api("terms/act", { concept: id, ...second })).change] : [];
    await view.act(first, t("Kept."), { also });
    leave();
  }, leave);
  facts.querySelector(".definition").replaceWith(form);
  view.describing = true;
  definition.focus();
  return undefined;
}

/** Take the concept out; the list says so, with the way back. */
async function remove(view, wrong) {
  const { context, id, page } = view;
  wrong.textContent = "";
  try {
    const { change } = await context.api("terms/act", { do: "remove", concept: id });
    context.held.delete("list");
    context.held.set("removed", { change, head: page.head, id });
    context.go({});
  } catch (error) {
    wrong.textContent = sentenceOf(error);
  }
}
