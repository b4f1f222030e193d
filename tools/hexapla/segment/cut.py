"""Dividing a block's content into units: tags that cross a boundary are closed and opened again, notes
stay put."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeAlias

from hexapla.formats.tei.elements import MILESTONES
from hexapla.formats.tei.flow import Close, Open, Token, build, flatten, stands
from hexapla.formats.tei.layout import is_verbatim
from hexapla.model.text import Content, Element, element

BREAK = "\n\n"
"""What the text of a block has where another block interrupts it, as a list in a paragraph does."""

Divide: TypeAlias = "Callable[[str], list[tuple[int, int]]]"
"""From a text to offsets ``(start, end)``, in order, without overlap, that leave out nothing but white
space."""


@dataclass(frozen=True)
class _Leaf:
    """A text, or an element that stands in the flow; ``path`` are the numbered tags open around it."""

    content: str | Element
    text: str
    start: int
    path: tuple[tuple[int, Open], ...]


def cut(content: Content, is_block: Callable[[Element], bool], divide: Divide) -> Content:
    """Return content with a ``seg type="unit"`` (no id yet) around each span that ``divide`` finds in its
    text.

    Elements for which ``is_block`` is true stay between units, and so do milestones that stand there, and one
    space where there was white space. A note or a line break between two sentences goes with the first. Of an
    element that is opened again, the ``xml:id`` stays with its first part.
    """
    tokens = flatten(content, lambda child: stands(child) or is_block(child) or is_verbatim(child))
    leaves = list(_leaves(tokens, is_block))
    spans = divide("".join(leaf.text for leaf in leaves))
    units: list[list[_Leaf]] = [[] for _span in spans]
    gaps: list[list[str | Element]] = [[] for _gap in range(len(spans) + 1)]
    for leaf in leaves:
        if isinstance(leaf.content, str):
            _share(leaf, spans, units, gaps)
        elif (place := _unit_of(leaf, spans)) is not None:
            units[place].append(leaf)
        else:
            gaps[bisect_right(spans, leaf.start, key=lambda span: span[1])].append(leaf.content)
    opened: set[int] = set()
    segs = [element("seg", *build(_tokens(unit, opened)), type="unit") for unit in units]
    rest = [part for seg, gap in zip(segs, gaps[1:], strict=True) for part in (seg, *gap)]
    return (*gaps[0], *rest)


def _leaves(tokens: Sequence[Token], is_block: Callable[[Element], bool]) -> Iterator[_Leaf]:
    """Yield the texts and standing elements of a flow with the tags open around them."""
    path: tuple[tuple[int, Open], ...] = ()
    start = 0
    for number, token in enumerate(tokens):
        if isinstance(token, Open):
            path = (*path, (number, token))
        elif isinstance(token, Close):
            path = path[:-1]
        else:
            leaf = _Leaf(token, token if isinstance(token, str) else _width(token, is_block), start, path)
            start += len(leaf.text)
            yield leaf


def _width(standing: Element, is_block: Callable[[Element], bool]) -> str:
    """Return what an element is in the text of its block: a break, a space, a letter (a formula), or
    nothing."""
    if is_block(standing):
        return BREAK
    if standing.tag == "lb":
        return " "
    return "\ufffc" if is_verbatim(standing) else ""


def _share(
    leaf: _Leaf, spans: list[tuple[int, int]], units: list[list[_Leaf]], gaps: list[list[str | Element]]
) -> None:
    """Give each unit its part of a text, and each gap between units one space for its white space."""
    at, end = leaf.start, leaf.start + len(leaf.text)
    place = bisect_right(spans, at, key=lambda span: span[1])
    while at < end:
        first, last = spans[place] if place < len(spans) else (end, end)
        if at < first and 0 < place < len(spans) and " " not in gaps[place]:
            gaps[place].append(" ")
        first, last = min(max(first, at), end), min(last, end)
        if first < last:
            part = leaf.text[first - leaf.start : last - leaf.start]
            units[place].append(replace(leaf, content=part))
        at, place = max(last, first), place + 1


def _unit_of(leaf: _Leaf, spans: list[tuple[int, int]]) -> int | None:
    """Return which unit a standing element belongs to; None where it stays between units."""
    place = bisect_right(spans, leaf.start, key=lambda span: span[0]) - 1
    inside = place >= 0 and spans[place][0] < leaf.start < spans[place][1]
    is_milestone = isinstance(leaf.content, Element) and leaf.content.tag in MILESTONES
    if not spans or leaf.text == BREAK or (is_milestone and not inside):
        return None
    if place > 0 and spans[place - 1][1] == leaf.start and not leaf.text:
        return place - 1  # no space before it: it is a note on what it follows
    return max(place, 0)


def _tokens(leaves: Sequence[_Leaf], opened: set[int]) -> Iterator[Token]:
    """Yield the flow of one unit; ``opened`` are the tags that earlier units had, and are opened again."""
    path: tuple[tuple[int, Open], ...] = ()
    for leaf in leaves:
        pairs = zip(path, leaf.path, strict=False)
        common = len(list(takewhile(lambda pair: pair[0][0] == pair[1][0], pairs)))
        yield from [Close()] * (len(path) - common)
        for number, tag in leaf.path[common:]:
            yield _again(tag) if number in opened else tag
            opened.add(number)
        yield leaf.content
        path = leaf.path
    yield from [Close()] * len(path)


def _again(tag: Open) -> Open:
    return replace(tag, attributes=tuple(pair for pair in tag.attributes if pair[0] != "xml:id"))
