/** What became of a term, in a sign and a word; and which ones somebody has to look at. */
import { h, sign } from "./dom.js";
import { t } from "./words.js";

/** A judgement as [sign, message id, how it is marked in a text]. */
const VERDICTS = {
  deprecated: ["error", "deprecated", "bad"],
  altered: ["error", "altered", "bad"],
  superseded: ["finding", "superseded", "look"],
  missing: ["finding", "missing", "look"],
  plausible: ["plausible", "plausible", "maybe"],
  nearby: ["confirmed", "nearby", "term"],
  confirmed: ["confirmed", "confirmed", "term"],
  undecided: ["none", "not decided", "term"],
  untranslated: ["untranslated", "not translated yet", "term"],
};
const OPEN = new Set(["deprecated", "superseded", "altered", "missing"]);

/** Whether somebody has to look at a judgement. */
export function isOpen({ judgement, waived }) {
  return OPEN.has(judgement) && !waived;
}

/** The judgements of an entry that somebody has to look at. */
export function openOnes(entry) {
  return (entry.judged ?? []).filter(isOpen);
}

/** Whether a judgement is an error rather than a warning. */
export function isError({ judgement }) {
  return VERDICTS[judgement]?.[2] === "bad";
}

/** How a judgement is marked in a text: term, maybe, look or bad. */
export function markOf(one) {
  if (OPEN.has(one.judgement) && one.waived) return "term";
  return VERDICTS[one.judgement]?.[2] ?? "term";
}

/** The sign and the word of a judgement. */
export function verdict({ judgement, waived }) {
  if (OPEN.has(judgement) && waived) return sign("confirmed", t("waived"));
  const [kind, word] = VERDICTS[judgement] ?? ["none", judgement];
  return kind === "none" ? h("span", { class: "s none" }, t(word)) : sign(kind, t(word));
}
