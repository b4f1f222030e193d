"""Two runs of sentences aligned by their letters, in order: which became which, which were split, which made one.

A bead is worth the letters that its sides share, less those that they do not; the alignment is that of the greatest
worth, and what is in no bead is worth nothing.
"""

from collections.abc import Sequence
from typing import TypeAlias

from rapidfuzz.distance import Indel

ALIKE = 0.6
"""How alike a sentence is to what it became: two sentences that have nothing to do with each other rarely reach it."""
PARTED = 0.8
"""How alike the parts together are to the whole."""
SMALL = 4000
"""Pairs that are all looked at; of longer runs only those near the diagonal."""
BAND = 12
Shape: TypeAlias = tuple[int, int]
_SEVERAL: tuple[Shape, ...] = ((1, 2), (2, 1), (1, 3), (3, 1))
Aligned: TypeAlias = list[tuple[tuple[int, ...], tuple[int, ...]]]


def align(old: Sequence[str], new: Sequence[str]) -> Aligned:
    """Return beads as places in ``old`` and in ``new``."""
    worth: dict[tuple[int, int], float] = {}
    shapes: dict[tuple[int, int], Shape] = {}
    for i in range(len(old) + 1):
        for j in _columns(i, len(old), len(new)):
            best, shape = 0.0, (0, 0)
            for back in ((1, 0), (0, 1)):
                before = worth.get((i - back[0], j - back[1]))
                if before is not None and (before > best or shape == (0, 0)):
                    best, shape = before, back
            for back in ((1, 1), *_SEVERAL):
                before = worth.get((i - back[0], j - back[1]))
                if before is None:
                    continue
                gain = score(old[i - back[0] : i], new[j - back[1] : j])
                if gain > 0 and before + gain > best:
                    best, shape = before + gain, back
            worth[i, j], shapes[i, j] = best, shape
    return _trace(shapes, len(old), len(new))


def _columns(row: int, rows: int, columns: int) -> range:
    if rows * columns <= SMALL:
        return range(columns + 1)
    middle = row * columns // rows
    wide = BAND + abs(rows - columns) // max(1, min(rows, columns))
    return range(max(0, middle - wide), min(columns, middle + wide) + 1)


def _trace(shapes: dict[tuple[int, int], Shape], i: int, j: int) -> Aligned:
    found: Aligned = []
    while i or j:
        rows, columns = shapes[i, j]
        if rows and columns:
            found.append((tuple(range(i - rows, i)), tuple(range(j - columns, j))))
        i, j = i - rows, j - columns
    return found[::-1]


def score(old: Sequence[str], new: Sequence[str]) -> float:
    """Return what it is worth that some sentences became others: 0 or less if they are not alike enough."""
    least = ALIKE if len(old) == len(new) else PARTED
    size_old, size_new = sum(map(len, old)) + len(old) - 1, sum(map(len, new)) + len(new) - 1
    total = size_old + size_new
    if total and 2 * min(size_old, size_new) / total < least:
        return 0.0
    alike = Indel.normalized_similarity(" ".join(old), " ".join(new), score_cutoff=least)
    return (2 * alike - 1) * total if alike >= least else 0.0
