/** What changed between two texts, drawn as insertions and deletions. */
import { diff } from "./diff.js";
import { h } from "./dom.js";
import { toDom } from "./runs.js";

/** Draw the way from one text to another; unchanged tags are left out, changed ones are named. */
export function drawChanges(before, after, lang, label) {
  const nodes = [];
  for (const { kind, runs } of diff(before, after, lang)) {
    if (nodes.at(-1)?.nodeName === "INS" && kind === "del") nodes.push(" ");
    if (kind === "same") nodes.push(toDom(runs.filter((run) => !("open" in run || "close" in run)), label));
    else nodes.push(h(kind, {}, toDom(runs.map(named), label)));
  }
  return nodes;
}

function named(run) {
  if ("close" in run) return { text: "" };
  return "open" in run ? { bound: run.rend ?? run.open } : run;
}
