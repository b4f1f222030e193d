"""A unit divided at a place, and two made one."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from hexapla.formats.tei import inline
from hexapla.mend import tree
from hexapla.mend.leaves import Leaf, Path, built, cut, leaves, placed, plain
from hexapla.mend.names import Names
from hexapla.mend.step import Source, Step
from hexapla.model.errors import HexaplaError
from hexapla.model.mend import Carried, MergeUnits, SplitUnit
from hexapla.model.messages import _
from hexapla.model.text import Content, Element


def split(source: Source, mend: SplitUnit) -> Step:
    """Divide a unit; raises HexaplaError where one side would be empty."""
    _block, seg = tree.unit(source.body, mend.unit)
    text = plain(leaves(seg.content)).text
    if not 0 < mend.offset < len(text) or not text[: mend.offset].strip() or not text[mend.offset :].strip():
        raise HexaplaError(_("Unit {unit} has no words on one side of this place.").format(unit=mend.unit))
    content = divided(seg, [mend.offset], source.names)
    segs = [part for part in content if isinstance(part, Element) and part.is_unit]
    made = carried((seg,), segs)
    if not all(made.parts):
        raise HexaplaError(_("Unit {unit} cannot be divided within a formula.").format(unit=mend.unit))
    return Step(tree.put(source.body, seg, *content), (made,))


def divided(seg: Element, offsets: Sequence[int], names: Names) -> Content:
    """Return a unit in parts, with what stands between them: a space where there was white space, page breaks.

    The offsets are of its plain text. Tags that cross a place are closed and opened again; a note or a line break
    between two parts goes with the first.
    """
    parts = leaves(seg.content)
    text = plain(parts)
    bounds = [0, *offsets, len(text.text)]
    spans: list[tuple[int, int]] = []
    for first, last in pairwise(bounds):
        words = text.text[first:last]
        start = first + len(words) - len(words.lstrip(" "))
        spans.append((text.start(start), text.end(start + len(words.strip(" ")))))
    return along(parts, spans, _part_of(seg, names))


def _part_of(seg: Element, names: Names) -> Callable[[int], Element]:
    return lambda nth: replace(names.part(seg), content=()) if nth else replace(seg, content=())


def along(parts: Sequence[Leaf], spans: Sequence[tuple[int, int]], unit: Callable[[int], Element]) -> Content:
    """Return leaves as units along some spans of their text (which leave out white space alone), and gaps between."""
    inside: list[list[Leaf]] = [[] for _span in spans]
    gaps: list[list[str | Element]] = [[] for _span in spans]
    for start, leaf in placed(cut(parts, *(place for span in spans for place in span))):
        nth, is_in = _span(leaf, start, spans)
        if is_in:
            inside[nth].append(leaf)
        elif leaf.is_milestone or " " not in gaps[nth]:
            gaps[nth].append(leaf.content if leaf.is_milestone else " ")
    made: list[str | Element] = []
    for nth, (some, gap) in enumerate(zip(inside, gaps, strict=True)):
        made += [replace(unit(nth), content=built(some)), *gap]
    return tuple(made)


def _span(leaf: Leaf, start: int, spans: Sequence[tuple[int, int]]) -> tuple[int, bool]:
    """Return the span that a leaf belongs to, and True; for what stands between two, the one before, and False."""
    nth = max(bisect_right(spans, start, key=lambda span: span[0]) - 1, 0)
    first, end = spans[nth]
    if isinstance(leaf.content, str):
        # White space at the ends is what a line break leaves there.
        outer = start < first or (start >= end and nth == len(spans) - 1)
        return nth, outer or (first <= start and start + len(leaf.text) <= end)
    if leaf.is_milestone:
        if start <= first and nth:
            return nth - 1, False
        return nth, start < end or nth == len(spans) - 1
    if nth and not leaf.text and start == first == spans[nth - 1][1]:
        return nth - 1, True  # no space before it: it is a note on what it follows
    return nth, True


def merge(source: Source, mend: MergeUnits) -> Step:
    """Let a unit take in the next one of its block; raises HexaplaError where nothing can be taken in."""
    block, seg = tree.unit(source.body, mend.unit)
    segs = list(block.held.units)
    at = next(nth for nth, one in enumerate(segs) if one is seg)
    if at + 1 == len(segs):
        raise HexaplaError(
            _(
                "Unit {unit} is the last of its block; join the block with the next one first, then merge."
            ).format(unit=mend.unit)
        )
    other = segs[at + 1]
    between = _between(tree.parent(source.body, seg), seg, other)
    if between is None:
        raise HexaplaError(
            _("Something stands between {unit} and {next}; they cannot be merged.").format(
                unit=mend.unit, next=other.get("xml:id")
            )
        )
    holder = tree.parent(source.body, seg)
    before, after = tree.around(holder, seg)
    one = merged(seg, between, other)
    rest = next(nth for nth, part in enumerate(after) if part is other) + 1
    content = (*before, one, *after[rest:])
    body = tree.put(source.body, holder, replace(holder, content=content))
    return Step(body, (carried((seg, other), (one,)),))


def _between(holder: Element, seg: Element, other: Element) -> "Content | None":
    """Return what stands between two neighbours, white space once, if it can be part of a unit, else None."""
    if not any(part is other for part in holder.content):
        return None
    _before, after = tree.around(holder, seg)
    at = next(nth for nth, part in enumerate(after) if part is other)
    between = after[:at]
    small = all(tree.is_thin(part) or (isinstance(part, Element) and part.tag == "lb") for part in between)
    if not small:
        return None
    space = next((part for part in between if isinstance(part, str)), "")
    return (*filter(None, (space,)), *(part for part in between if not isinstance(part, str)))


def merged(seg: Element, between: Content, other: Element) -> Element:
    """Return two units as one: the first one's ids, and tags that were closed at the boundary open again."""
    first = leaves(seg.content)
    second = leaves(
        other.content, first=1 + max((pair[0] for leaf in first for pair in leaf.path), default=0)
    )
    again = _again(first[-1].path if first else (), second[0].path if second else ())
    inner = tuple(
        (number, tag) for number, tag in (first[-1].path if first else ()) if number in again.values()
    )
    gap = [replace(leaf, path=inner) for leaf in leaves(between)]
    rest = [
        replace(leaf, path=tuple((again.get(number, number), tag) for number, tag in leaf.path))
        for leaf in second
    ]
    return replace(seg, content=built([*first, *gap, *rest]))


def _again(left: Path, right: Path) -> dict[int, int]:
    """Return which tags open on the right are those closed on the left, by number."""
    found: dict[int, int] = {}
    for (number, tag), (other, again) in zip(left, right, strict=False):
        mine = [pair for pair in tag.attributes if pair[0] != "xml:id"]
        if tag.tag != again.tag or mine != [pair for pair in again.attributes if pair[0] != "xml:id"]:
            break
        found[other] = number
    return found


def carried(before: Iterable[Element], after: Iterable[Element]) -> Carried:
    """Say where the words of some units went."""
    now = tuple(after)
    return Carried(
        tuple(seg.get("xml:id") for seg in before),
        tuple(seg.get("xml:id") for seg in now),
        tuple(inline.plain(inline.render(seg.content)) for seg in now),
    )
