"""How the terms of a glossary are kept in a translation: a judgement for each concept in each entry."""

from dataclasses import dataclass
from enum import StrEnum

from hexapla.model.terms import Rule, Verdict


class Judgement(StrEnum):
    """How a concept of the source is rendered in an entry; the first ones want somebody's attention."""

    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    ALTERED = "altered"
    """It is not to be translated, and does not stand as it is in the source."""
    MISSING = "missing"
    PLAUSIBLE = "plausible"
    """Something stands there that may be a form of a decided term."""
    NEARBY = "nearby"
    """A decided term stands in an entry beside it, in the same block."""
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"
    """The glossary has no term for it in this language."""
    UNTRANSLATED = "untranslated"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it."""
        return self in _OPEN


_OPEN = frozenset((Judgement.DEPRECATED, Judgement.SUPERSEDED, Judgement.ALTERED, Judgement.MISSING))


@dataclass(frozen=True)
class Found:
    """A term found in a text: character offsets in its plain text, the glossary's term, how sure, and why."""

    start: int
    end: int
    term: str
    verdict: Verdict
    rule: Rule


@dataclass(frozen=True)
class Judged:
    """A concept that occurs in the source of an entry, and what became of it in the translation."""

    concept: str
    judgement: Judgement
    source: tuple[Found, ...]
    target: tuple[Found, ...] = ()
    """What was found of the concept's terms, decided or deprecated."""
    wanted: tuple[str, ...] = ()
    """The terms that would do, the preferred one first."""
    fewer: bool = False
    """Whether it occurs less often than in the source."""


@dataclass(frozen=True)
class Pair:
    """What is judged: the plain texts of an entry and the block it stands in; ``target`` None: not translated."""

    source: str
    target: str | None
    block: int = 0
