"""Ids that are free in a text: letters for the new parts of units, numbers for blocks, divisions and notes."""

import re
from collections.abc import Iterable
from itertools import count
from string import ascii_lowercase

from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.names import UNIT, unit_number
from hexapla.model.text import Element, Text


class Names:
    """The ids of a text and those that it had: none is given twice."""

    def __init__(self, text: Text, taken: Iterable[str] = ()) -> None:
        parts = (*text.header.walk(), *text.body.walk())
        self._taken = {text.id, *(part.get("xml:id") for part in parts)} - {""}
        self._units = {name for name in (*self._taken, *taken) if UNIT.match(name)}

    def part(self, seg: Element) -> Element:
        """Return an empty unit that is to be a new part of a unit: the number's next free letter."""
        number = unit_number(seg.get("xml:id"))
        used = [name[len(f"u{number}") :] for name in self._units if unit_number(name) == number]
        letters = _after(max(used, key=lambda some: (len(some), some), default=""))
        name = f"u{number}{letters}"
        if not UNIT.match(name):
            raise HexaplaError(_("Unit {unit} has been divided too often.").format(unit=f"u{number}"))
        self._units.add(name)
        self._taken.add(name)
        shown = re.match(r"[0-9]+", seg.get("n"))
        n = (shown[0] if shown else str(number)) + letters
        return Element("seg", (("n", n), ("type", "unit"), ("xml:id", name)))

    def new(self, letter: str) -> str:
        """Return a name for a block, a division or a note: a letter and the lowest number that is free."""
        name = next(name for n in count(1) if (name := f"{letter}{n}") not in self._taken)
        self._taken.add(name)
        return name

    def named(self, element: Element, letter: str) -> Element:
        """Return an element with an ``xml:id``, its own if it has one."""
        return element if element.get("xml:id") else element.with_attributes(xml_id=self.new(letter))


def _after(letters: str) -> str:
    """Return the letters after some: a, b … z, aa, ab …"""
    rest = letters.rstrip("z")
    tail = "a" * (len(letters) - len(rest))
    if not rest:
        return "a" + tail
    return rest[:-1] + ascii_lowercase[ascii_lowercase.index(rest[-1]) + 1] + tail
