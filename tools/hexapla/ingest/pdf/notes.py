"""Which rows at the foot of a column are notes: below a rule, or smaller and apart, beginning with a mark."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.formats.pdf import Rule
from hexapla.ingest.pdf.measures import Column, Leading
from hexapla.ingest.pdf.rows import Row

SMALL = 0.95
"""Notes are set in letters smaller than this share of the body's."""
SIZE = 0.9
"""No line of a note is said to be larger than this, so that it is known for one whatever its size."""
MOST = 0.85
"""A rule with more than this part of a page's rows below it is no rule above notes."""

MARK = re.compile(
    r"(?:[*†‡§¶]{1,4}|[¹²³⁰⁴-⁹]+|\[\w{1,3}\]|\(\w{1,3}\)|\d{1,3}[.)]?|[a-z]\))(?:\s|\Z|(?=[^\W\d_]))"
)


@dataclass(frozen=True)
class Foot:
    """The place in a column's rows where its notes begin, and the size that they have on this page."""

    start: int
    size: float


def foot(
    rows: Sequence[Row],
    column: Column,
    rules: Sequence[Rule],
    leading: Leading,
    before: Foot | None,
    *,
    is_first: bool = True,
) -> Foot | None:
    """Return where the notes of a column begin; None where it has none.

    ``before`` is the foot of the page before, if that had notes: these may go on here without a mark. ``is_first`` is
    whether nothing stands above these rows; they may all be notes where something does.
    """
    below = _below_rule(rows, column, rules)
    if below is not None and (_is_marked(rows[below]) or rows[below].size < SMALL * leading.size or before):
        return Foot(below, rows[below].size)
    tail = len(rows)
    while tail > 0 and rows[tail - 1].size < SMALL * leading.size:
        tail -= 1
    while tail < len(rows):
        is_only = tail == 0 and not is_first and _is_marked(rows[0])
        if is_only or _begins(rows, tail, column, leading, before):
            return Foot(tail, rows[tail].size)
        tail += 1
    return None


def _begins(rows: Sequence[Row], place: int, column: Column, leading: Leading, before: Foot | None) -> bool:
    """Whether notes begin at a row of small letters."""
    row = rows[place]
    gap = rows[place - 1].y - row.y if place else 0.0
    is_apart = place > 0 and gap > 1.1 * leading.of(leading.size)
    changes = place > 0 and row.size < 0.97 * rows[place - 1].size
    if _is_marked(row):
        return is_apart or changes
    goes_on = before is not None and abs(row.size - before.size) < 0.03 * row.size
    return (
        goes_on
        and is_apart
        and row.x0 - column.left < 0.5 * row.size
        and (row.x1 > column.right - 3 * row.size)
    )


def _below_rule(rows: Sequence[Row], column: Column, rules: Sequence[Rule]) -> int | None:
    """Return the place of the first row below the lowest rule of a column that may stand above notes."""
    width = column.right - column.left
    for rule in sorted(rules, key=lambda one: one.y):
        is_inside = column.left - width * 0.1 < rule.x0 and rule.x1 < column.right + width * 0.1
        if not is_inside:
            continue
        below = [nth for nth, row in enumerate(rows) if row.y < rule.y]
        above = len(rows) - len(below)
        if below and above and len(below) <= MOST * len(rows) and rows[below[0] - 1].y - 0.5 > rule.y:
            is_underlined = rows[below[0] - 1].y - rule.y < 0.3 * rows[below[0] - 1].size
            if not is_underlined:
                return below[0]
    return None


def _is_marked(row: Row) -> bool:
    """Whether a row begins with the mark of a note."""
    is_raised = row.words[0].raised or row.shifts[0] == "sup"
    return is_raised or bool(MARK.match(row.text))
