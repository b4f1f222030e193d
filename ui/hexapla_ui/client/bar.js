/** The head of the grid: the text, its languages, which units are shown, and whether all is saved. */
import { clock, h, say } from "./dom.js";
import { t } from "./words.js";

/** Draw the bar; `go({text, lang})` is called when the person chooses another text or language. */
export function drawBar(grid, go) {
  const { texts } = grid.settings;
  const text = texts.length > 1 ? choice(t("Text"), (slug) => go({ text: slug })) : null;
  // Where there are several texts, the one chosen stands in the picker; its heading is for those who only hear it.
  const title = h("h1", { class: text && "sr" });
  text?.element.classList.add("title");
  const lang = choice(t("Language"), (tag) => go({ lang: tag }));
  const range = h("span", { class: "q num range" });
  const status = h("span", { class: "q sm push status", role: "status" });
  const contested = () => grid.act("contested", grid.active);
  const decide = h("button", { type: "button", class: "btn k", hidden: true, onclick: contested }, t("Decide"));
  const refused = () => grid.act("unsaved", grid.active);
  const show = h("button", { type: "button", class: "btn k", hidden: true, onclick: refused }, t("Show it"));
  const element = h("div", { class: "bar" }, title, text?.element, lang.element, range, status, show, decide);
  return { element, title, text, lang, range, status, show, decide };
}

function choice(label, chosen) {
  const select = h("select", { "aria-label": label, onchange: () => chosen(select.value) });
  return { element: select, shows: "" };
}

/** Show the page in hand. */
export function paintBar(grid) {
  const { bar, page, place, settings } = grid;
  const text = settings.texts.find((one) => one.slug === place.text);
  say(bar.title, page.title);
  bar.title.lang = page.source;
  if (bar.text) offer(bar.text, settings.texts.map((one) => [one.slug, one.title]), place.text);
  offer(bar.lang, (text?.languages ?? [place.lang]).map((tag) => [tag, grid.language(tag).name]), place.lang);
  say(bar.range, page.total ? t("Units {first}–{last} of {total}", page) : "");
}

function offer(choices, options, value) {
  const shows = JSON.stringify(options);
  if (choices.shows !== shows) {
    choices.shows = shows;
    choices.element.replaceChildren(...options.map(([id, label]) => h("option", { value: id }, label)));
  }
  choices.element.value = value;
}

/** Say how safe the texts are. */
export function paintStatus(grid) {
  const { outbox, drafts, bar, contested, refused } = grid;
  const away = outbox.away() || drafts.away();
  say(bar.status, sentence(grid, away));
  bar.show.hidden = !refused.size;
  bar.decide.hidden = !contested.size;
  bar.status.classList.toggle("warn", away || Boolean(outbox.blocked()) || refused.size + contested.size > 0);
}

function sentence(grid, away) {
  const [saves, drafts, contested] = [grid.outbox.count(), grid.drafts.count(), grid.contested.size];
  const number = (n, one, many) => (n === 1 ? one : t(many, { n }));
  if (grid.outbox.blocked()) return grid.outbox.blocked();
  if (away && saves) return number(saves, t("One unit waits for the connection"), "{n} units wait for the connection");
  if (away) return number(drafts, t("One draft waits for the connection"), "{n} drafts wait for the connection");
  const refused = grid.refused.size;
  if (refused) return number(refused, t("One unit is not saved"), "{n} units are not saved");
  if (contested) return number(contested, t("One unit is in conflict"), "{n} units are in conflict");
  if (grid.forgetful) return t("This browser cannot keep drafts; your text is safe once it is saved.");
  const time = clock(grid.savedAt, grid.locale);
  if (!time) return t("All text is saved");
  const drafting = grid.order.some((entry) => entry.save === "draft");
  return drafting ? t("All text is kept · {time}", { time }) : t("All text is saved · {time}", { time });
}
