"""The glossary: concepts, and the terms that each has in each language, as TBX orders them.

``other`` and ``attributes``, at every level, are what a file holds there and we have no field for: elements in the
names of TBX's DCA style, in document order. Where a field's value stands in an element with more to it (attributes, or
a group with a note on it), that element is in ``other`` too, with the value taken out. An empty field says nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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


class Kind(StrEnum):
    """What a concept is; names and titles are looked for like terms, and set apart in lists."""

    TERM = "term"
    NAME = "name"
    TITLE = "title"


class Act(StrEnum):
    """What a step in the life of a decision is."""

    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Step:
    """One step in the life of a decision in one language (TBX: transacGrp).

    ``by`` is a person's id, ``at`` UTC (``2026-11-22T18:00:00Z``); ``term`` is the term it is about, empty where it is
    about the concept; ``status`` what a decision gave the term; ``words`` the reason, or what was said.
    """

    act: Act
    by: str
    at: str
    term: str = ""
    status: Status | None = None
    words: str = ""


@dataclass(frozen=True)
class Term:
    """One term of a concept in one language (TBX: termSec).

    ``text`` and each of ``forms`` may have gaps: ``negation … by transcending``. ``forms`` are matched beside what the
    language's rules find: irregular forms, members of the word family, other spellings. ``texts``: the slugs of the
    texts that the term is for (TBX: projectSubset), none for all where nothing else is said: see ``in_text``.
    """

    text: str
    status: Status | None = None
    part_of_speech: str = ""
    gender: str = ""
    forms: tuple[str, ...] = ()
    exact_case: bool = False
    """Whether the case of letters counts."""
    keep: bool = False
    """Do not translate: it stands in every language as it stands here."""
    texts: tuple[str, ...] = ()
    context: str = ""
    note: str = ""
    attributes: Attributes = ()
    other: tuple[Element, ...] = ()
    """A ``term`` in it is the term's own element, with attributes, or with markup in its text."""


@dataclass(frozen=True)
class Section:
    """What a glossary says of a concept in one language (TBX: langSec); it may have no term yet.

    A term may be there more than once, with another status for other texts.
    """

    lang: str
    terms: tuple[Term, ...] = ()
    definition: str = ""
    source: str = ""
    """Where the definition is from."""
    note: str = ""
    log: tuple[Step, ...] = ()
    attributes: Attributes = ()
    other: tuple[Element, ...] = ()


@dataclass(frozen=True)
class Concept:
    """One concept (TBX: conceptEntry); ``id`` is unique in its glossary, or empty where a foreign file gives none."""

    id: str
    subject: str = ""
    definition: str = ""
    source: str = ""
    kind: Kind = Kind.TERM
    note: str = ""
    references: tuple[str, ...] = ()
    """The ids of other concepts that this one refers to (TBX: crossReference)."""
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


def in_text(terms: Sequence[Term], slug: str) -> list[Term | None]:
    """Return the terms of a section as they are in a text, one for one: None for one that is not for it.

    A term without texts is what holds by default: the same term's own entry for the text comes before it, and where
    another term is preferred for the text, it is superseded there.
    """
    own = [one for one in terms if slug in one.texts]
    names = {one.text for one in own}
    chosen = any(one.status is Status.PREFERRED for one in own)
    made: list[Term | None] = []
    for one in terms:
        if slug in one.texts:
            made.append(one)
        elif one.texts or one.text in names:
            made.append(None)
        elif chosen and one.status is Status.PREFERRED:
            made.append(replace(one, status=Status.SUPERSEDED))
        else:
            made.append(one)
    return made


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
