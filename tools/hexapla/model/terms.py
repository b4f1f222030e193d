"""Terms found in texts: hits with their verdicts, and the table that remembers what is known of a written word."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """How sure it is that words are a form of a term."""

    CONFIRMED = "confirmed"
    PLAUSIBLE = "plausible"


class Rule(StrEnum):
    """What says so."""

    EXACT = "exact"
    """The term as it stands, in any case of letters."""
    FORM = "form"
    """One of the forms that the glossary lists."""
    LEMMA = "lemma"
    """The dictionary has it as a form of the term."""
    ENDING = "ending"
    """It differs from the term by an ending that the language has."""
    SPELLING = "spelling"
    """Other spelling of the same word: accents, hyphens, -ise and -ize."""
    CLITIC = "clitic"
    """A particle is written together with it."""
    GENDER = "gender"
    """A gender form (Arbeiter:innen)."""
    SEPARATED = "separated"
    """A verb and its prefix stand apart (hebt … auf)."""
    COMPOUND = "compound"
    """A part of a longer word."""
    INNER = "inner"
    """Its pattern is that of an inner plural, or of a verb with its person (Arabic)."""
    SCATTERED = "scattered"
    """All its words that say something stand in the sentence, in another order."""
    STEM = "stem"
    """It has the stem of the term."""
    SIGNS = "signs"
    """The same signs, in a script without spaces."""


@dataclass(frozen=True, order=True)
class Hit:
    """One occurrence of a term in a segment: the term's index, character offsets, verdict, and what says so."""

    start: int
    end: int
    term: int
    verdict: Verdict
    rule: Rule
    gaps: bool = False
    """Whether other words stand between its own."""
    inside: bool = False
    """Whether it lies within a longer hit of another term."""


@dataclass(frozen=True)
class Forms:
    """What is known of one written word, folded: everything that finding terms asks about it.

    ``lemmas``: what dictionaries have it as; none: they do not know it. ``guess``: what rules make of an unknown one.
    """

    lemmas: tuple[str, ...] = ()
    guess: str = ""
    stem: str = ""


class FormTable(Protocol):
    """A memory of words, by language and by the version of what was asked about them."""

    def get(self, lang: str, version: str, words: Collection[str]) -> Mapping[str, Forms]:
        """Return what is remembered of these words."""

    def put(self, lang: str, version: str, forms: Mapping[str, Forms]) -> None:
        """Remember."""
