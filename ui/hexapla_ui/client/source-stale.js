/** Somebody changed the source of a unit while another person was at it: both texts are shown, neither is lost. */
import { drawChanges } from "./changes.js";
import { h } from "./dom.js";
import { renew } from "./reshape.js";
import { same } from "./runs.js";
import { back } from "./source-ask.js";
import { drop, openSource } from "./source.js";
import { t } from "./words.js";

/** Show what there was, what there is `now` (null: the unit is gone), and what the person has typed. */
export function showStale(mode, now) {
  const { grid, panel, entry, base, field } = mode;
  const { source } = grid.page;
  const typed = mode.isDirty();
  const line = (label, content) => [
    h("dt", {}, label),
    h("dd", { class: "t", lang: source, dir: grid.language(source).dir }, ...content),
  ];
  const changes = (runs) => drawChanges(base, runs, source, entry.view.label);
  const told = now ? t("Somebody has changed the source meanwhile.") : t("Somebody has taken this unit out meanwhile.");
  const both = typed ? ` ${t("Both texts are kept.")}` : "";
  panel.replaceChildren(
    h(
      "div",
      { class: "effect stale", "data-place": "ask" },
      h("p", { class: "title", role: "alert" }, told + both),
      h(
        "dl",
        {},
        ...line(t("Before"), changes(base)),
        ...(now && !same(now, base) ? line(t("Now"), changes(now)) : []),
        ...(typed ? line(t("You"), changes(field.runs)) : []),
      ),
      h("footer", {}, ...(now ? ways(mode, typed) : []), back(mode)),
    ),
  );
  panel.querySelector(".btn").focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest", behavior: "instant" });
  grid.changed();
}

function ways(mode, typed) {
  const button = (label, kind, onclick) => h("button", { type: "button", class: `btn k ${kind}`, onclick }, label);
  if (!typed) return [button(t("Go on from here"), "go", () => again(mode, null))];
  return [
    button(t("Go on with mine"), "go", () => again(mode, mode.field.runs)),
    button(t("Take the text as it is now"), "", () => again(mode, null)),
  ];
}

/** Open the source anew; `runs` are the person's words, which are then compared with the source as it is now. */
async function again(mode, runs) {
  const { grid, unit } = mode;
  drop(mode);
  mode.close();
  await renew(grid, true);
  const there = grid.order.find(({ units }) => units.includes(unit.unit)) ?? null;
  if (!there) return;
  await openSource(grid, there, unit.unit);
  if (runs && grid.source?.entry === there) grid.source.field.replace(runs);
}
