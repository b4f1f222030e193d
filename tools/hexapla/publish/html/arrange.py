"""What a language says in a block, in its own order: a tuple of pieces."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hexapla.formats.tei.inline import content_of
from hexapla.model.catalog import Place, State
from hexapla.model.text import Block, Content, Unit
from hexapla.publish.html.column import Column


@dataclass(frozen=True)
class Piece:
    """A stretch of a block: the units that it stands for, and what it says of them."""

    units: tuple[Unit, ...]
    content: Content = ()
    omitted: bool = False
    place: Place | None = None

    @property
    def untranslated(self) -> bool:
        """Whether nothing is there yet, and not on purpose."""
        return not self.content and not self.omitted


def pieces(column: Column, block: Block) -> tuple[Piece, ...]:
    """Return the pieces of a block: joined units are one, and so is a run of untranslated ones.

    A join is set where its first unit stands; in a block that it reaches into, its other units have no piece.
    """
    if column.is_source:
        return tuple(Piece((unit,), content_of(unit.source)) for unit in block.units)
    found: list[Piece] = []
    for unit in block.units:
        rendering = column.renderings.get(unit.id)
        if rendering is None:
            found.append(Piece((unit,)))
            continue
        known = tuple(column.units[name] for name in rendering.units if name in column.units)
        if known[0] == unit:
            content = content_of(rendering.text)
            omitted = not content and rendering.state is State.OMITTED
            found.append(Piece(known, content, omitted, rendering.place))
    return _runs(_ordered(found))


def _ordered(found: list[Piece]) -> list[Piece]:
    """Set moved pieces after the unit that they name; one that names none of the block's goes to the end."""
    waiting = [piece for piece in found if piece.place and piece.place.after is not None]
    result = [piece for piece in found if piece not in waiting]
    while waiting:
        ready = next((piece for piece in waiting if _spot(piece, result) is not None), None)
        if ready is None:
            return result + waiting
        result.insert(_spot(ready, result) or 0, ready)
        waiting.remove(ready)
    return result


def _spot(piece: Piece, result: list[Piece]) -> int | None:
    """Return the index before which a moved piece goes, or None while its neighbour is not set."""
    after = piece.place.after if piece.place else None
    if after == "":
        return 0
    return next((at + 1 for at, other in enumerate(result) if any(u.id == after for u in other.units)), None)


def _runs(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Draw neighbours that are untranslated together: one mark says it for all of them."""
    result: list[Piece] = []
    for piece in found:
        if result and piece.untranslated and result[-1].untranslated:
            result[-1] = replace(result[-1], units=result[-1].units + piece.units)
        else:
            result.append(piece)
    return tuple(result)
