"""The glossary: concepts, and the terms that each has in each language, as TBX orders them.

``other`` and ``attributes``, at every level, are what a file holds there and we have no field for: elements in the
names of TBX's DCA style, in document order. Where a field's value stands in an element with more to it (attributes, or
a group with a note on it), that element is in ``other`` too, with the value taken out. An empty field says nothing.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from hexapla.model.text import Element, element

Attributes = tuple[tuple[str, str], ...]
"""Names and values, sorted by name."""


class Status(StrEnum):
    """What is decided about a term (TBX: administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class Term:
    """One term of a concept in one language (TBX: termSec)."""

    text: str
    status: Status | None = None
    part_of_speech: str = ""
    gender: str = ""
    attributes: Attributes = ()
    other: tuple[Element, ...] = ()
    """A ``term`` in it is the term's own element, with attributes, or with markup in its text."""


@dataclass(frozen=True)
class Section:
    """What a glossary says of a concept in one language (TBX: langSec); it may have no term yet."""

    lang: str
    terms: tuple[Term, ...] = ()
    definition: str = ""
    attributes: Attributes = ()
    other: tuple[Element, ...] = ()


@dataclass(frozen=True)
class Concept:
    """One concept (TBX: conceptEntry); ``id`` is unique in its glossary, or empty where a foreign file gives none."""

    id: str
    subject: str = ""
    definition: str = ""
    sections: tuple[Section, ...] = ()
    attributes: Attributes = ()
    other: tuple[Element, ...] = ()

    @property
    def name(self) -> str:
        """What a concept is known by on every side: its id; without one, its first term."""
        first = next(((part.lang, term.text) for part in self.sections for term in part.terms), ("", ""))
        return self.id or " ".join(first).strip()

    @property
    def texts(self) -> frozenset[tuple[str, str]]:
        """Language and text of every term."""
        return frozenset((part.lang, term.text) for part in self.sections for term in part.terms)


HEADER = element(
    "tbxHeader",
    element(
        "fileDesc",
        element("titleStmt", element("title")),
        element("sourceDesc", element("p", "Hexapla")),
    ),
)
"""The header of a new glossary: TBX wants a source named."""


@dataclass(frozen=True)
class Glossary:
    """A glossary in working language ``lang``; ``dialect`` is TBX's name for the fields that it may use."""

    title: str
    lang: str
    concepts: tuple[Concept, ...] = ()
    dialect: str = "TBX-Basic"
    header: Element = field(default=HEADER)
    """The file's header, with the title taken out."""
    other: tuple[Element, ...] = ()
    """What follows the concepts: lists of sources and people that they refer to."""
