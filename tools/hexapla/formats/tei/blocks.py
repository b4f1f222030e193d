"""The blocks of a text in reading order: what a translator works through, and what an edition sets.

A block's own units come first, then the notes anchored in it in the order of their anchors, then the next
block. An element that holds text but no units yet is a block without units: segmentation will give it some.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hexapla.formats.tei import inline
from hexapla.formats.tei.elements import BLOCKS, GROUPS, INHERITED, KINDS
from hexapla.formats.tei.space import is_white
from hexapla.formats.tei.structure import STRUCTURE
from hexapla.model.text import Block, Content, Element, Unit

DIVISIONS = frozenset({"div", *(f"div{n}" for n in range(1, 8))})


def find(body: Element) -> tuple[Block, ...]:
    """Return the blocks of a ``text`` element (or of any part of one)."""
    return tuple(_walk(body, _Around(), Counter()))


@dataclass(frozen=True)
class Held:
    """What an element holds: the units of its own flow, whether there is other text, and inner elements.

    ``inner`` are notes and elements that make blocks of their own, in document order, from within the units
    too.
    """

    units: tuple[Element, ...] = ()
    text: bool = False
    inner: tuple[Element, ...] = ()


def held(element: Element) -> Held:
    """Return what an element holds as a block."""
    if element.tag not in STRUCTURE:
        return _flow(element.content)
    children = [child for child in element.content if isinstance(child, Element)]
    units = tuple(child for child in children if child.is_unit)
    return Held(units, inner=tuple(child for child in children if not child.is_unit))


@dataclass(frozen=True)
class _Around:
    """What a block has from the elements around it."""

    heads: tuple[str, ...] = ()
    level: int = 1
    kind: str = "p"
    n: str = ""
    group: str = ""
    note: str = ""
    speaker: str = ""


def _walk(element: Element, around: _Around, groups: Counter[str]) -> Iterator[Block]:
    around = _entered(element, around, groups)
    has = held(element)
    if has.units or has.text:
        yield _block(element, around, has.units)
        around = _numbered(around)
    for child in has.inner:
        is_title = child.tag == "head" and element.tag in DIVISIONS
        yield from _walk(child, replace(around, heads=around.heads[:-1]) if is_title else around, groups)
        if child.tag in BLOCKS:
            around = _numbered(around)


def _numbered(around: _Around) -> _Around:
    """After the first block of an item, its number is given; every block of a note keeps the note's."""
    return replace(around, n="") if around.kind == "item" else around


def _block(element: Element, around: _Around, units: tuple[Element, ...]) -> Block:
    kind = KINDS.get(element.tag, "p")
    kind = around.kind if kind == "p" else kind
    return Block(
        kind=kind,
        units=tuple(Unit(unit.get("xml:id"), unit.get("n"), inline.render(unit.content)) for unit in units),
        id=element.get("xml:id"),
        n=around.n if kind in ("item", "note") else "",
        level=around.level if kind == "head" else 0,
        group=around.group,
        note=around.note,
        heads=around.heads,
        speaker=around.speaker if kind == "turn" else "",
    )


def _entered(element: Element, around: _Around, groups: Counter[str]) -> _Around:
    """Return what the blocks in an element have around them."""
    tag = element.tag
    if tag in DIVISIONS:
        own = next((_plain(child) for child in element.content if _is(child, "head")), None)
        heads = around.heads if own is None else (*around.heads, own)
        return replace(around, heads=heads, level=around.level + 1)
    if tag == "note":
        around = replace(around, n=element.get("n"), group="", note=element.get("xml:id"), speaker="")
    if tag == "item":
        around = replace(around, n=element.get("n"))
    if tag in GROUPS:
        groups[tag] += 1
        around = replace(around, group=element.get("xml:id") or f"{tag}:{groups[tag]}")
    if tag == "sp":
        speaker = next((_plain(child) for child in element.content if _is(child, "speaker")), "")
        return replace(around, kind="turn", speaker=speaker)
    return replace(around, kind=KINDS[tag]) if tag in INHERITED else around


def _is(child: str | Element, tag: str) -> bool:
    return isinstance(child, Element) and child.tag == tag


def _plain(child: str | Element) -> str:
    """Return the text of a head or a speaker, without its notes."""
    if isinstance(child, str):
        return child
    units = held(child).units
    return " ".join(inline.plain(inline.render(part.content)) for part in units or (child,))


def _flow(content: Content) -> Held:
    """Return what a flow of text holds, looking through inline elements."""
    units: list[Element] = []
    inner: list[Element] = []
    text = False
    for child in content:
        if isinstance(child, str):
            text = text or not is_white(child)
        elif child.is_unit:
            units.append(child)
            for element in embedded(child.content):
                has = _flow((element,)) if element.is_unit else Held(inner=(element,))
                units.extend(has.units)
                inner.extend(has.inner)
        elif is_inner(child):
            inner.append(child)
        else:
            has = _flow(child.content)
            units.extend(has.units)
            inner.extend(has.inner)
            text = text or has.text
    return Held(tuple(units), text, tuple(inner))


def embedded(content: Content) -> list[Element]:
    """Return the notes, blocks and units within a unit, in order, but not what those hold themselves."""
    found: list[Element] = []
    for child in content:
        if isinstance(child, str):
            continue
        if child.is_unit or is_inner(child):
            found.append(child)
        else:
            found.extend(embedded(child.content))
    return found


def is_inner(element: Element) -> bool:
    """Whether an element in a flow makes blocks of its own; a translator's note is part of its unit."""
    if element.tag == "note":
        return not inline.is_translators_note(element)
    return any(inner.tag in BLOCKS for inner in element.walk())
