"""A text as a tree of TEI elements, and the blocks and units found in it.

Everything above a unit is ordinary TEI block markup; a unit is ``<seg type="unit" xml:id="u12" n="12">``
(TEI P5, 17.3). The model knows no namespaces: names are TEI's, ``xml:id`` and ``xml:lang`` are written so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

Content: TypeAlias = "tuple[str | Element, ...]"


@dataclass(frozen=True)
class Element:
    """One TEI element: local name, attributes sorted by name, and mixed content in order."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: Content = ()

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute's value, or the default where it is absent."""
        # A loop, no generator: a text of thousands of units asks a hundred thousand times.
        for key, value in self.attributes:
            if key == name:
                return value
        return default

    def with_attributes(self, **values: str | None) -> "Element":
        """Return a copy with attributes set (``None`` removes); ``xml_id`` stands for ``xml:id``."""
        merged = dict(self.attributes)
        for key, value in values.items():
            name = key.replace("xml_", "xml:") if key.startswith("xml_") else key
            if value is None:
                merged.pop(name, None)
            else:
                merged[name] = value
        return replace(self, attributes=tuple(sorted(merged.items())))

    @property
    def is_unit(self) -> bool:
        """Whether this element is a translation unit."""
        return self.tag == "seg" and self.get("type") == "unit"

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in document order."""
        stack: list[Element] = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.content) if isinstance(child, Element))


def element(tag: str, *content: "str | Element", **attributes: str) -> Element:
    """Build an element: ``element("p", "text", xml_id="b1")``."""
    return Element(tag, (), tuple(content)).with_attributes(**attributes)


@dataclass(frozen=True)
class Unit:
    """One translation unit: its id (given once, never reused), citable number and source in the inline form."""

    id: str
    n: str
    source: str


@dataclass(frozen=True)
class Block:
    """The element that holds units: a paragraph, a head, a verse line, a speaker, a note's body, an item.

    ``kind`` is one of ``KINDS``; ``n`` is an item's or note's number; ``level`` the depth of a head (1 = text);
    ``group`` the id of the stanza, turn, list or quotation that the block belongs to; ``note`` the id of the note.
    """

    kind: str
    units: tuple[Unit, ...]
    id: str = ""
    n: str = ""
    level: int = 0
    group: str = ""
    note: str = ""
    heads: tuple[str, ...] = ()
    """The titles of the divisions around the block, outermost first, as plain text."""
    speaker: str = ""
    """Who speaks, in a turn's paragraph, as plain text."""


KINDS = (
    "head", "p", "item", "quote", "epigraph", "verse", "speaker", "turn", "note",
    "dateline", "salute", "signed", "postscript", "trailer", "label", "cell",
)  # fmt: skip
"""Kinds of blocks: ``turn`` is a paragraph in ``sp``, ``quote`` and ``epigraph`` a paragraph within them."""


@dataclass(frozen=True)
class Text:
    """One text of an edition: identity, language, header and body as trees, and the blocks found in the body.

    ``id`` is the root's ``xml:id`` and never changes; the slug (file name) may.
    """

    id: str
    lang: str
    title: str
    header: Element
    body: Element
    """The ``text`` element with front, body and back."""
    blocks: tuple[Block, ...] = field(default=(), compare=False)
    """In reading order: a block's own units first, then the notes anchored in it. Derived from ``body``."""

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units in reading order."""
        return tuple(unit for block in self.blocks for unit in block.units)

    @cached_property
    def places(self) -> dict[str, tuple[int, Unit]]:
        """Each unit by its id, with the number of its block: a page must not look through the whole text."""
        return {unit.id: (nth, unit) for nth, block in enumerate(self.blocks) for unit in block.units}

    @cached_property
    def notes(self) -> dict[str, str]:
        """The number of each note, as a reader sees it, by its id."""
        return {block.note: block.n for block in self.blocks if block.note}
