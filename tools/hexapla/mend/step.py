"""What a mend works on, and what one step of it gives."""

from dataclasses import dataclass

from hexapla.formats.tei.layout import is_spaced
from hexapla.mend.names import Names
from hexapla.mend.tree import way
from hexapla.model.mend import Carried
from hexapla.model.text import Element, Text


@dataclass(frozen=True)
class Source:
    """A text that is to be mended: its tree, the names that are free in it, and how its blocks are divided."""

    text: Text
    names: Names
    by_sentence: bool = True
    abbreviations: frozenset[str] = frozenset()

    @property
    def body(self) -> Element:
        """The tree as it is before anything is done."""
        return self.text.body

    def lang(self, body: Element, element: Element) -> str:
        """Return the language that an element of a tree is in."""
        named = (one.get("xml:lang") for one in reversed(way(body, element)))
        return next((lang for lang in named if lang), self.text.lang)

    def gap(self, body: Element, element: Element) -> tuple[str, ...]:
        """Return what stands between two units of an element: a space, or nothing where the script has none."""
        return (" ",) if is_spaced(self.lang(body, element)) else ()


@dataclass(frozen=True)
class Step:
    """A mended tree, where the words of units went, and which units were only corrected."""

    body: Element
    carried: tuple[Carried, ...] = ()
    minor: frozenset[str] = frozenset()
