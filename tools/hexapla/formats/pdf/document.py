"""What a PDF holds for a reader: pages of words with their places, in points, the origin at the lower left."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Font:
    """A font by its own word: name without the tag of a subset (``ABCDEF+``), flags of its descriptor."""

    name: str
    italic: bool = False
    """The descriptor says so, by its flag or its angle."""
    forced: bool = False
    """It is to be set bold, whatever its name."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together on one baseline, set in one way.

    ``x0`` and ``x1`` are where the first letter begins and the last one's advance ends, ``y`` is the baseline, ``size``
    the size of the letters as they are seen. All are seen with the page turned so that this word is upright: ``angle``
    is by how many degrees, counterclockwise, its line rises. ``nth`` is its place in the order of the file.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: int
    """The number of its font in the document; -1 for none."""
    nth: int
    angle: int = 0
    spaced: bool = False
    """White space stands before it."""
    raised: bool = False
    """The shapes of its letters float above the baseline: superscripts that the font itself has."""
    hidden: bool = False
    """Nothing of it is seen: the text layer below a scan, or letters without a colour."""
    unknown: bool = False
    """The font does not say which letters these are."""
    skewed: bool = False
    stroked: bool = False
    tall: float = 0.0
    """How high its b, d, f, h, k or l are, as a share of the size; 0 where it has none of them."""
    dotted: float = 0.0
    """The same of its i, j or t."""


@dataclass(frozen=True)
class Rule:
    """A horizontal line that is drawn on a page."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class Page:
    """One page: its box (left, bottom, right, top), its label where the file has one, and what stands on it."""

    box: tuple[float, float, float, float]
    label: str
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    pictured: bool = False
    """A picture covers most of it: a scan."""
    ligatures: int = 0
    """How many signs stood for several letters."""
    damaged: bool = False
    """Nothing of it could be read."""


@dataclass(frozen=True)
class Document:
    """The pages in order, the fonts that words name by number, and what the file says of itself."""

    pages: tuple[Page, ...]
    fonts: tuple[Font, ...]
    title: str = ""
    author: str = ""
