/** Where a text stands: {text, lang, units}; drafts, saves and conflicts are told apart by it. */

/** The name of a place. */
export function nameOf({ text, lang, units }) {
  return [text, lang, units.join("+")].join(":");
}

/** The place of a name. */
export function placeOf(name) {
  const [text, lang, units] = name.split(":");
  return { text, lang, units: units.split("+") };
}
