// Search in the languages shown; accents, harakat and capitals make no difference. Enter goes on, Shift+Enter back.
const field = document.getElementById("_search");
const found = document.getElementById("_found");
const fold = (text) => text.normalize("NFD").replace(/[\p{Mn}\u0640]/gu, "").toLowerCase();
let hits = [];
let at = -1;

// The folded text of a node, and for each of its signs the place in the node that it came from.
const folded = (node) => {
  const places = [];
  let text = "";
  let from = 0;
  for (const sign of node.data) {
    for (const part of fold(sign)) {
      text += part;
      for (let unit = 0; unit < part.length; unit += 1) places.push([from, from + sign.length]);
    }
    from += sign.length;
  }
  return { text, places };
};

const rangesIn = (unit, wanted) => {
  const ranges = [];
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".n, .mark")) continue;
    const { text, places } = folded(node);
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
      const range = new Range();
      range.setStart(node, places[i][0]);
      range.setEnd(node, places[i + wanted.length - 1][1]);
      ranges.push(range);
    }
  }
  return ranges;
};

const search = () => {
  const wanted = fold(field.value.trim());
  hits = [];
  at = -1;
  if (wanted.length > 1) {
    for (const unit of units) if (isShown(unit)) hits.push(...rangesIn(unit, wanted));
  }
  if (window.Highlight) CSS.highlights.set("found", new Highlight(...hits));
  found.textContent = wanted.length > 1 ? String(hits.length) : "";
};

const go = (step) => {
  if (!hits.length) return;
  at = at < 0 && step < 0 ? hits.length - 1 : (at + step + hits.length) % hits.length;
  const unit = hits[at].startContainer.parentElement.closest(".u");
  pin(unit);
  unit.scrollIntoView({ block: "center" });
  found.textContent = `${at + 1}/${hits.length}`;
};

field.closest("[hidden]").hidden = false;
field.addEventListener("input", search);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  go(event.shiftKey ? -1 : 1);
});
