"""Putting children into an element that stands in a file: what stays keeps its place, its text and its comments."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from hexapla.formats.tbx.raw import Raw, white_end


class Kind(IntEnum):
    """What a child is, in the order in which TBX has them."""

    FIELD = 0
    """One that there is once; wherever it stands, it stays."""
    NOTE = 1
    """Notes of a term that are no fields: TBX wants them before the rest."""
    LATE = 2
    """A field that comes after those; it stays likewise."""
    LISTED = 3
    """One of several values of a field."""
    OTHER = 4
    BELOW = 5
    """A level of its own: a concept, a section, a term."""


Slot: TypeAlias = tuple[Kind, Hashable]
"""What a child is known by, on both sides; unique among its siblings."""
Make: TypeAlias = Callable[[Raw | None, str], Raw | str]
"""Makes a child from what stands in the file (None: nothing) and the white space before it."""


@dataclass(frozen=True)
class Piece:
    """A child, and the text before it."""

    gap: str
    text: Raw | str


def arrange(raw: Raw, present: Sequence[Slot], wanted: Mapping[Slot, Make], lead: str, step: str) -> Raw:
    """Return an element with the wanted children, in their order within each kind.

    ``present`` says what its elements are, one by one; ``lead`` is the white space before the element itself, and
    ``step`` what children are indented by. A comment before a child that goes stays.
    """
    children, gaps = dict(zip(present, raw.elements, strict=True)), raw.gaps
    leads = dict(zip(present, map(white_end, gaps), strict=False))
    inner = white_end(gaps[-2]) if present else (lead + step if "\n" in lead else "")
    stay = _staying(present, wanted)
    made = {
        slot: make(children.get(slot), leads[slot] if slot in stay else inner)
        for slot, make in wanted.items()
    }
    added = _added(wanted, stay)
    pieces: list[Piece] = []
    carried = ""

    def add(after: Slot) -> None:
        nonlocal carried
        for slot in added.pop(after, ()):
            pieces.append(Piece(carried + inner, made[slot]))
            carried = ""

    for slot, gap in zip(present, gaps, strict=False):
        if slot not in stay:
            carried += gap.removesuffix(white_end(gap))
            continue
        for kind in Kind:
            if kind <= slot[0]:
                add((kind, None))
        pieces.append(Piece(carried + gap, made[slot]))
        carried = ""
        add(slot)
    for kind in Kind:
        add((kind, None))
    end = carried + gaps[-1]
    if pieces and not present and "\n" in inner:
        end = end.removesuffix(white_end(end)) + lead
    content = [part for piece in pieces for part in (piece.gap, piece.text) if part != ""]
    return raw.holding((*content, *[end][: bool(end)]))


def numbered(keys: Iterable[Hashable]) -> list[Hashable]:
    """Make keys unique: each with how many like it came before."""
    seen: dict[Hashable, int] = {}
    made: list[Hashable] = []
    for key in keys:
        made.append((key, seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return made


def _staying(present: Sequence[Slot], wanted: Mapping[Slot, Make]) -> set[Slot]:
    """Return what can stay where it is: all fields, and of each other kind the most that are in order already."""
    places = {slot: place for place, slot in enumerate(wanted)}
    stay = {slot for slot in present if slot[0] in (Kind.FIELD, Kind.LATE) and slot in places}
    for kind in (Kind.NOTE, Kind.LISTED, Kind.OTHER, Kind.BELOW):
        slots = [slot for slot in present if slot[0] is kind and slot in places]
        stay |= {slots[index] for index in _longest_rise([places[slot] for slot in slots])}
    return stay


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest rising subsequence (patience sorting)."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(ends, number)
        before.append(at[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [number]
        at[pile : pile + 1] = [index]
    rise: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        rise.append(index)
        index = before[index]
    return rise[::-1]


def _added(wanted: Mapping[Slot, Make], stay: set[Slot]) -> dict[Slot, list[Slot]]:
    """Return what does not stay, under the one of its kind that it follows (a key of None: it is the first)."""
    added: dict[Slot, list[Slot]] = {}
    last: dict[Kind, Slot] = {}
    for slot in wanted:
        if slot in stay:
            last[slot[0]] = slot
        else:
            added.setdefault(last.get(slot[0], (slot[0], None)), []).append(slot)
    return added
