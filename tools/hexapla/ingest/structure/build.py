"""All of it in order: notes, heads, and within each division what opens and closes it, turns, items, quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from hexapla.formats.tei import blocks
from hexapla.ingest.structure import apart, edges, heads, levels, notes, theses, tree, turns
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import plain
from hexapla.model.messages import _
from hexapla.model.report import Decision
from hexapla.model.text import Element


@dataclass(frozen=True)
class Built:
    """A text's body, what was decided, and the raw lines of each of its blocks (``model.report.Report.places``)."""

    body: Element
    decisions: tuple[Decision, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


def build(pieces: Sequence[Piece], lang: str, *, keeps_lines: bool = False) -> Built:
    """Return the body that pieces make; ``keeps_lines`` is whether all line ends are the author's, as in a poem."""
    held, decisions = notes.attached(pieces)
    known = levels.with_levels(heads.found(held, keeps_lines=keeps_lines))
    told = {piece.first for piece in held if piece.kind}
    decisions += [_structure(one) for one in known if one.kind in ("head", "break") and one.first not in told]
    body = tree.divided(known)
    decisions += list(_divisions(body))
    made, places = _without_lines(tree.rendered(body))
    return Built(made, tuple(sorted(decisions, key=lambda one: one.line)), tuple(places))


def _divisions(division: tree.Division) -> Iterator[Decision]:
    """Find the structure within a division and those in it, in place."""
    edges_of = partial(edges.found, headed=bool(division.heads))
    for step in (apart.found, edges_of, turns.found, theses.found):
        division.pieces, made = step(division.pieces)
        yield from made
    for inner in division.inner:
        yield from _divisions(inner)


def _structure(piece: Piece) -> Decision:
    """Return the decision that a piece is a head or a break."""
    text = plain(piece.content)
    head = _("A short line that stands alone before a paragraph.")
    reason = (
        head if piece.kind == "head" else _("A line of marks divides what is before from what comes after.")
    )
    return Decision(piece.kind, piece.first, text, text, reason)


def _without_lines(whole: Element) -> tuple[Element, list[tuple[int, int]]]:
    """Return a body without the lines that its blocks bear, and these in the order of the blocks."""
    places: list[tuple[int, int]] = []

    def visit(part: Element, around: tuple[int, int]) -> None:
        first, _space, last = part.get(tree.LINES).partition(" ")
        lines = (int(first), int(last)) if first else around
        has = blocks.held(part)
        if has.text:
            places.append(lines)
        for child in has.inner:
            visit(child, lines)

    visit(whole, (0, 0))
    return _stripped(whole), places


def _stripped(part: Element) -> Element:
    content = tuple(child if isinstance(child, str) else _stripped(child) for child in part.content)
    return replace(part.with_attributes(lines=None) if part.get(tree.LINES) else part, content=content)
