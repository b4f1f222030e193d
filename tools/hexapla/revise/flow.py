"""The blocks of a text as elements of its tree, their running text, and where their units lie in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hexapla.formats.tei import blocks
from hexapla.formats.tei.flow import Close, Open, Token, build, flatten, stands
from hexapla.formats.tei.layout import is_verbatim
from hexapla.formats.tei.space import is_white
from hexapla.model.text import Content, Element
from hexapla.segment.cut import BREAK

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Holder:
    """An element that holds units, these, and the language that its text is in."""

    element: Element
    units: tuple[Element, ...]
    lang: str

    @property
    def is_plain(self) -> bool:
        """Whether the units stand in it side by side, and not within something else."""
        return all(any(unit is child for child in self.element.content) for unit in self.units)


def holders(body: Element, lang: str) -> list[Holder]:
    """Return the elements that hold units, in the order of the text's blocks."""
    return list(_walk(body, lang))


def _walk(element: Element, lang: str) -> Iterator[Holder]:
    lang = element.get("xml:lang") or lang
    has = blocks.held(element)
    if has.units:
        yield Holder(element, has.units, lang)
    for child in has.inner:
        yield from _walk(child, lang)


def replaced(element: Element, others: Mapping[int, Element]) -> Element:
    """Return an element in which others stand for some (by identity), at whatever depth, also within the others."""
    element = others.get(id(element), element)
    content = tuple(child if isinstance(child, str) else replaced(child, others) for child in element.content)
    return element if _is(content, element.content) else replace(element, content=content)


def _is(one: Content, other: Content) -> bool:
    return all(mine is theirs for mine, theirs in zip(one, other, strict=True))


def is_block(element: Element) -> bool:
    """Whether an element in a flow interrupts it."""
    return element.tag != "note" and not element.is_unit and blocks.is_inner(element)


def running(content: Content) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a flow as ``segment.cut`` sees it, and the span of each unit in it."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    _read(content, parts, spans, 0)
    return "".join(parts), spans


def _read(content: Content, parts: list[str], spans: list[tuple[int, int]], at: int) -> int:
    for child in content:
        if isinstance(child, str):
            text = child
        elif child.is_unit:
            start, nth = at, len(spans)
            spans.append((at, at))
            at = _read(child.content, parts, spans, at)
            spans[nth] = (start, at)
            continue
        elif stands(child) or is_block(child) or is_verbatim(child):
            text = _width(child)
        else:
            at = _read(child.content, parts, spans, at)
            continue
        parts.append(text)
        at += len(text)
    return at


def _width(standing: Element) -> str:
    if is_block(standing):
        return BREAK
    if standing.tag == "lb":
        return " "
    return "\ufffc" if is_verbatim(standing) else ""


def bare(text: str) -> str:
    """Return a text without its white space: what two readings of a block have in common."""
    return _SPACE.sub("", text)


def bared(text: str, offsets: list[int]) -> list[int]:
    """Return offsets (ascending) of a text as offsets of the bare one."""
    found, seen, count = [], 0, 0
    for offset in offsets:
        count += len(bare(text[seen:offset]))
        found.append(count)
        seen = offset
    return found


def unwrapped(content: Content) -> Content:
    """Return a flow without its units; a tag that was closed at the end of one and opened again in the next is one."""
    flow = _Flow()
    for child in content:
        if isinstance(child, Element) and child.is_unit:
            inner = flatten(child.content, _is_standing)
            for token in inner[flow.rejoin(inner) :]:
                flow.add(token)
        else:
            between = isinstance(child, str) and is_white(child)
            between = between or (isinstance(child, Element) and stands(child) and child.tag != "note")
            for token in flatten((child,), _is_standing):
                flow.add(token, between=between)
    return build(flow.tokens)


class _Flow:
    """Tokens as they come, and the end tags that the last of them were."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._open: list[Open] = []
        self._ended: list[tuple[int, Open]] = []
        """Where the last end tags stand, and what they close, innermost first."""

    def add(self, token: Token, *, between: bool = False) -> None:
        """Add a token; one ``between`` units may come to stand in a tag that they share."""
        if isinstance(token, Close):
            self._ended.append((len(self.tokens), self._open.pop()))
        elif not between:
            self._ended = []
        if isinstance(token, Open):
            self._open.append(token)
        self.tokens.append(token)

    def rejoin(self, inner: list[Token]) -> int:
        """Take out the end tags that a unit opens again; returns how many of its start tags go with them."""
        count = 0
        for place, was in reversed(self._ended):
            token = inner[count] if count < len(inner) else None
            if not isinstance(token, Open) or _shape(token) != _shape(was):
                break
            del self.tokens[place]
            self._open.append(was)
            count += 1
        self._ended = []
        return count


def _is_standing(child: Element) -> bool:
    return stands(child) or is_block(child) or is_verbatim(child)


def _shape(tag: Open) -> tuple[str, tuple[tuple[str, str], ...]]:
    return tag.tag, tuple(pair for pair in tag.attributes if pair[0] != "xml:id")
