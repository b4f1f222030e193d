// A note opens beside its mark; Escape or a click elsewhere closes it and gives the focus back.
const popup = document.getElementById("_note");

const openNote = (mark, note) => {
  const copy = note.cloneNode(true);
  for (const element of all("[id]", copy)) element.removeAttribute("id");
  popup.replaceChildren(...copy.childNodes);
  const column = note.closest("[data-l]");
  popup.lang = column.lang;
  popup.dir = column.dir;
  popup.setAttribute("aria-label", mark.textContent);
  popup.showPopover();
  const at = mark.getBoundingClientRect();
  const below = at.bottom + 6 + popup.offsetHeight < innerHeight;
  popup.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - popup.offsetHeight)}px`;
  popup.style.left = `${Math.max(16, Math.min(at.left - 40, innerWidth - popup.offsetWidth - 16))}px`;
  popup.focus();
};

root.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  const plainClick = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!mark || !plainClick || !popup.showPopover || popup.contains(mark)) return;
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) return;
  event.preventDefault();
  openNote(mark, note);
});
popup.addEventListener("click", (event) => {
  if (event.target.closest("a")) popup.hidePopover();
});
