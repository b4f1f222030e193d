/** The terms at hand: which concepts stand in a unit, in the order of its source, and putting one into the text. */

/** The concepts of an entry, one each, in the order of its source; `times` is how often one stands in the source. */
export function handOf(entry) {
  const found = new Map();
  for (const one of entry.judged ?? []) if (!found.has(one.concept)) found.set(one.concept, { ...one, times: one.source.length });
  const first = ({ source }) => source[0]?.start ?? 0;
  return [...found.values()].sort((one, other) => first(one) - first(other));
}

/** The number by which the term of a concept is inserted; 0 where there is none to insert. */
export function numberOf(entry, concept) {
  return decided(entry).findIndex((one) => one.concept === concept) + 1;
}

const decided = (entry) => handOf(entry).filter(({ wanted }) => wanted.length);

/** The preferred term with a number, or undefined. */
export function termAt(entry, nth) {
  return decided(entry)[nth - 1]?.wanted[0];
}

/** Put a term in at the caret, where it stands or stood last; the keyboard is in the text then. */
export function putTerm(grid, entry, term) {
  const { field } = entry.view;
  if (!term) return;
  field.focus(field.caret() ?? entry.caret);
  field.insert([{ text: term }]);
  field.focus(field.caret());
}
