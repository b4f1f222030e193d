"""A unit as it is compared with others."""

import re
from dataclasses import dataclass
from functools import cached_property

from hexapla.formats.tei import inline
from hexapla.model.text import Element
from hexapla.revise.flow import holders

_IDS = re.compile(r' xml:id="[^"]*"| target="#[^"]*"')


@dataclass(frozen=True)
class Sentence:
    """A unit of a text: its element, and the inline form of what it holds."""

    element: Element
    source: str
    holder: int
    """The number of the element that holds it."""

    @property
    def id(self) -> str:
        """Its id, such as it is."""
        return self.element.get("xml:id")

    @cached_property
    def form(self) -> str:
        """The inline form without ids, which differ from file to file."""
        return _IDS.sub("", self.source) if "<" in self.source else self.source

    @cached_property
    def plain(self) -> str:
        """Its words."""
        return words_of(self.source)

    @cached_property
    def folded(self) -> str:
        """Its words in small letters."""
        return self.plain.casefold()


def words_of(source: str) -> str:
    """Return the words of a unit's source; most have no markup."""
    return inline.plain(source) if "<" in source or "&" in source else source


def sentences_of(body: Element, lang: str) -> list[Sentence]:
    """Return the units of a body in reading order."""
    return [
        Sentence(unit, inline.render(unit.content), nth)
        for nth, holder in enumerate(holders(body, lang))
        for unit in holder.units
    ]
