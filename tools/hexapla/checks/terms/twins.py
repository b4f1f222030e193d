"""Sentences that are the same in the source and differ in the translation, and the other way round."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.model.judged import Pair
from hexapla.terms.tokens import words

SHORT = 6
"""Under so many words it is worth no more than a note: "Yes." may be said in many ways."""
LEAST = 2
"""Shorter ones are not compared at all."""


@dataclass(frozen=True)
class Twins:
    """Entries (by index) that are the same on one side and differ on the other."""

    entries: tuple[int, ...]
    texts: tuple[str, ...]
    """What stands on the side where they differ, one of each."""
    words: int


def same_source(pairs: Sequence[Pair]) -> list[Twins]:
    """Return the sources that stand more than once and are translated in more than one way."""
    return _twins([(pair.source, pair.target or "") for pair in pairs])


def same_target(pairs: Sequence[Pair]) -> list[Twins]:
    """Return the translations that stand more than once, for sources that differ."""
    return _twins([(pair.target or "", pair.source if pair.target else "") for pair in pairs])


def _twins(sides: Sequence[tuple[str, str]]) -> list[Twins]:
    groups: dict[str, list[int]] = defaultdict(list)
    for nth, (one, other) in enumerate(sides):
        if other and one:
            groups[_alike(one)].append(nth)
    found = []
    for alike, entries in groups.items():
        differing: dict[str, str] = {}
        for nth in entries:
            differing.setdefault(_alike(sides[nth][1]), sides[nth][1])
        length = len(words(alike))
        if len(differing) > 1 and length >= LEAST:
            found.append(Twins(tuple(entries), tuple(differing.values()), length))
    return found


def _alike(text: str) -> str:
    """Return what is compared: case, spaces and what stands at the ends do not count."""
    return " ".join(text.split()).strip(" .,;:!?…–—\"'«»„“”‚‘’").casefold()
