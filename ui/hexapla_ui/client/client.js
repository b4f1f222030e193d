/** The names of an open grid: with `client` and a number, a save that is sent twice is done once. */

const KEY = "hexapla-window";
let held = "";

/** A new name; crypto.randomUUID is missing where a page is not served over https, this is there everywhere. */
export function newClient() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The name of this window, the same after a reload. While the page stands it is nowhere but here: a tab that is
 * duplicated copies the session's storage, and two windows of one name would write over each other's drafts.
 */
export function windowName() {
  if (held) return held;
  held = session((box) => box.getItem(KEY)) || newClient();
  session((box) => box.removeItem(KEY));
  window.addEventListener("pagehide", () => session((box) => box.setItem(KEY, held)));
  window.addEventListener("pageshow", () => session((box) => box.removeItem(KEY)));
  return held;
}

function session(does) {
  try {
    return does(sessionStorage);
  } catch {
    return null;
  }
}
