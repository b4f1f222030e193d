"""Where notes stand: in the source, and where a translation has moved them.

What is said here of notes holds for everything that stands in a unit and has units of its own (a figure, a
list).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hexapla.formats.tei import blocks
from hexapla.model.text import Content, Element


@dataclass
class Anchors:
    """The notes of a text by id, the unit that each is anchored in, and the note that holds each unit."""

    notes: dict[str, Element] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    within: dict[str, str] = field(default_factory=dict)
    anchored: dict[str, list[Element]] = field(default_factory=dict)
    """The notes of each unit, those without an id too."""


def index(body: Element) -> Anchors:
    """Return the anchors of a source text."""
    anchors = Anchors()
    _visit(body, "", anchors)
    return anchors


def claims(anchors: Anchors, contents: Iterable[tuple[str, Content]]) -> dict[str, str]:
    """Return for each note the unit whose translation sets it: the first that does, in reading order.

    ``contents`` are the units where translations stand, and their contents. A note can move between units
    of the text, or of one note, but not from the one into the other: so no note can come to stand within
    itself.
    """
    claimed: dict[str, str] = {}
    for unit, content in contents:
        for element in (inner for part in content if isinstance(part, Element) for inner in part.walk()):
            name = element.get("xml:id")
            if name in anchors.notes and anchors.within[unit] == anchors.within[anchors.home[name]]:
                claimed.setdefault(name, unit)
    return claimed


def _visit(part: Element, note: str, anchors: Anchors) -> None:
    """Walk down to the units; ``note`` is the id of the note that the part belongs to."""
    if part.is_unit:
        _note_unit(part, note, anchors)
        return
    for child in part.content:
        if isinstance(child, Element):
            _visit(child, note, anchors)


def _note_unit(unit: Element, note: str, anchors: Anchors) -> None:
    name = unit.get("xml:id")
    anchors.within[name] = note
    inner = [part for part in blocks.embedded(unit.content) if any(deep.is_unit for deep in part.walk())]
    anchors.anchored[name] = inner
    for part in inner:
        own = part.get("xml:id")
        if own:
            anchors.notes[own] = part
            anchors.home[own] = name
        _visit(part, own or f"{name}/{part.tag}", anchors)
