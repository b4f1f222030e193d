// The same unit lights up in every language; one unit has the keyboard's focus: j and k walk, l changes the language.
const root = document.documentElement;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const units = all(".u");
const idsOf = (unit) => unit.dataset.u.split(" ");
const isShown = (element) => element.getClientRects().length > 0;
const byId = new Map();
for (const unit of units) {
  for (const id of idsOf(unit)) byId.set(id, [...(byId.get(id) ?? []), unit]);
}
const counterparts = (unit) => [...new Set(idsOf(unit).flatMap((id) => byId.get(id)))];
const columnOf = (unit) => unit.closest("[data-l]").dataset.l;
let pinned = null;
let pressed = null; // what was pinned before a press of the mouse moved the focus

const light = (unit) => {
  for (const lit of all(".u.on")) lit.classList.remove("on");
  if (unit) for (const other of counterparts(unit)) other.classList.add("on");
};

const pin = (unit) => {
  pinned = unit;
  light(unit);
  if (!unit) return;
  for (const other of all('.u[tabindex="0"]')) other.tabIndex = -1;
  unit.tabIndex = 0;
  history.replaceState(null, "", `#${idsOf(unit)[0]}`);
};

const walk = (unit, step) => {
  const column = units.filter((other) => columnOf(other) === columnOf(unit) && isShown(other));
  return column[column.indexOf(unit) + step];
};

const across = (unit) => {
  const shown = counterparts(unit).filter(isShown);
  return shown[(shown.indexOf(unit) + 1) % shown.length];
};

const follow = () => {
  const target = (byId.get(decodeURIComponent(location.hash.slice(1))) ?? []).find(isShown);
  if (!target) return;
  pin(target);
  target.scrollIntoView({ block: "center" });
};

root.addEventListener("mouseover", (event) => light(event.target.closest(".u") ?? pinned));
root.addEventListener("focusin", (event) => {
  if (event.target.matches(".u")) pin(event.target);
});
root.addEventListener("pointerdown", () => {
  pressed = pinned;
}, true);
root.addEventListener("click", (event) => {
  const unit = event.target.closest(".u");
  if (!unit || event.target.closest("a") || String(getSelection())) return;
  if (unit === pressed) return pin(null);
  pin(unit);
  unit.focus({ preventScroll: true });
});
root.addEventListener("keydown", (event) => {
  const unit = event.target;
  if (!unit.matches(".u") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return pin(null);
  const next = { j: () => walk(unit, 1), k: () => walk(unit, -1), l: () => across(unit) }[event.key]?.();
  if (!next) return;
  event.preventDefault();
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
});
addEventListener("hashchange", follow);
if (location.hash) history.scrollRestoration = "manual"; // else the browser may scroll back to where it was
root.classList.add("scripted");
const start = units.find(isShown);
if (start) start.tabIndex = 0;
