/** What others do in this text: asked every few seconds while the page is looked at, shown without a reload. */
import { say } from "./dom.js";
import { drawn } from "./drawer.js";
import { renew } from "./reshape.js";
import { Refused } from "./route.js";

const EVERY = 3000;
const AWAY = 15_000; // While the desk does not answer, the outbox finds out sooner than this.

/** Watch the text of a grid; returns how to stop. */
export function watch(grid) {
  let page = null;
  let since = 0;
  let timer = 0;
  let stopped = false;

  async function look() {
    const pause = document.hidden ? EVERY : await ask().catch(patience);
    if (!stopped) timer = setTimeout(look, pause);
  }

  async function ask() {
    const { text, lang } = grid.place;
    if (!grid.page || !grid.order.length) return EVERY;
    if (page !== grid.page) [page, since] = [grid.page, grid.page.at ?? 0];
    const unit = (grid.active ?? grid.order[0]).units[0];
    const news = await grid.route.post("watch", { text, lang, unit, client: grid.client, since });
    if (stopped || page !== grid.page) return EVERY;
    since = news.at;
    paintPeople(grid, news.people);
    if (news.digest !== page.digest || news.touched.some((one) => isNew(grid, one))) {
      await renew(grid);
      drawn(grid);
    }
    return EVERY;
  }

  /** A page that is not signed in any more says so when it saves; watching ends quietly. */
  function patience(error) {
    if (error instanceof Refused) stopped = true;
    return AWAY;
  }

  const goodbye = () => {
    const { text, lang } = grid.place;
    grid.route.post("watch", { text, lang, unit: "", client: grid.client, since: 0 }).catch(() => null);
  };
  window.addEventListener("pagehide", goodbye);
  timer = setTimeout(look, EVERY);
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener("pagehide", goodbye);
    goodbye();
  };
}

/** Whether a row of this page shows something older; one's own saves are known already. */
function isNew(grid, { units, revision, suggestions, comments }) {
  const entry = grid.entries.get(units.join("+"));
  if (!entry) return units.some((unit) => grid.order.some((one) => one.units.includes(unit)));
  const { row } = entry;
  return revision > entry.revision || suggestions !== row.suggestions || comments !== row.comments;
}

/** Say at the end of a cell who else is in it: a hint, nobody is locked out. */
function paintPeople(grid, people) {
  const names = new Map();
  for (const [name, unit] of people) names.set(unit, [...(names.get(unit) ?? []), name]);
  for (const entry of grid.order) {
    const here = entry.units.flatMap((unit) => names.get(unit) ?? []);
    const shown = [...new Set(here)].join(", ");
    say(entry.view.here, shown);
    entry.view.here.hidden = !shown;
  }
}
