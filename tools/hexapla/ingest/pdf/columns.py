"""Rows in the order of reading: where a white strip runs down between words, what is left of it comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hexapla.ingest.pdf.rows import Row

GUTTER = 0.8
"""How wide the strip is at least, in sizes of the body."""
LEAST = 3
"""How many rows stand on either side of it at least."""
LETTERS = 12
"""How many letters these rows have on average at least; else they are numbers, labels, the cells of a table."""
FEW = 3
"""So many rows below a column, standing apart, may be the beginning of text that runs over all columns."""
CANDIDATES = 48
"""How many places are tried for a strip at most."""
DEEP = 30
"""How often a page is divided at most."""
APART = 1.6
"""A distance of so many leadings parts what is below a column from it."""


@dataclass(frozen=True)
class Region:
    """Rows that are read one after the other; ``column`` counts from 0, ``shared`` is whether others stand beside."""

    rows: tuple[Row, ...]
    column: int = 0
    shared: bool = False


@dataclass(frozen=True)
class _Band:
    first: int
    end: int
    x: float
    weight: int


def regions(
    rows: Sequence[Row], em: float, leading: float, *, column: int = 0, shared: bool = False, depth: int = 0
) -> list[Region]:
    """Return the regions of a page in reading order; ``em`` is the size of the body."""
    band = _best(rows, em, leading) if depth < DEEP else None
    if band is None:
        return [Region(tuple(rows), column, shared)] if rows else []
    inside = rows[band.first : band.end]
    sides = [
        [part for row in inside if (part := row.part([(word.x0 < band.x) == is_left for word in row.words]))]
        for is_left in (True, False)
    ]
    before, after = rows[: band.first], rows[band.end :]
    return [
        *([Region(tuple(before), column, shared)] if before else []),
        *regions(sides[0], em, leading, column=column, shared=True, depth=depth + 1),
        *regions(sides[1], em, leading, column=column + 1, shared=True, depth=depth + 1),
        *regions(after, em, leading, column=column, shared=shared, depth=depth + 1),
    ]


def _best(rows: Sequence[Row], em: float, leading: float) -> _Band | None:
    """Return the strip with most letters on both its sides, or None."""
    if len(rows) < LEAST:
        return None
    bands = [band for x in _candidates(rows, em) for band in _bands(rows, x, em, leading)]
    return max(bands, key=lambda band: (band.weight, -band.x), default=None)


def _candidates(rows: Sequence[Row], em: float) -> list[float]:
    """Return where a strip may run: before places at which several rows, or parts behind a gap, begin."""
    starts: dict[int, list[float]] = {}
    for row in rows:
        words = sorted(row.words, key=lambda word: word.x0)
        begins = [words[0].x0, *(b.x0 for a, b in pairwise(words) if b.x0 - a.x1 >= GUTTER * em)]
        for x in begins:
            starts.setdefault(round(x / em), []).append(x)
    often = sorted(starts.values(), key=len, reverse=True)[:CANDIDATES]
    return sorted(min(places) - GUTTER * em / 2 for places in often if len(places) >= LEAST)


def _bands(rows: Sequence[Row], x: float, em: float, leading: float) -> list[_Band]:
    """Return the runs of rows that leave a strip free, with columns on both sides."""
    half = GUTTER * em / 2 - 0.05 * em
    bands = []
    first = 0
    for nth in range(len(rows) + 1):
        if nth < len(rows) and not any(word.x0 < x + half and word.x1 > x - half for word in rows[nth].words):
            continue
        band = _trimmed(rows, first, nth, x, leading)
        if band:
            bands.append(band)
        first = nth + 1
    return bands


def _trimmed(rows: Sequence[Row], first: int, end: int, x: float, leading: float) -> _Band | None:
    """Return a run of rows as a band, without what stands apart above and below on one side only; None for none."""
    sides = [_sides(row, x) for row in rows[first:end]]
    if sum(left > 0 for left, _r in sides) < LEAST or sum(right > 0 for _l, right in sides) < LEAST:
        return None
    for nth in range(first, end - 1):  # down to the last gap above the place where both sides have begun
        if all(sides[nth - first]):
            break
        if rows[nth].y - rows[nth + 1].y > APART * leading:
            first, sides = nth + 1, sides[nth + 1 - first :]
            break
    end = _end(rows, first, end, sides, leading)
    sides = sides[: end - first]
    lefts = [left for left, _right in sides if left]
    rights = [right for _left, right in sides if right]
    if min(len(lefts), len(rights)) < LEAST or min(_mean(lefts), _mean(rights)) < LETTERS:
        return None
    return _Band(first, end, x, min(sum(lefts), sum(rights)))


def _end(rows: Sequence[Row], first: int, end: int, sides: Sequence[tuple[int, int]], leading: float) -> int:
    """Return where a band ends: a few rows that stand apart below it on one side belong to what follows."""
    last = max((nth for nth, (left, right) in enumerate(sides) if left and right), default=len(sides) - 1)
    most = FEW if end < len(rows) else 1
    for nth in range(max(first + last, end - 1 - most), end - 1):
        above = next((place for place in range(nth, first - 1, -1) if sides[place - first][0]), nth)
        is_apart = rows[above].y - rows[nth + 1].y > APART * leading
        if is_apart and not any(right for _left, right in sides[nth + 1 - first :]):
            return nth + 1
    return end


def _sides(row: Row, x: float) -> tuple[int, int]:
    """Return how many letters of a row stand on either side."""
    left = sum(len(word.text) for word in row.words if word.x0 < x)
    return left, row.letters - left


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers)
