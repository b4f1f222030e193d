/** The words of states, as message ids. */
export const STATES = {
  untranslated: "untranslated",
  "needs-work": "needs work",
  translated: "translated",
  reviewed: "reviewed",
  approved: "approved",
  omitted: "omitted",
};
