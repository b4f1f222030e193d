"""What a glossary and term report says, ready to be printed: the appendix of a book, or a list for a meeting."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportedTerm:
    """One term: its status, and how often it stands in the texts for the concept."""

    text: str
    status: str
    count: int = 0
    forms: tuple[tuple[str, int], ...] = ()
    """The forms in which it stands, with how often."""


@dataclass(frozen=True)
class ReportedColumn:
    """A concept in one language; ``counts`` by judgement."""

    lang: str
    terms: tuple[ReportedTerm, ...]
    counts: dict[str, int]
    definition: str = ""
    look: tuple[tuple[str, str, str], ...] = ()
    """What is to be looked at: text, unit number, judgement."""


@dataclass(frozen=True)
class ReportedConcept:
    """One concept with its columns."""

    id: str
    head: str
    kind: str
    subject: str
    definition: str
    occurrences: int
    columns: tuple[ReportedColumn, ...]


@dataclass(frozen=True)
class TermReport:
    """The whole report; ``date`` is the edition’s, never the clock’s."""

    title: str
    lang: str
    langs: tuple[str, ...]
    concepts: tuple[ReportedConcept, ...]
    words: dict[str, str]
    """The fixed words in the language of the report."""
    date: str = ""
