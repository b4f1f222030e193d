"""Ids of notes, blocks and divisions: an element whose units were in an old one is that one."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from hexapla.formats.tei import blocks
from hexapla.formats.tei.elements import POINTERS
from hexapla.formats.tei.twins import twin_of
from hexapla.model.text import Element

Claims: TypeAlias = list[tuple[Element, Element, int]]
"""New elements, the old ones that they are most likely, and for how many of their children."""
_NAME = re.compile(r"(.*?)\d*\Z", re.DOTALL)


def inherited(old: Element, new: Element, renamed: Mapping[str, str]) -> Element:
    """Return a new body whose units bear their ids already, with the ids of the old body for what is the same.

    Ids of the new body that the old one has for something else are replaced. Pointers follow, also to units, which
    were called otherwise before they were ``renamed``.
    """
    claims = _Claims(old)
    claims.visit(new)
    heirs: dict[int, Element] = {}
    taken: set[int] = set()
    for mine, was, _votes in sorted(claims.made, key=lambda claim: -claim[2]):
        if id(was) not in taken and id(mine) not in heirs:
            heirs[id(mine)] = was
            taken.add(id(was))
    return _Names(old, new, heirs, dict(renamed)).body()


def untwinned(body: Element) -> Element:
    """Return a body in which what bears an id that was given twice has one of its own; units are left alone."""
    known = {element.get("xml:id") for element in body.walk()}

    def named(element: Element) -> Element:
        content = tuple(child if isinstance(child, str) else named(child) for child in element.content)
        base = "" if element.is_unit else twin_of(element.get("xml:id"))
        if not base:
            return Element(element.tag, element.attributes, content)
        made = free(base, known)
        known.add(made)
        return Element(element.tag, element.attributes, content).with_attributes(xml_id=made)

    return named(body) if any(twin_of(name) for name in known) else body


def free(name: str, known: Collection[str], last: Counter[str] | None = None) -> str:
    """Return the next free name like one: b7 like b3; ``last`` remembers where the search was."""
    found = _NAME.match(name)
    stem, last = found[1] if found else name, Counter() if last is None else last
    while (made := f"{stem}{last[stem] + 1}") in known:
        last[stem] += 1
    return made


@dataclass
class _Claims:
    """Which old element each new one is most likely, from its units upward."""

    old: Element
    made: Claims = field(default_factory=list)

    def __post_init__(self) -> None:
        self._parent: dict[int, Element] = {}
        self._units: dict[str, Element] = {}
        for element in self.old.walk():
            for child in element.content:
                if isinstance(child, Element):
                    self._parent[id(child)] = element
            if element.is_unit:
                self._units[element.get("xml:id")] = element

    def visit(self, element: Element) -> Element | None:
        """Return the old element that a new one most likely is; its inner elements are visited too."""
        votes: Counter[int] = Counter()
        known: dict[int, Element] = {}
        for child in element.content:
            if not isinstance(child, Element):
                continue
            was = self.visit(child)
            parent = self._parent.get(id(was)) if was is not None else None
            if parent is not None and (parent.tag == element.tag or child.is_unit):
                votes[id(parent)] += 1
                known[id(parent)] = parent
        if element.is_unit:
            unit = self._units.get(element.get("xml:id"))
            if unit is not None:
                self._notes(element, unit)
            return unit
        if not votes:
            return None
        (first, count), *_others = votes.most_common(1)
        self.made.append((element, known[first], count))
        return known[first]

    def _notes(self, new: Element, old: Element) -> None:
        """Notes of a unit that are as many as they were are the same, whatever has become of their words."""
        mine, theirs = blocks.embedded(new.content), blocks.embedded(old.content)
        if [one.tag for one in mine] == [one.tag for one in theirs]:
            self.made += [
                (one, other, 0)
                for one, other in zip(mine, theirs, strict=True)
                if not one.is_unit and not other.is_unit
            ]


class _Names:
    """The ids of a new body, as they are to be."""

    def __init__(
        self, old: Element, new: Element, heirs: dict[int, Element], renamed: dict[str, str]
    ) -> None:
        self._new, self._heirs, self._renamed = new, heirs, renamed
        self._kept = {element.get("xml:id") for element in heirs.values()}
        self._old: set[str] = set()
        self._known: set[str] = set()
        self._note(old, self._old)
        self._note(new, set())
        self._kept.update(element.get("xml:id") for element in new.walk() if element.is_unit)
        self._last: Counter[str] = Counter()

    def _note(self, element: Element, holding: set[str]) -> bool:
        """Note all ids in an element, and those of what is or holds a unit; returns whether it does itself."""
        holds = element.is_unit
        for child in element.content:
            if not isinstance(child, str):
                holds = self._note(child, holding) or holds
        name = element.get("xml:id")
        self._known.add(name)
        if holds:
            holding.add(name)
        return holds

    def body(self) -> Element:
        """Return the body with its ids."""
        made = self._named(self._new)
        return _pointed(made, self._renamed) if self._renamed else made

    def _named(self, element: Element) -> Element:
        content = tuple(child if isinstance(child, str) else self._named(child) for child in element.content)
        name = element.get("xml:id")
        wanted = name if element.is_unit else self._wanted(element, name)
        if wanted != name:
            if name:
                self._renamed[name] = wanted
            element = element.with_attributes(xml_id=wanted or None)
        return Element(element.tag, element.attributes, content)

    def _wanted(self, element: Element, name: str) -> str:
        heir = self._heirs.get(id(element))
        if heir is not None and heir.get("xml:id"):
            return heir.get("xml:id")
        if not name or (name not in self._kept and name not in self._old):
            return name
        return self._fresh(name)

    def _fresh(self, name: str) -> str:
        made = free(name, self._known, self._last)
        self._known.add(made)
        return made


def _pointed(element: Element, renamed: dict[str, str]) -> Element:
    """Return an element in which pointers follow what was renamed."""
    attributes = tuple(
        (name, _followed(value, renamed)) if name in POINTERS and "#" in value else (name, value)
        for name, value in element.attributes
    )
    content = tuple(
        child if isinstance(child, str) else _pointed(child, renamed) for child in element.content
    )
    return Element(element.tag, attributes, content)


def _followed(value: str, renamed: dict[str, str]) -> str:
    words = value.split()
    return " ".join(
        f"#{renamed[word[1:]]}" if word[:1] == "#" and word[1:] in renamed else word for word in words
    )
