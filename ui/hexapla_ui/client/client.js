/** The name of one open grid: with it and a number, a save that is sent twice is done once. */

/** A new name; crypto.randomUUID is missing where a page is not served over https, this is there everywhere. */
export function newClient() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
