"""The glossary: concepts, and the terms that each has in each language, as TBX orders them.

What a file says of a concept, a section or a term beyond its text is kept as TBX's own elements, in ``fields``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from hexapla.model.text import Element

Fields: TypeAlias = tuple[Element, ...]
STATUS = "administrativeStatus"
"""TBX's name for the status of a term."""


class Status(StrEnum):
    """What is decided about a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


_STATUSES = {f"{status}Term-admn-sts": status for status in Status}


@dataclass(frozen=True)
class Term:
    """One term of a concept in one language; a ``term`` in its fields is its own element, where it holds markup."""

    text: str
    fields: Fields = ()

    @property
    def status(self) -> Status | None:
        """The first status that TBX-Basic knows; None where there is none."""
        found = (_STATUSES.get(said) for said in map(_said, self.fields) if said)
        return next((status for status in found if status), None)


def _said(field: Element) -> str:
    """Return what an element says about status, in either style of TBX; a group is looked into."""
    for one in field.walk():
        if one.get("type") == STATUS or one.tag.endswith("}" + STATUS):
            return "".join(part for part in one.content if isinstance(part, str))
    return ""


@dataclass(frozen=True)
class Section:
    """The terms of a concept in one language."""

    lang: str
    terms: tuple[Term, ...] = ()
    fields: Fields = ()


@dataclass(frozen=True)
class Concept:
    """One concept; its id is unique in its glossary."""

    id: str
    sections: tuple[Section, ...] = ()
    fields: Fields = ()


@dataclass(frozen=True)
class Glossary:
    """A glossary, with the title and the working language of its file; ``frame`` is that file without concepts."""

    concepts: tuple[Concept, ...] = ()
    title: str = ""
    lang: str = "en"
    frame: Element | None = None
