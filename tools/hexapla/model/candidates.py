"""Candidates for terms, and the renderings that translations give a term: what is mined from texts."""

from dataclasses import dataclass
from typing import TypeAlias

from hexapla.model.glossary import Kind

Place: TypeAlias = tuple[int, int, int]
"""Index of a segment, and character offsets in it: start, end."""


@dataclass(frozen=True)
class Candidate:
    """Words that a text may use as a term.

    ``name`` is their commonest form in the text; ``lemma`` is the same for all their forms (a space between its words),
    so that a rejected candidate is known again. ``score`` orders the candidates of one call, and says nothing else.
    """

    name: str
    lemma: str
    kind: Kind
    score: float
    places: tuple[Place, ...]
    """Every occurrence, in order."""

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.places)


@dataclass(frozen=True)
class MinedRendering:
    """What translations say where the source has a term: ``lemma`` as a candidate's, ``forms`` with their counts.

    ``count``: in how many occurrences of the term it stands; ``of``: how many there are; ``dice``: how well the two go
    together, 0 to 1; ``places``: where it stands, by index into the target segments. Forms are the commonest first.
    """

    lemma: str
    forms: tuple[tuple[str, int], ...]
    count: int
    of: int
    dice: float
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """Its commonest form."""
        return self.forms[0][0]

    @property
    def share(self) -> float:
        """In what share of the term's occurrences it stands."""
        return self.count / self.of
