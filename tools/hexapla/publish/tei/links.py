"""The alignment of two languages of a text, bead by bead, whatever each of them has joined."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.publish.tei.pieces import Piece


@dataclass(frozen=True)
class Link:
    """One bead: pieces of both languages that render the same units. ``type`` counts them: 1-1, 2-1, 1-0."""

    type: str
    pivot: tuple[Piece, ...]
    target: tuple[Piece, ...]


def links(pivot: Sequence[Piece], target: Sequence[Piece]) -> tuple[Link, ...]:
    """Return the links between two languages, in the order of the first.

    A bead is the smallest set of pieces in which no unit of one side is missing on the other. On each side
    stand its translated pieces, or, where all of it is omitted, the gaps, which the type counts as 0. A
    bead of which one side is not translated has no link.
    """
    beads = _beads([*pivot, *target])
    found: dict[str, tuple[list[Piece], list[Piece]]] = {}
    for side, pieces in enumerate((pivot, target)):
        for piece in pieces:
            found.setdefault(beads[piece.units[0]], ([], []))[side].append(piece)
    made = (_link(_saying(ours), _saying(theirs)) for ours, theirs in found.values())
    return tuple(link for link in made if link is not None)


def _saying(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the translated ones, or else the omitted ones."""
    return tuple(piece for piece in pieces if piece.text) or tuple(piece for piece in pieces if piece.omitted)


def _link(pivot: tuple[Piece, ...], target: tuple[Piece, ...]) -> Link | None:
    if not pivot or not target:
        return None
    ours, theirs = (sum(bool(piece.text) for piece in pieces) for pieces in (pivot, target))
    return Link(f"{ours}-{theirs}", pivot, target)


def _beads(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return for each unit one unit that stands for its bead (union-find)."""
    parent = {unit: unit for piece in pieces for unit in piece.units}

    def top(unit: str) -> str:
        while parent[unit] != unit:
            parent[unit] = unit = parent[parent[unit]]
        return unit

    for piece in pieces:
        if not piece.is_linked:
            continue
        for unit in piece.units[1:]:
            parent[top(unit)] = top(piece.units[0])
    return {unit: top(unit) for unit in parent}
