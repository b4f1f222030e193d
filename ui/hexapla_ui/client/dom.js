/** Building elements from values: texts become text nodes, never markup. */

/** An element with attributes, listeners (`onclick`), and children; null and false are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return element;
}

/** A state or verdict: its sign comes from the class, its word is text, so that neither depends on colour. */
export function sign(kind, word, attributes = {}) {
  return h("span", { class: `s ${kind}`, ...attributes }, word);
}

/** For buttons that act on the text: pressing one takes neither the caret nor a touch keyboard away. */
export function keepFocus(event) {
  event.preventDefault();
}

/** Change an element's text only where it differs, so that live regions speak once. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The time of day in the reader's own form: 14:03. */
export function clock(at, locale) {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return "";
  return when.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** The nearest ancestor that scrolls, looking out through shadow roots; the page itself as the last. */
export function scroller(element) {
  for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    if (/auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return document.scrollingElement;
}
