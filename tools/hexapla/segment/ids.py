"""Ids that are free in a text: numbers for units, names for blocks and notes."""

from collections import Counter

from hexapla.model.names import unit_number
from hexapla.model.text import Content, Element, Text


class Ids:
    """The ids of a text, and the next free ones; numbers only grow, so that an id is given once."""

    def __init__(self, text: Text, next: int) -> None:
        parts = (*text.header.walk(), *text.body.walk())
        self._taken = {text.id, *(part.get("xml:id") for part in parts)}
        self._last: Counter[str] = Counter()
        self.next = max([next, *(unit_number(name) + 1 for name in self._taken)])

    def named(self, element: Element, letter: str) -> Element:
        """Return an element with an ``xml:id``: its own, else the letter and the next free number."""
        if element.get("xml:id"):
            return element
        name = ""
        while not name or name in self._taken:
            self._last[letter] += 1
            name = f"{letter}{self._last[letter]}"
        self._taken.add(name)
        return element.with_attributes(xml_id=name)

    def numbered(self, content: Content) -> Content:
        """Return content in which each unit has the next number, as ``xml:id`` and as ``n``."""
        numbered: list[str | Element] = []
        for child in content:
            if isinstance(child, Element) and child.is_unit:
                child = child.with_attributes(xml_id=f"u{self.next}", n=str(self.next))
                self.next += 1
            numbered.append(child)
        return tuple(numbered)
