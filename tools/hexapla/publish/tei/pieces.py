"""What a language sets in a block: its renderings in the language's own order, and the gaps between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.formats.tei.space import is_white
from hexapla.model.catalog import Place, State
from hexapla.model.parallel import Rendering


@dataclass(frozen=True)
class Piece:
    """One thing that stands in a block: a translated seg, or a gap for units omitted or not yet translated.

    The first of its units is where it stands, and gives it its id.
    """

    units: tuple[str, ...]
    text: str = ""
    omitted: bool = False
    reason: str = ""
    place: Place | None = None

    @property
    def is_linked(self) -> bool:
        """Whether the piece says something of its units: a translation, or that they are omitted on
        purpose.
        """
        return bool(self.text) or self.omitted


def says(rendering: Rendering | None) -> bool:
    """Whether a rendering has words for its units, or omits them on purpose."""
    return rendering is not None and (not is_white(rendering.text) or rendering.state == State.OMITTED)


def leads(order: Iterable[str], renderings: Mapping[str, Rendering]) -> dict[str, str]:
    """Return for each unit the first unit of its rendering in reading order: the one where it stands.

    Units that are joined but not translated stand each for itself.
    """
    order = tuple(order)
    known, found = frozenset(order), dict[str, str]()
    for unit in order:
        found.setdefault(unit, unit)
        if found[unit] == unit and says(renderings.get(unit)):
            found.update(
                (other, unit) for other in renderings[unit].units if other in known and other not in found
            )
    return found


def arranged(
    units: Sequence[str], lead: Mapping[str, str], renderings: Mapping[str, Rendering]
) -> list[Piece]:
    """Return the pieces of a block that has these units, in the order in which the language sets them.

    A rendering whose first unit stands in another block is set there. A place that names a unit of another
    block changes nothing.
    """
    made = [_piece(unit, lead, renderings.get(unit)) for unit in units if lead[unit] == unit]
    for piece in list(made):
        after = piece.place.after if piece.place else None
        others = [other for other in made if other is not piece]
        before = next((place for place, other in enumerate(others) if after in other.units), None)
        if after == "":
            made = [piece, *others]
        elif before is not None:
            made = [*others[: before + 1], piece, *others[before + 1 :]]
    return _merged(made)


def paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Divide the pieces of a paragraph where the language begins a new one."""
    divided: list[list[Piece]] = [[]]
    for piece in pieces:
        if divided[-1] and piece.place and piece.place.paragraph:
            divided.append([])
        divided[-1].append(piece)
    return divided


def is_drawn(pieces: Sequence[Piece]) -> bool:
    """Whether a paragraph with these pieces is drawn into the one before."""
    return bool(pieces) and pieces[0].place is not None and pieces[0].place.paragraph is False


def _piece(unit: str, lead: Mapping[str, str], rendering: Rendering | None) -> Piece:
    if rendering is None:
        return Piece((unit,))
    joined = (unit, *[other for other in rendering.units if other != unit and lead.get(other) == unit])
    text = "" if is_white(rendering.text) else rendering.text
    omitted = not text and rendering.state == State.OMITTED
    return Piece(joined, text, omitted, rendering.reason if omitted else "", rendering.place)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Make one gap of neighbouring units that are not yet translated."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and not piece.is_linked and not merged[-1].is_linked:
            merged[-1] = replace(merged[-1], units=merged[-1].units + piece.units)
        else:
            merged.append(piece)
    return merged
