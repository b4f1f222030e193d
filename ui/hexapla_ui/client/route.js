/** The desk's JSON route: one request at a time is asked, answered, or failed in one of two ways. */
import { t } from "./words.js";

const PATIENCE = 20_000; // Milliseconds until an answer is given up; a save is sent again with its first op id.
const LONG_PATIENCE = 600_000; // The same for a file: 20 MB over a line of 300 kbit/s.
const OUTLIVES = 20_000; // Characters of a request that a browser still sends when the page goes (64 KiB in all).

/** The desk did not answer, or answered that it cannot now: try again later. */
export class Away extends Error {}

/** The desk answered no: `status` and one sentence for the person. */
export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

/** A route at an address, with a token that renews itself. */
export function createRoute(api, token) {
  let renewing = null;

  return {
    get: (path, query) => ask("GET", `${path}?${new URLSearchParams(query)}`),
    post: (path, body, signal) => ask("POST", path, JSON.stringify(body), signal),
    /** Send a file as it is; it may take its time. */
    upload: (path, query, file) => ask("POST", `${path}?${new URLSearchParams(query)}`, file),
    /** Fetch a file, as a Blob. */
    file: (path, query) => ask("GET", `${path}?${new URLSearchParams(query)}`, undefined, undefined, whole),
    /** Take a newer token from the page. */
    trust: (newer) => (token = newer),
  };

  /** Ask, until `signal` (where there is one) gives it up, which counts as no answer. */
  async function ask(method, path, body, signal, read = answer) {
    const used = token;
    const first = await send(method, path, body, used, signal);
    if (first.status !== 401) return read(first);
    if (token === used) await renew();
    return read(await send(method, path, body, token, signal));
  }

  /** Many requests may find the token expired at once; one renewal serves them all. */
  async function renew() {
    renewing ??= send("POST", "token", "{}", token)
      .then(answer)
      .then((fresh) => (token = fresh.token))
      .finally(() => (renewing = null));
    await renewing;
  }

  async function send(method, path, body, bearer, given) {
    const headers = { "X-Hexapla-Token": bearer }; // A proxy that signs people in may want Authorization for itself.
    const file = body instanceof Blob;
    if (body) headers["Content-Type"] = file ? "application/octet-stream" : "application/json";
    const patience = AbortSignal.timeout(file ? LONG_PATIENCE : PATIENCE);
    const signal = given ? AbortSignal.any([patience, given]) : patience;
    const keepalive = Boolean(body) && body.length < OUTLIVES;
    try {
      return await fetch(`${api}/${path}`, { method, headers, body, signal, keepalive });
    } catch (error) {
      throw new Away(error.message);
    }
  }
}

/** A file as it came; what is no file is answered as everything else is. */
const whole = (response) => (response.ok ? response.blob() : answer(response));

async function answer(response) {
  if (response.status >= 500) throw new Away(String(response.status));
  let body;
  try {
    body = await response.json();
  } catch (error) {
    throw new Away(error.message);
  }
  if (response.ok) return body;
  const expired = t("Your sign-in has run out. Reload the page; what you typed is kept here.");
  throw new Refused(response.status, response.status === 401 ? expired : (body.error ?? String(response.status)));
}
