"""What a new state of a source text means for the old one: the fate of every unit, before anything is stored."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of units when their text is revised."""

    SAME = "same"
    MOVED = "moved"
    """The same words in another place: nothing happens to their translations."""
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    REMOVED = "removed"


TOUCHED = frozenset({Fate.EDITED, Fate.SPLIT, Fate.MERGED})
"""Fates after which somebody has to look at a translation again."""


@dataclass(frozen=True)
class Piece:
    """A run of words in a word diff: ``" "`` on both sides, ``-`` only before, ``+`` only after."""

    sign: str
    text: str


@dataclass(frozen=True)
class Fated:
    """Some units and their fate: ids ``before`` and ``after``, in order (one each, but for a split and a merge)."""

    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]
    words: int
    """Of the source as it will be; of removed units, as it was."""
    diff: tuple[Piece, ...] = ()
    """Of what was edited, split or merged."""


@dataclass(frozen=True)
class Count:
    """Units and words of one fate."""

    units: int = 0
    words: int = 0


def counted(fates: tuple[Fated, ...]) -> dict[Fate, Count]:
    """Return units (of the text as it will be; of those removed, as it was) and words for each fate that occurs."""
    units: Counter[Fate] = Counter()
    words: Counter[Fate] = Counter()
    for one in fates:
        units[one.fate] += len(one.after or one.before)
        words[one.fate] += one.words
    return {fate: Count(units[fate], words[fate]) for fate in Fate if units[fate]}
