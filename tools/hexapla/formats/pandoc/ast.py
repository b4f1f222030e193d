"""The tree of a document as pandoc knows it (pandoc-types 1.23), in the shape that a text has use for.

Words and the spaces between them are one ``str``; quotation marks are characters. Attributes that pandoc gives to a
``Div`` or ``Span`` around something may also stand on that thing itself: readers of our own write them there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Attr:
    """What a file says of an element besides its text: an id, classes, and further values by name."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return a value, empty where there is none."""
        return next((value for key, value in self.values if key == name), "")


@dataclass(frozen=True)
class Span:
    """Letters that are set apart: ``kind`` is emph, strong, underline, strikeout, sup, sub, smallcaps, code, formula,
    q, or span where only ``attr`` says why."""

    kind: str
    content: "Inlines"
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Break:
    """A line end that was wanted."""


@dataclass(frozen=True)
class Page:
    """The beginning of a page, with its number where one is printed."""

    n: str = ""


@dataclass(frozen=True)
class Link:
    """Letters that point to a ``target``."""

    content: "Inlines"
    target: str
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Image:
    """A picture: where it lies, and what is said about it."""

    content: "Inlines"
    source: str


@dataclass(frozen=True)
class Note:
    """A note at its anchor; ``n`` is its mark where the file has one, ``place`` foot or end."""

    blocks: "Blocks"
    n: str = ""
    place: str = "foot"


@dataclass(frozen=True)
class Raw:
    """Markup that pandoc did not understand, in the format that it names."""

    format: str
    text: str


Inline: TypeAlias = str | Span | Break | Page | Link | Image | Note | Raw
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Para:
    """A paragraph."""

    content: Inlines
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Head:
    """A heading; 1 is the highest level."""

    level: int
    content: Inlines
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Quote:
    """A block quotation."""

    blocks: "Blocks"
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Listing:
    """A list; ``numbers`` are the items' own, each as it is printed, or empty ones."""

    items: "tuple[Blocks, ...]"
    numbers: tuple[str, ...]
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Terms:
    """A list of definitions: terms, each with what is said of it."""

    items: "tuple[tuple[Inlines, Blocks], ...]"


@dataclass(frozen=True)
class Verse:
    """Lines that end where they end; an empty one parts stanzas."""

    lines: tuple[Inlines, ...]
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Code:
    """Text whose white space counts."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class Div:
    """Blocks that belong together."""

    blocks: "Blocks"
    attr: Attr = field(default_factory=Attr)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, over so many rows and columns."""

    blocks: "Blocks"
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a table; ``label`` is that of the heads of columns."""

    cells: tuple[Cell, ...]
    label: bool = False


@dataclass(frozen=True)
class Table:
    """A table with what stands over or under it."""

    caption: "Blocks"
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Figure:
    """A picture with its legend."""

    caption: "Blocks"
    blocks: "Blocks"


@dataclass(frozen=True)
class Gone:
    """What a reader of our own left out: its text, and a sentence why."""

    text: str
    reason: str
    kind: str = "furniture"


Block: TypeAlias = (
    Para | Head | Quote | Listing | Terms | Verse | Code | Rule | Div | Table | Figure | Raw | Gone
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A document: what it says of itself by name (title, author, lang …), each a list of texts, and its blocks."""

    about: tuple[tuple[str, tuple[Inlines, ...]], ...]
    blocks: Blocks

    def get(self, name: str) -> tuple[Inlines, ...]:
        """Return what the document says of itself under a name."""
        return next((values for key, values in self.about if key == name), ())


def plain(content: Inlines) -> str:
    """Return the text of inlines without their notes; a wanted line end is a line end."""
    return "".join(_texts(content))


def _texts(content: Inlines) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Span | Link | Image):
            yield from _texts(part.content)
        elif isinstance(part, Break):
            yield "\n"
