"""Dividing a block's content into units: tags that cross a boundary are closed and opened again, notes stay where they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeAlias

from hexapla.formats.tei.elements import MILESTONES
from hexapla.formats.tei.flow import Close, Open, Token, build, flatten
from hexapla.model.text import Content, Element

BREAK = "\n\n"
"""What the text of a block has for an element that interrupts it, as a list in a paragraph does."""

Spans: TypeAlias = "list[tuple[int, int]]"
"""Offsets ``(start, end)`` in order, without overlap, that leave out nothing but white space."""


@dataclass(frozen=True)
class Leaf:
    """A text or an element that stands in the flow, the offset of its start, and the tags open around it.

    ``path`` numbers the tags, so that two equal elements side by side stay two.
    """

    content: str | Element
    start: int
    path: tuple[tuple[int, Open], ...]


def cut(content: Content, stands: Callable[[Element], bool], divide: Callable[[str], Spans]) -> Content:
    """Return content with a ``seg type="unit"`` for each span that ``divide`` finds in its text.

    ``stands`` says which elements stand in the flow like a character: empty ones, notes, blocks. A note has no
    width in the text and goes with what it follows; milestones and blocks between two units stay between them,
    and so does one space where there was white space.
    """
    leaves = list(_leaves(flatten(content, stands)))
    spans = divide("".join(_text(leaf.content) for leaf in leaves))
    inside: list[list[Leaf]] = [[] for _span in spans]
    between: list[list[str | Element]] = [[] for _gap in range(len(spans) + 1)]
    for leaf in leaves:
        if isinstance(leaf.content, str):
            _share(leaf, spans, inside, between)
        else:
            place, within = _home(leaf.content, leaf.start, spans)
            if within:
                inside[place].append(leaf)
            else:
                between[place].append(leaf.content)
    return _joined(inside, between)


def _leaves(tokens: Sequence[Token]) -> Iterator[Leaf]:
    """Yield the texts and standing elements with what is open around them."""
    path: tuple[tuple[int, Open], ...] = ()
    start = 0
    for number, token in enumerate(tokens):
        if isinstance(token, Open):
            path = (*path, (number, token))
        elif isinstance(token, Close):
            path = path[:-1]
        else:
            yield Leaf(token, start, path)
            start += len(_text(token))


def _text(content: str | Element) -> str:
    """Return what a leaf is in the text of its block."""
    if isinstance(content, str):
        return content
    if content.tag == "lb":
        return " "
    return BREAK if _interrupts(content) else ""


def _interrupts(element: Element) -> bool:
    """Whether an element that stands in the flow is a block, and so no part of a unit."""
    return bool(element.content) and element.tag != "note"
