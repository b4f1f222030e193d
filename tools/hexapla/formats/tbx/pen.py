"""Writing elements as XML, in the style, the prefixes and the layout of the file that they are written into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from hexapla.formats.tbx.categories import CATEGORIES, MODULES, NS, STRUCTURE
from hexapla.formats.tei.write import clean, escaped
from hexapla.model.text import Element

_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


@dataclass(frozen=True)
class Pen:
    """How a file is written: its style, the prefixes that its root declares (by namespace), one step of indenting.

    ``home`` is the namespace of TBX in it; ``strict``: its dialect has rules; ``around`` are the tags of its root and
    all that is between that and a concept.
    """

    dct: bool = False
    prefixes: Mapping[str, str] = field(default_factory=lambda: {NS: ""})
    step: str = " "
    home: str = NS
    strict: bool = True
    around: tuple[str, str] = ("", "")

    def write(self, element: Element, lead: str) -> str:
        """Write an element; what it holds of structure stands on lines of its own if ``lead`` has a line break.

        ``lead`` is the white space before the element.
        """
        name, declared, attributes = self._name(element)
        tag = f"{name}{declared}" + "".join(f' {key}="{value_of(text)}"' for key, text in attributes)
        if not element.content:
            return f"<{tag}/>"
        if element.tag in STRUCTURE and "\n" in lead:
            inner = lead + self.step
            inside = "".join(inner + self._part(part, inner) for part in element.content) + lead
        else:
            inside = "".join(self._part(part, "") for part in element.content)
        return f"<{tag}>{inside}</{name}>"

    def _part(self, part: str | Element, lead: str) -> str:
        return self.write(part, lead) if isinstance(part, Element) else escaped(part)

    def _name(self, element: Element) -> tuple[str, str, list[tuple[str, str]]]:
        """Return an element's name as written, the declaration that it needs, and its attributes."""
        space, local, attributes = self.home, element.tag, list(element.attributes)
        category = element.get("type")
        if element.tag.startswith("{"):
            space, _brace, local = element.tag[1:].partition("}")
        elif self.dct and category in CATEGORIES and CATEGORIES[category][0] == element.tag:
            space, local = MODULES + CATEGORIES[category][1], category
            attributes.remove(("type", category))
        declared = ""
        if space in self.prefixes:
            prefix = self.prefixes[space]
        else:
            prefix = next(one for one in _prefixes() if one not in self.prefixes.values())
            declared = f' xmlns:{prefix}="{value_of(space)}"'
        named = [self._attribute(key, text, n) for n, (key, text) in enumerate(attributes)]
        return (f"{prefix}:{local}" if prefix else local), declared, [one for pair in named for one in pair]

    def _attribute(self, key: str, text: str, n: int) -> list[tuple[str, str]]:
        if not key.startswith("{"):
            return [(key, text)]
        space, _brace, local = key[1:].partition("}")
        return [(f"xmlns:n{n}", space), (f"n{n}:{local}", text)]


def _prefixes() -> Iterator[str]:
    """Yield prefixes that a file may not use yet."""
    return (f"x{n}" if n else "x" for n in count())


def value_of(text: str) -> str:
    """Return an attribute's value as XML."""
    return clean(text).translate(_VALUE)
