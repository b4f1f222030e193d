"""What a person asks to be mended in a source text: words, inline markup, blocks, notes, units; and what that costs.

Offsets are characters of a unit's plain text (its inline form without tags; an embedded note has no width).
"""

from dataclasses import dataclass
from typing import TypeAlias

from hexapla.model.catalog import State


@dataclass(frozen=True)
class Correct:
    """Other words for a unit: its whole new source, in the inline form.

    Translations keep their states, unless the correction ``changes_meaning``: then they need work.
    """

    unit: str
    source: str
    changes_meaning: bool = False


@dataclass(frozen=True)
class Mark:
    """Inline markup around some words of a unit: ``tag`` is hi (italic), foreign, title, q or sic (TEI P5, 3.3, 3.5).

    ``lang`` (BCP 47) is that of foreign words. Words that bear the very markup lose it.
    """

    unit: str
    start: int
    end: int
    tag: str
    lang: str = ""


@dataclass(frozen=True)
class ChangeKind:
    """Another kind for a block: one of BECOMES; its units are divided as the kind asks.

    A block is named by its id, or by one of its units.
    """

    block: str
    kind: str
    level: int = 0
    """Of a head: that of its division, 1 is the highest; 0 is that of its neighbours (``Block.level`` is one more)."""


BECOMES = (
    "p", "head", "break", "quote", "epigraph", "item", "verse", "turn", "dateline", "salute", "signed", "postscript",
    "trailer",
)  # fmt: skip
"""What a block can become."""


@dataclass(frozen=True)
class JoinBlocks:
    """A block is joined to the one before it, as one paragraph is that a page break has divided."""

    block: str


@dataclass(frozen=True)
class SplitBlock:
    """A new paragraph begins with a unit; what follows in the block goes with it."""

    unit: str


@dataclass(frozen=True)
class AttachNote:
    """A block becomes a note of its own at a place of a unit (an asterisk that stands there is its mark and goes)."""

    block: str
    unit: str
    offset: int


@dataclass(frozen=True)
class DetachNote:
    """A note becomes a paragraph behind the block that it is attached in."""

    block: str


@dataclass(frozen=True)
class SplitUnit:
    """A unit is divided at a place; the new part gets the number's next free letter."""

    unit: str
    offset: int


@dataclass(frozen=True)
class MergeUnits:
    """A unit takes in the one that follows it in the same block; the first id stays."""

    unit: str


Mend: TypeAlias = (
    Correct | Mark | ChangeKind | JoinBlocks | SplitBlock | AttachNote | DetachNote | SplitUnit | MergeUnits
)


@dataclass(frozen=True)
class Carried:
    """Where the words of units went: ``before`` units (in order) became ``after`` units, with the same text.

    One to two is a split, two to one a merge; ``parts`` are the plain texts of ``after``, which say in what proportion
    a translation is to be divided.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What a change of the source does to one language: translated units and words (of the source), by what happens.

    ``kept`` stay as they are, ``work`` keep their text and need work, ``divided`` were split (and need work) or merged,
    ``aside`` are put aside with their unit; ``states`` counts the units whose translation changes, by state before.
    """

    lang: str
    kept: int = 0
    work: int = 0
    divided: int = 0
    aside: int = 0
    words: int = 0
    """Words of the source in units whose translation somebody has to look at again."""
    states: tuple[tuple[State, int], ...] = ()


@dataclass(frozen=True)
class Standing:
    """How a unit stands in a language: the units of its entry, the text there as an inline form, and its state."""

    lang: str
    units: tuple[str, ...]
    target: str
    state: State


@dataclass(frozen=True)
class Looked:
    """A unit of the source as somebody looks at it: its words, its block, and how it stands in each language."""

    unit: str
    n: str
    source: str
    """The inline form."""
    text: str
    """The plain text, of which offsets are."""
    block: str
    kind: str
    units: tuple[str, ...]
    """All units of the block."""
    heads: tuple[str, ...]
    languages: tuple[Standing, ...]
