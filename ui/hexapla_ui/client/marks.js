/** The tags that a translation has to carry: their names, which ones are missing, and how to set them. */
import { t } from "./words.js";

const KINDS = { lb: "line break", gap: "gap", ref: "reference" };

/** A function that names runs standing alone, knowing the numbers that readers see from a row's bound tags. */
export function labels(bound) {
  const numbers = new Map(bound.filter((mark) => mark.note).map((mark) => [mark.note, mark.label]));
  return (run) => {
    if ("note" in run) return { text: t("note {n}", { n: numbers.get(run.note) ?? run.note }) };
    if (!("tn" in run)) return { text: kind(run.bound) };
    const n = run.tn.replace(/^.*\D(?=\d)/, "");
    return { text: t("tn {n}", { n }), title: t("translator’s note {n}", { n }) };
  };
}

/** What a chip for a bound tag says. */
export function labelOf(mark) {
  if (mark.note) return t("note {n}", { n: mark.label });
  return mark.label === mark.bound ? kind(mark.bound) : `${kind(mark.bound)} ${mark.label.replace(/^#/, "")}`;
}

function kind(name) {
  return name in KINDS ? t(KINDS[name]) : String(name);
}

/** The bound tags that a text does not carry yet, in the order of the source; two alike have to be there twice. */
export function missing(bound, runs) {
  const there = runs.filter((run) => !("text" in run) && !("close" in run));
  return bound.filter((mark) => {
    const at = there.findIndex((run) => fits(mark, run));
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
}

function fits(mark, run) {
  if (mark.note) return run.note === mark.note;
  if ((run.bound === true ? run.open : run.bound) !== mark.bound) return false;
  return mark.label === mark.bound || Object.values(run).includes(mark.label);
}

/** The runs that set a bound tag: as the source has it, a tag with content around `inside` or its own words. */
export function setting(mark, source, taken, inside) {
  if (mark.note) return [{ note: mark.note }];
  const from = source.findIndex((run) => fits(mark, run));
  if (from < 0) return [{ bound: mark.bound }];
  if (!("open" in source[from])) return [source[from]];
  const to = source.findIndex((run, at) => at > from && run.close === source[from].id);
  const id = 1 + Math.max(0, ...taken.map((run) => Number(run.id) || 0));
  const content = inside.length ? inside : source.slice(from + 1, to).filter((run) => "text" in run);
  return [{ ...source[from], id }, ...content, { close: id }];
}
