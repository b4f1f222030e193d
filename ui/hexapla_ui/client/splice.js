/** Cutting and setting runs by place; a character counts one, and so does a run that stands alone. */

/** How many places a run takes. */
export function length(run) {
  if ("text" in run) return run.text.length;
  return "open" in run || "close" in run ? 0 : 1;
}

/** The runs with the places from start to end replaced by others; tags around them stay. */
export function splice(runs, start, end, inserted) {
  const made = [];
  let at = 0;
  let open = true;
  const insert = () => {
    if (open) made.push(...inserted);
    open = false;
  };
  for (const run of runs) {
    const size = length(run);
    if (size && at >= start) insert();
    if ("text" in run) {
      made.push({ text: run.text.slice(0, Math.max(0, start - at)) });
      if (at + size >= start) insert();
      made.push({ text: run.text.slice(Math.max(0, end - at)) });
    } else if (!size || at < start || at >= end) {
      made.push(run);
    }
    at += size;
  }
  insert();
  return made.filter((run) => run.text !== "");
}

/**
 * The runs with the words from start to end replaced by others: they stand in the tags in which the old ones began.
 * What stands alone stays, and a tag that has nothing in it any more goes.
 */
export function swap(runs, start, end, text) {
  const made = [];
  let at = 0;
  let fresh = text;
  for (const run of runs) {
    const size = length(run);
    const [from, to] = [Math.max(0, start - at), Math.min(size, end - at)];
    at += size;
    if (!("text" in run) || from >= to) {
      made.push(run);
      continue;
    }
    made.push({ text: run.text.slice(0, from) + fresh + run.text.slice(to) });
    fresh = "";
  }
  return filled(made);
}

/** The runs without empty texts, and without the tags that have become empty by that. */
function filled(runs) {
  const made = [];
  let emptied = false;
  for (const run of runs) {
    if (run.text === "") emptied = true;
    else if (emptied && "close" in run && made.at(-1)?.open && made.at(-1).id === run.close) made.pop();
    else {
      made.push(run);
      emptied = false;
    }
  }
  return made;
}

/** The runs of the places from start to end, without tags that only touch them. */
export function slice(runs, start, end) {
  const made = [];
  let at = 0;
  for (const run of runs) {
    const size = length(run);
    if ("text" in run) made.push({ text: run.text.slice(Math.max(0, start - at), Math.max(0, end - at)) });
    else if (size && at >= start && at < end) made.push(run);
    at += size;
  }
  return made.filter((run) => run.text !== "");
}
