"""One language of one text: where its words come from, and how its parts are named on the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hexapla.model.languages import Language, language
from hexapla.model.parallel import ParallelEdition, ParallelText, Rendering
from hexapla.model.text import Block, Content, Element, Unit


@dataclass(frozen=True)
class Note:
    """A note of one column: its id on the page, its mark, and its body: blocks, or the translator's words.

    ``anchored`` tells whether a mark in the text leads to it.
    """

    id: str
    mark: str
    blocks: tuple[Block, ...] = ()
    content: Content = ()
    anchored: bool = True


class Ids:
    """The ids that a page has given so far: whoever comes first, in reading order, bears the id."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def once(self, name: str) -> str:
        """Return the id the first time that it is asked for, then an empty text."""
        if name in self._given:
            return ""
        self._given.add(name)
        return name


@dataclass(frozen=True)
class Column:
    """A language of a text; ``position`` counts the edition's languages from 0, ``prefix`` begins its ids."""

    edition: ParallelEdition
    text: ParallelText
    language: Language
    position: int
    prefix: str
    ids: Ids
    units: Mapping[str, Unit]
    renderings: Mapping[str, Rendering]
    targets: Mapping[str, str]
    """Where a ``ref`` may lead: TEI id to the id on the page."""
    notes: Mapping[str | Element, Note] = field(default_factory=dict)
    """By the id of an author's note, or by the very tag of a translator's."""

    @property
    def lang(self) -> str:
        """The canonical tag."""
        return self.language.tag

    @property
    def is_source(self) -> bool:
        """Whether this is the text's own language."""
        return self.lang == language(self.text.source.lang).tag

    def page_id(self, name: str) -> str:
        """Return the id that all languages share: ``u12``, or ``slug.u12`` among several texts."""
        return self.prefix + name

    def own_id(self, name: str) -> str:
        """Return an id of this language alone: ``de.n1``."""
        return f"{self.prefix}{self.lang}.{name}"


def spoken(tag: str) -> dict[str, str]:
    """Return the attributes of every text in a language; direction is the language's, never a role's."""
    known = language(tag)
    return {"lang": known.tag, "dir": known.direction}


def cell(column: Column, kind: str = "") -> dict[str, str]:
    """Return the attributes of a language's cell in a row."""
    return {
        "class_": f"column {kind}".rstrip(),
        "data_l": column.lang,
        "style": f"--k:{column.position}",
        **spoken(column.lang),
    }
