/** The terms at hand: which concepts stand in a unit, in the order of its source, and putting one into the text. */

/** The concepts of an entry, one each, numbered as the keys insert them; `times` is how often one stands in the source. */
export function handOf(entry) {
  const found = new Map();
  for (const one of entry.judged ?? []) if (!found.has(one.concept)) found.set(one.concept, { ...one, times: one.source.length });
  const first = ({ source }) => source[0]?.start ?? 0;
  return [...found.values()].sort((one, other) => first(one) - first(other));
}

/** The preferred term of the concept with a number, or undefined. */
export function termAt(entry, nth) {
  return handOf(entry)[nth - 1]?.wanted[0];
}

/** Put a term in at the caret, where it stands or stood last; the keyboard is in the text then. */
export function putTerm(grid, entry, term) {
  const { field } = entry.view;
  if (!term) return;
  field.focus(field.caret() ?? entry.caret);
  field.insert([{ text: term }]);
  field.focus(field.caret());
}
