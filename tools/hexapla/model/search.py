"""What is looked for among the entries of an edition, and what was found."""

from dataclasses import dataclass
from enum import StrEnum

from hexapla.model.catalog import State


class Side(StrEnum):
    """Where words are looked for."""

    SOURCE = "source"
    TARGET = "target"
    ANY = "any"


class Has(StrEnum):
    """What an entry may have, open."""

    COMMENT = "comment"
    QUESTION = "question"
    SUGGESTION = "suggestion"
    WAIVER = "waiver"


@dataclass(frozen=True)
class Words:
    """Words that follow each other, folded (no case, no accents); ``begins``: the last is the beginning of one."""

    pieces: tuple[str, ...]
    side: Side = Side.ANY
    begins: bool = False
    absent: bool = False


@dataclass(frozen=True)
class Query:
    """Everything has to be true of an entry; an empty part asks for nothing. Texts and people are ids."""

    words: tuple[Words, ...] = ()
    either: tuple[Words, ...] = ()
    """At least one of these has to be there: the terms of a concept."""
    states: frozenset[State] = frozenset()
    texts: frozenset[str] = frozenset()
    langs: frozenset[str] = frozenset()
    by: str = ""
    since: str = ""
    until: str = ""
    """The present text was made at or after, and before: UTC, any beginning of ``2026-11-22T18:00:00Z``."""
    has: frozenset[Has] = frozenset()
    findings: frozenset[str] = frozenset()
    """Names of findings; ``any`` stands for all."""
    assigned: str = ""


@dataclass(frozen=True)
class Cursor:
    """A place in the order of results: texts in their order, languages by tag, units in reading order."""

    text: str
    lang: str
    position: int


@dataclass(frozen=True)
class Hit:
    """An entry that was found: texts without markup."""

    text: str
    """The text's slug."""
    lang: str
    units: tuple[str, ...]
    position: int
    source: str
    target: str
    state: State
    by: str
    at: str


@dataclass(frozen=True)
class Hits:
    """A page of results; ``after`` is where the next one begins, ``""`` at the end."""

    hits: tuple[Hit, ...]
    after: str = ""
