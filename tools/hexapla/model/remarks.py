"""What was said about a unit and what became of it, as the editor shows it: texts as runs, never as markup."""

from dataclasses import dataclass

from hexapla.model.grid import Runs

QUESTIONS = ("author", "reviewer", "terminologist")
"""Whom a question may be put to."""


@dataclass(frozen=True)
class Said:
    """A comment; ``lang`` where it was made, if that is another language."""

    id: int
    text: str
    by: str
    at: str
    question: str = ""
    every_language: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Offer:
    """A suggestion, and where it came from."""

    id: int
    text: Runs
    by: str
    at: str
    origin: str


@dataclass(frozen=True)
class Past:
    """A revision of the unit; ``units`` where it was joined, ``live`` False where it was put aside."""

    number: int
    text: Runs
    state: str
    by: str
    at: str
    kind: str
    units: tuple[str, ...]
    live: bool


@dataclass(frozen=True)
class UnitRemarks:
    """Everything about one unit in one language; the newest revision first."""

    comments: tuple[Said, ...]
    suggestions: tuple[Offer, ...]
    history: tuple[Past, ...]
