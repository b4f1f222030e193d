/** The filter of the glossary: words, and `state:` `lang:` `kind:` `look:` as they are typed. */
import { h } from "./dom.js";
import { number } from "./terms-parts.js";

const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/** Take a filter apart: {words, langs, states, kinds, look}; `look` is true, false or null. */
export function read(text, targets) {
  const asked = { words: [], langs: [], states: [], kinds: [], look: null };
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const [, name, value] = /^(state|lang|kind|look):(.*)$/i.exec(part) ?? [];
    if (!name) asked.words.push(fold(part));
    else if (!value) continue; // Somebody is still typing it.
    else if (name === "state") asked.states.push(value.toLowerCase());
    else if (name === "kind") asked.kinds.push(value.toLowerCase());
    else if (name === "look") asked.look = value.toLowerCase() !== "no";
    else asked.langs.push(...targets.filter((tag) => tag.toLowerCase() === value.toLowerCase()));
  }
  return asked;
}

/** Whether a concept passes, in the languages that are shown. */
export function matcher(asked, langs) {
  return (one) => {
    const columns = one.columns.filter((column) => langs.includes(column.lang));
    const text = fold([one.head, one.subject, ...columns.flatMap((column) => column.terms)].join("\n"));
    return (
      asked.words.every((word) => text.includes(word)) &&
      (!asked.kinds.length || asked.kinds.includes(one.kind)) &&
      (!asked.states.length || columns.some((column) => asked.states.includes(column.decision))) &&
      (asked.look === null || columns.some((column) => column.look > 0) === asked.look)
    );
  };
}

/** The filters at hand, with how many concepts each would leave; pressed ones are in the filter. */
export function chips(concepts, langs, asked, turn, locale) {
  const offered = [
    ["look:yes", asked.look === true],
    ["state:open", asked.states.includes("open")],
    ["state:proposed", asked.states.includes("proposed")],
    ["kind:name", asked.kinds.includes("name")],
    ["kind:title", asked.kinds.includes("title")],
  ];
  return offered.flatMap(([word, pressed]) => {
    const some = concepts.filter(matcher(read(word, []), langs)).length;
    if (!some && !pressed) return [];
    const label = [h("bdi", { dir: "ltr" }, word), h("span", { class: "q num" }, number(some, locale))];
    return [h("button", { type: "button", class: "chipof", "aria-pressed": String(pressed), onclick: () => turn(word) }, ...label)];
  });
}
