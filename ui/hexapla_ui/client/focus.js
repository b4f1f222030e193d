/**
 * Streamlit's "Connection error" dialog opens in the middle of a sentence and takes the focus. While it stands,
 * keys of somebody who is still typing go on into the text; when it closes, focus and caret come back.
 */

const JUST_NOW = 200; // Milliseconds after a click or Tab in which a lost focus is the person's own doing.
const STILL_TYPING = 2000; // Milliseconds since the last key; after that, keys belong to the dialog.

/** Watch the fields inside `box`; `field(element)` gives the one being written in, if it is that. Returns how to stop. */
export function guardFocus(box, field) {
  const last = { at: 0, own: 0 };
  let lately = null;
  let stolen = null;
  const watch = new MutationObserver(giveBack);
  const listeners = [
    [box, "keydown", onKey],
    [box, "pointerdown", onOwn],
    [document, "pointerdown", onOwn],
    [box, "focusout", onLost],
    [window, "keydown", onStray],
  ];
  for (const [target, name, does] of listeners) target.addEventListener(name, does, true);
  return () => {
    watch.disconnect();
    for (const [target, name, does] of listeners) target.removeEventListener(name, does, true);
  };

  function onKey(event) {
    last.at = Date.now();
    if (event.key === "Tab") onOwn();
  }

  /** The person moves the focus, by pointer or by Tab. */
  function onOwn() {
    last.own = Date.now();
  }

  function onLost(event) {
    const lost = field(event.target);
    if (!lost || Date.now() - last.own < JUST_NOW) return;
    lately = { lost, caret: lost.caret() };
    setTimeout(look);
  }

  /** Where the focus has gone is known only once it is there; a key may come even before that. */
  function look() {
    if (!lately) return;
    const { lost, caret } = lately;
    lately = null;
    if (!dialog() || !document.hasFocus() || lost.element.getRootNode().activeElement === lost.element) return;
    stolen = { field: lost, caret };
    watch.observe(document.body, { childList: true, subtree: true });
  }

  function giveBack() {
    if (dialog()) return;
    watch.disconnect();
    stolen?.field.focus(stolen.caret);
    stolen = null;
  }

  function onStray(event) {
    look();
    if (!stolen || !dialog() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (Date.now() - last.at > STILL_TYPING || event.key.length !== 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    last.at = Date.now();
    stolen.caret = stolen.field.write(event.key, stolen.caret);
  }
}

function dialog() {
  return document.querySelector('[role="dialog"]');
}
