"""Blocks in the order of a catalog as the body of a TEI text (TEI P5, chapter 4)."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from hexapla.model.text import Element, element

TAGS = {"head": "head", "item": "item", "quote": "quote", "verse": "l", "p": "p"}
"""The element that makes a block of a kind."""
_GROUPS = {"item": "list", "l": "lg"}
"""What stands around neighbours."""


def body(blocks: Iterable[Element]) -> Element:
    """Return the ``body``: a head that follows something else begins a ``div``, all on one level.

    Neighbouring items are one list, neighbouring verse lines one stanza.
    """
    children: list[Element] = []
    division: list[Element] | None = None
    for part in _grouped(blocks):
        if part.tag == "head" and (not division or division[-1].tag != "head"):
            children += [element("div", *division)] if division else []
            division = []
        (children if division is None else division).append(part)
    return element("body", *children, *([element("div", *division)] if division else []))


def _grouped(blocks: Iterable[Element]) -> Iterator[Element]:
    for tag, some in groupby(blocks, key=lambda block: block.tag):
        if tag in _GROUPS:
            yield element(_GROUPS[tag], *some)
        else:
            yield from some
