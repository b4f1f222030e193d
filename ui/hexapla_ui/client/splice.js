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
