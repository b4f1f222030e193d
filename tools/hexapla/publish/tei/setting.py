"""Setting the pieces of a language: segs, gaps, and the notes in them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from hexapla.formats.tei import inline
from hexapla.formats.tei.blocks import is_inner
from hexapla.formats.tei.flow import is_between_units
from hexapla.formats.tei.space import is_white
from hexapla.formats.tei.structure import STRUCTURE
from hexapla.model.text import Content, Element, element
from hexapla.publish.tei.pieces import Piece, arranged
from hexapla.publish.tei.plan import Plan


class Setting:
    """A text being set; ``structure`` sets an element of the source that is no unit, such as a note."""

    def __init__(self, plan: Plan, structure: Callable[[Element], list[Element]]) -> None:
        self.plan = plan
        self.structure = structure
        self.pieces: list[Piece] = []
        """What was set, in the order in which it stands."""
        self.between = " " if plan.spaced else ""
        self._placed: set[str] = set()
        self._taken = set(plan.ids)

    def run(self, pieces: Iterable[Piece]) -> Content:
        """Return pieces one after the other, as the language separates sentences."""
        content: list[str | Element] = []
        for piece in pieces:
            content.extend([*([self.between] if content and self.between else []), *self.piece(piece)])
        return tuple(content)

    def filled(self, part: Element, queue: list[Piece]) -> Content:
        """Return the content of a block, or of an inline element in it, with pieces in its units' places.

        Pieces are taken from the queue; places that are left over stay empty.
        """
        content: list[str | Element] = []
        after_piece = False
        for place, child in enumerate(part.content):
            if isinstance(child, str):
                if not is_white(child) or (self.between and not is_between_units(part.content, place)):
                    content.append(child)
                    after_piece = False
            elif child.is_unit:
                if queue:
                    content.extend([self.between] if after_piece and self.between else [])
                    content.extend(self.piece(queue.pop(0)))
                    after_piece = True
            else:
                stands = part.tag in STRUCTURE or is_inner(child)
                content.extend(self.structure(child) if stands else [self._around(child, queue)])
                after_piece = False
        return tuple(content)

    def _around(self, inline: Element, queue: list[Piece]) -> Element:
        return replace(inline, content=self.filled(inline, queue))

    def piece(self, piece: Piece) -> Content:
        """Return a seg, or a gap and those notes of its units that have something to say."""
        self.pieces.append(piece)
        name = piece.units[0]
        if piece.text:
            content = tuple(self._content(self.plan.contents[name], name))
            n = self.plan.units[name].n
            seg = element("seg", *content, *self._left_over(piece.units), type="unit", xml_id=name)
            return (seg.with_attributes(n=n or None),)
        if not piece.omitted:
            return (element("gap", reason="untranslated"), *self._left_over(piece.units))
        reason = [element("desc", piece.reason)] if piece.reason else []
        return (element("gap", *reason, reason="omitted", xml_id=name), *self._left_over(piece.units))

    def _content(self, content: Content, unit: str) -> Iterator[str | Element]:
        """Yield the content of a translation with the notes that it sets, without ids that others have."""
        for child in content:
            if isinstance(child, str):
                yield child
                continue
            name = child.get("xml:id")
            if not inline.is_embedded(child):
                own = None if name in self._taken else name or None
                self._taken.update([own] if own else [])
                yield replace(
                    child.with_attributes(xml_id=own), content=tuple(self._content(child.content, unit))
                )
            elif self.plan.claims.get(name) == unit and name not in self._placed:
                self._placed.add(name)
                yield from self._note(self.plan.anchors.notes[name])

    def _left_over(self, units: Iterable[str]) -> Iterator[Element]:
        """Yield the notes of units that no translation sets, where the language has words for them."""
        for note in (note for unit in units for note in self.plan.anchors.anchored[unit]):
            name = note.get("xml:id")
            if name not in self.plan.claims and name not in self._placed and self.plan.says(note):
                self._placed.update([name] if name else [])
                yield from self._note(note)

    def _note(self, note: Element) -> Iterator[Element]:
        """Yield a note, or a unit that stands within another."""
        if not note.is_unit:
            yield from self.structure(note)
            return
        for piece in arranged([note.get("xml:id")], self.plan.lead, self.plan.renderings):
            yield from (part for part in self.piece(piece) if isinstance(part, Element))
