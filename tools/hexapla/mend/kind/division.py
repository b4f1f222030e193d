"""The units of a block whose kind is changed: one for all of it, one a line, or one a sentence."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from hexapla.formats.tei import inline
from hexapla.mend import tree
from hexapla.mend.leaves import Leaf, leaves, placed, plain, raw
from hexapla.mend.step import Source, Step
from hexapla.mend.units import along, carried, divided
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import Carried
from hexapla.model.messages import _
from hexapla.model.text import Element
from hexapla.segment.sentences import sentences as sentences_of

RUNNING = frozenset({"p", "item", "quote", "epigraph", "turn", "note", "postscript"})
"""Kinds whose text is divided into sentences."""


def whole(source: Source, body: Element, block: Element) -> tuple[Step, Element]:
    """Make one unit of a block; returns the step and the block as it is then."""
    return lines(source, body, block, one=True)


def lines(source: Source, body: Element, block: Element, *, one: bool) -> tuple[Step, Element]:
    """Make one unit of each line of a block that has wanted line breaks, or of all of it.

    The line breaks between lines go. A block without any keeps its units, if it is not to be ``one``.
    """
    parts = leaves(block.content)
    segs = {part.get("xml:id"): part for part in block.walk() if part.is_unit}
    broken = [at for at, leaf in placed(parts) if _is_break(leaf)]
    if (not one and not broken) or (one and len(tree_units(block)) == 1):
        return Step(body), block
    if any(
        isinstance(leaf.content, Element) and leaf.content.tag in ("list", "quote", "lg") for leaf in parts
    ):
        raise HexaplaError(_("This block holds others; change their kinds first."))
    if not one:
        parts = [replace(leaf, content=" ") if _is_break(leaf) else leaf for leaf in parts]
    spans = _spans(raw(parts), [] if one else broken)
    before = _overlapping(parts, spans)
    made = [_seg(source, segs, before, nth) for nth in range(len(spans))]
    content = along(_rejoined(parts), spans, lambda nth: made[nth])
    new = replace(block, content=content)
    now = {part.get("xml:id"): part for part in new.content if isinstance(part, Element) and part.is_unit}
    groups: list[Carried] = []
    minor: set[str] = set()
    for olds, news in _groups(before, [seg.get("xml:id") for seg in made]):
        if olds == news:
            minor.update(
                name for name in olds if inline.render(segs[name].content) != inline.render(now[name].content)
            )
            continue
        groups.append(carried([segs[name] for name in olds], [now[name] for name in news]))
    return Step(tree.put(body, block, new), tuple(groups), frozenset(minor)), new


def tree_units(block: Element) -> list[Element]:
    """Return the units that stand in a block itself."""
    return [part for part in block.content if isinstance(part, Element) and part.is_unit]


def _is_break(leaf: Leaf) -> bool:
    return isinstance(leaf.content, Element) and leaf.content.tag == "lb"


def _rejoined(parts: Sequence[Leaf]) -> list[Leaf]:
    """Return leaves in which tags that were closed at the end of a unit, and opened again in the next, go on."""
    made: list[Leaf] = []
    again: dict[int, int] = {}
    solid: Leaf | None = None
    for leaf in parts:
        if solid is not None and leaf.unit and leaf.unit != solid.unit:
            for (number, tag), (other, opened) in zip(solid.path, leaf.path, strict=False):
                mine, theirs = dict(tag.attributes), dict(opened.attributes)
                mine.pop("xml:id", None)
                theirs.pop("xml:id", None)
                if (tag.tag, mine) != (opened.tag, theirs):
                    break
                again[other] = number
        leaf = replace(leaf, path=tuple((again.get(number, number), tag) for number, tag in leaf.path))
        made.append(leaf)
        solid = leaf if leaf.unit else solid
    return made


def _spans(text: str, breaks: Sequence[int]) -> list[tuple[int, int]]:
    """Return where the lines of a text begin and end, without white space; empty ones are none."""
    spans = []
    for first, last in zip([0, *breaks], [*breaks, len(text)], strict=True):
        line = text[first:last]
        if line.strip(" \t\n\r"):
            start = first + len(line) - len(line.lstrip(" \t\n\r"))
            spans.append((start, start + len(line.strip(" \t\n\r"))))
    return spans


def _overlapping(parts: Sequence[Leaf], spans: Sequence[tuple[int, int]]) -> list[list[tuple[str, bool]]]:
    """Return for each span the units that lie in it, and whether they begin there."""
    found: list[list[tuple[str, bool]]] = [[] for _span in spans]
    seen: set[str] = set()
    for start, leaf in placed(parts):
        for nth, (first, end) in enumerate(spans):
            inside = leaf.text.strip() and start < end and first < start + len(leaf.text)
            if leaf.unit and inside and leaf.unit not in [name for name, _new in found[nth]]:
                found[nth].append((leaf.unit, leaf.unit not in seen))
                seen.add(leaf.unit)
    return found


def _seg(
    source: Source, segs: dict[str, Element], found: Sequence[Sequence[tuple[str, bool]]], nth: int
) -> Element:
    """Return the empty unit of a line: the first one that begins there, else a new part of the one that goes on."""
    name = next((name for name, begins in found[nth] if begins), "")
    if name:
        return replace(segs[name], content=())
    return source.names.part(segs[found[nth][0][0]])


def _groups(
    before: Sequence[Sequence[tuple[str, bool]]], after: Sequence[str]
) -> list[tuple[list[str], list[str]]]:
    """Group old units and new ones that share words."""
    groups: list[tuple[list[str], list[str]]] = []
    for units, name in zip(before, after, strict=True):
        olds = [unit for unit, _begins in units]
        if groups and olds[0] in groups[-1][0]:
            groups[-1][0].extend(unit for unit in olds if unit not in groups[-1][0])
            groups[-1][1].append(name)
        else:
            groups.append((olds, [name]))
    return groups


def sentences(source: Source, body: Element, block: Element) -> Step:
    """Make one unit of each sentence of a block."""
    lang = source.lang(body, block)
    find = partial(sentences_of, lang=lang, abbreviations=source.abbreviations)
    groups: list[Carried] = []
    new = block
    for seg in tree_units(block):
        text = plain(leaves(seg.content)).text
        offsets = [start for start, _end in find(text)][1:]
        if offsets:
            parts = divided(seg, offsets, source.names)
            groups.append(
                carried((seg,), [part for part in parts if isinstance(part, Element) and part.is_unit])
            )
            new = tree.put(new, seg, *parts)
    return Step(tree.put(body, block, new), tuple(groups))
