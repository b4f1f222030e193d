"""Paragraphs, heads and breaks as the body of a TEI text (TEI P5, chapter 4)."""

from collections.abc import Sequence
from itertools import takewhile

from hexapla.model.text import Content, Element, element


def body(parts: Sequence[tuple[str, Content]]) -> Element:
    """Return the ``body`` of parts in order, each its kind (``head``, ``break``, ``p``) and its content.

    A head at the very beginning is that of the whole text; every other one, with those that follow it at
    once, begins a ``div``, all on one level. A break stays a paragraph of its own, marked ``rend="break"``.
    """
    kinds = [kind for kind, _content in parts]
    opening = len(list(takewhile(lambda kind: kind == "head", kinds)))
    first = min(opening, 1) if "head" in kinds[opening:] else opening
    children: list[Element] = []
    division: list[Element] | None = None
    for place, (kind, content) in enumerate(parts):
        if kind == "head" and place >= first and (place == first or kinds[place - 1] != "head"):
            children += _division(division)
            division = []
        (children if division is None else division).append(_block(kind, content))
    children += _division(division)
    return element("body", *(children or [element("p")]))


def _division(blocks: list[Element] | None) -> list[Element]:
    return [] if blocks is None else [element("div", *blocks)]


def _block(kind: str, content: Content) -> Element:
    if kind == "break":
        return element("p", *content, rend="break")
    return element(kind, *content)
