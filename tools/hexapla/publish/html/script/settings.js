// What was chosen in the controls is remembered in this browser, for this edition alone.
const place = `hexapla:${document.body.dataset.edition ?? ""}`;
const controls = all(".bar input:not([type=search]), .bar select");
const isBox = (control) => control.matches("input");

const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? {};
  } catch {
    return {};
  }
};

const remember = () => {
  const chosen = controls.map((control) => [control.id, isBox(control) ? control.checked : control.value]);
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(chosen)));
  } catch {
    // a browser may forbid it; then the page forgets
  }
  search();
};

const before = remembered();
for (const control of controls) {
  if (Object.hasOwn(before, control.id)) control[isBox(control) ? "checked" : "value"] = before[control.id];
  control.addEventListener("change", remember);
}
follow();
