"""Which rows of a column stand in its middle or at its right; a block that is set in on both sides does neither."""

from collections.abc import Sequence
from itertools import groupby

from hexapla.ingest.pdf.measures import Column
from hexapla.ingest.pdf.rows import Row

INSET = 1.5
"""How far from the margins a row in the middle is at least, in sizes of the body."""
EVEN = 0.6
"""By how much its distances from both margins differ at most."""
FLUSH = 0.3
"""How far from the right margin a row at the right ends at most, and how far apart starts are that are one."""
SHORT, DEEP = 0.15, 2.2
"""Which part of the width stays free before it at least, and how many sizes of the body."""


def aligned(rows: Sequence[Row], column: Column, em: float) -> list[str]:
    """Return for each row ``center``, ``right`` or nothing; ``em`` is the size of the body.

    Rows of one run that begin at one place are a block (a quotation, a stanza), not lines in the middle.
    """
    looks = [_look(row, column, em) for row in rows]
    found: list[str] = []
    for look, run in groupby(zip(looks, rows, strict=True), key=lambda pair: pair[0]):
        places = [row for _look, row in run]
        start = len(found)
        for nth, row in enumerate(places, start):
            near = [rows[other] for other in (nth - 1, nth + 1) if 0 <= other < len(rows)]
            is_block = look and any(_begin_alike(row, other, em) for other in near)
            found.append("" if is_block else look)
    return found


def _begin_alike(row: Row, other: Row, em: float) -> bool:
    """Whether two neighbouring rows of one size begin at one place, and are not of one length by chance."""
    begins = abs(row.x0 - other.x0) < FLUSH * em
    return begins and abs(row.y - other.y) < 2 * em and abs(row.size - other.size) < 0.5


def _look(row: Row, column: Column, em: float) -> str:
    """Return how a row looks by itself."""
    left, right = row.x0 - column.left, column.right - row.x1
    if left > INSET * em and abs(left - right) < EVEN * em:
        return "center"
    if left > max(DEEP * em, SHORT * (column.right - column.left)) and right < FLUSH * em:
        return "right"
    return ""
