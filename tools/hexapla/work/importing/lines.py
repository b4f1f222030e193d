"""Which lines of the file each unit of a text was made of, as it was read and as it stands after mends."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from hexapla.formats.tei import inline
from hexapla.model.text import Block, Text

_STEM = re.compile(r"(.*\d)[a-z]+")


def of_units(base: Text, raw: Sequence[str], places: Sequence[tuple[int, int]]) -> dict[str, tuple[int, ...]]:
    """Return the lines (from 1) of each unit of the text as it was read.

    A line within the range of two blocks is that of the narrower one: a note stands in the middle of the paragraph
    that runs around it. Within a block, lines are shared out by their letters.
    """
    owners = _owners(places, len(raw))
    own: dict[int, list[int]] = {}
    for line, owner in enumerate(owners, start=1):
        if owner is not None:
            own.setdefault(owner, []).append(line)
    return {
        unit: lines
        for nth, block in enumerate(base.blocks)
        for unit, lines in _shared(block, [line for line in own.get(nth, []) if raw[line - 1].strip()], raw)
    }


def _owners(places: Sequence[tuple[int, int]], count: int) -> list[int | None]:
    """Return the block of each line; the narrowest that reaches over it."""
    owners: list[int | None] = [None] * count
    ordered = sorted(range(len(places)), key=lambda nth: places[nth][0] - places[nth][1])
    for nth in ordered:  # the widest first: narrower ones write over it
        first, last = places[nth]
        if first:
            for line in range(max(first, 1), min(last, count) + 1):
                owners[line - 1] = nth
    return owners


def _shared(block: Block, lines: list[int], raw: Sequence[str]) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Share the lines of a block out among its units."""
    if not lines:
        return
    ends = list(accumulate(_count(raw[line - 1]) for line in lines))
    sizes = [_count(plain(unit.source)) for unit in block.units]
    scale = ends[-1] / (sum(sizes) or 1)
    at = 0.0
    for unit, size in zip(block.units, sizes, strict=True):
        first = min(bisect_right(ends, at + 0.5), len(lines) - 1)
        at += size * scale
        last = min(bisect_right(ends, at - 0.5), len(lines) - 1)
        yield unit.id, tuple(lines[first : max(first, last) + 1])


@lru_cache(maxsize=50_000)
def plain(source: str) -> str:
    """Return the plain text of a unit's source; an act changes a few units, and all are looked at again."""
    return inline.plain(source)


def _count(text: str) -> int:
    return len("".join(text.split()))


def now(base: Text, text: Text, lines: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return the lines of each unit as the text stands now.

    A unit that was divided gives its lines to every part; one that went into another gives them to that one.
    """
    present = {unit.id for unit in text.units}
    made = {unit: list(lines.get(unit, lines.get(stem(unit), ()))) for unit in present}
    parts = {stem(unit) for unit in present}
    heir = ""
    for unit in base.units:
        if unit.id in present:
            heir = unit.id
        elif heir and unit.id not in parts:
            made[heir] += [line for line in lines.get(unit.id, ()) if line not in made[heir]]
    return {unit: tuple(some) for unit, some in made.items()}


def stem(unit: str) -> str:
    """Return the id that a unit had before it was divided: u12 for u12a."""
    found = _STEM.fullmatch(unit)
    return found[1] if found else unit
