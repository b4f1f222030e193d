/** Which words two texts share, and which one has instead of the other. */
import { normal } from "./runs.js";

const LIMIT = 250_000; // Cells of the table of common words; beyond it the middle is shown as replaced whole.

/** Steps from one text to another: {kind: "same" | "ins" | "del", runs}, what is new before what it replaces. */
export function diff(before, after, lang) {
  const [one, other] = [words(before, lang), words(after, lang)];
  const head = shared(one, other);
  const tail = Math.min(shared([...one].reverse(), [...other].reverse()), one.length - head, other.length - head);
  const middle = steps(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  const ends = (list) => list.map((word) => ({ kind: "same", word }));
  return joined([...ends(one.slice(0, head)), ...middle, ...ends(tail ? one.slice(-tail) : [])]);
}

/** A text as comparable pieces: words, the marks between them, and tags. */
function words(runs, lang) {
  const cut = new Intl.Segmenter(lang, { granularity: "word" });
  return normal(runs).flatMap((run) => {
    if (!("text" in run)) return [{ run, name: JSON.stringify("close" in run ? "close" : { ...run, id: 0 }) }];
    return [...cut.segment(run.text)].map(({ segment }) => ({ run: { text: segment }, name: segment }));
  });
}

function shared(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && one[count].name === other[count].name) count += 1;
  return count;
}

/** The longest common subsequence, walked from the start. */
function steps(one, other) {
  const made = [];
  const push = (kind, word) => made.push({ kind, word });
  const table = one.length * other.length > LIMIT ? null : common(one, other);
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (table && i < one.length && j < other.length && one[i].name === other[j].name) {
      push("same", one[i]);
      [i, j] = [i + 1, j + 1];
    } else if (j < other.length && (!table || i === one.length || table[i][j + 1] >= table[i + 1][j])) {
      push("ins", other[j++]);
    } else push("del", one[i++]);
  }
  return made;
}

function common(one, other) {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const best = Math.max(table[i + 1][j], table[i][j + 1]);
      table[i][j] = one[i].name === other[j].name ? table[i + 1][j + 1] + 1 : best;
    }
  }
  return table;
}

/** Neighbours of one kind in one step; between two unchanged words everything new comes first. */
function joined(all) {
  const made = [];
  let gap = { ins: [], del: [] };
  const close = () => {
    for (const kind of ["ins", "del"]) if (gap[kind].length) made.push({ kind, runs: gap[kind] });
    gap = { ins: [], del: [] };
  };
  for (const { kind, word } of bridged(all)) {
    if (kind !== "same") gap[kind].push(word.run);
    else {
      close();
      if (made.at(-1)?.kind === "same") made.at(-1).runs.push(word.run);
      else made.push({ kind, runs: [word.run] });
    }
  }
  close();
  return made;
}

/** A space kept between two replaced words belongs to both, so that a changed phrase reads as one. */
function bridged(all) {
  return all.flatMap((step, at) => {
    const between = all[at - 1]?.kind === "del" && all[at + 1]?.kind === "ins";
    if (!between || step.kind !== "same" || step.word.name !== " ") return [step];
    return [{ kind: "ins", word: step.word }, { kind: "del", word: step.word }];
  });
}
