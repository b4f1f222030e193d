"""Three-way merge of two glossaries: by concept, within it by language and term, within those by field.

A concept is known by its id, a term by its text; where a side has one more than once, by whether it is for some texts
only, and its status there, besides. Where both sides changed a field, ours stays and the conflict is listed; of a
definition, theirs is kept as a note. Decided besides:

- What one side deleted and the other changed is kept as it was changed, and listed; so is a field that was emptied.
- A term that each side put another in the place of: both are kept. Where both sides newly prefer a term, ours is the
  preferred one; theirs comes in as admitted, and is listed.
- A concept that both sides made anew under one id, without a term in common, is two: theirs gets the next free number,
  and is listed. References to it in other concepts are not followed.
- Of forms, texts, references and steps, and of what we have no field for, what either side added is kept; steps are
  then in the order of their times. A note or context of theirs that did not win is kept beside ours.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeAlias, TypeVar

from hexapla.merge.union import union
from hexapla.model.glossary import Concept, Glossary, Section, Status, Term
from hexapla.model.text import Element, element

Place: TypeAlias = tuple[str, str, str]
"""Concept, language and term; empty from where a change is of the level above on."""
Level = TypeVar("Level", Glossary, Concept, Section, Term)
T = TypeVar("T")

_APART = frozenset({"id", "concepts", "sections", "terms", "text", "other"})
"""What is no field: names, the levels below, and the rest; ``lang`` is a field of a glossary only."""
_LISTS = frozenset({"forms", "texts", "references", "log"})
"""The fields of which each side may add and take away single values."""


@dataclass(frozen=True)
class Conflict:
    """What both sides changed, each in its own way; a side's words are empty where it took the thing away."""

    concept: str
    lang: str = ""
    term: str = ""
    field: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True)
class Merged:
    """The merged glossary, where something was taken from theirs (each place once), and what of theirs did not win."""

    glossary: Glossary
    taken: tuple[Place, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Glossary | None, ours: Glossary, theirs: Glossary) -> Merged:
    """Merge what the desk (``ours``) and the file (``theirs``) made of the same glossary.

    Without a ``base`` nothing is known to be older, so that nothing is taken away: what only one side has is kept.
    """
    merging = _Merging()
    value = merging.glossary(base, ours, theirs)
    return Merged(value, tuple(merging.taken), tuple(merging.conflicts))


def together(ours: Concept, theirs: Concept) -> tuple[Concept, tuple[Conflict, ...]]:
    """Make two concepts one, which has our id and all that both say, and list what of theirs did not win."""
    merging = _Merging()
    return merging.concept(None, ours, theirs), tuple(merging.conflicts)


def terms_together(ours: Term, theirs: Term) -> Term:
    """Make two entries of a term one, which has our values, theirs where ours are empty, and all that both say."""
    return _Merging().fields(("", "", ""), None, ours, theirs)


class _Merging:
    """A merge in the making."""

    def __init__(self) -> None:
        self.taken: dict[Place, None] = {}
        self.conflicts: list[Conflict] = []

    def glossary(self, base: Glossary | None, ours: Glossary, theirs: Glossary) -> Glossary:
        theirs = self.apart(base, ours, theirs)
        concepts = self.sequence(
            (base.concepts if base else (), ours.concepts, theirs.concepts),
            lambda concept: concept.name,
            lambda concept: (concept.name, "", ""),
            self.concept,
        )
        merged = self.fields(("", "", ""), base, ours, theirs)
        return replace(merged, concepts=concepts)

    def concept(self, base: Concept | None, ours: Concept, theirs: Concept) -> Concept:
        place = (ours.name, "", "")
        sections = self.sequence(
            (base.sections if base else (), ours.sections, theirs.sections),
            lambda section: section.lang,
            lambda section: (ours.name, section.lang, ""),
            lambda *sides: self.section(ours.name, *sides),
        )
        return replace(self.fields(place, base, ours, theirs), sections=sections)

    def section(self, concept: str, base: Section | None, ours: Section, theirs: Section) -> Section:
        place = (concept, ours.lang, "")
        counts = (Counter(term.text for term in one.terms) for one in (base, ours, theirs) if one)
        many = {text for count in counts for text, number in count.items() if number > 1}
        terms = self.sequence(
            (base.terms if base else (), ours.terms, theirs.terms),
            lambda term: (
                (term.text, bool(term.texts), term.status if term.texts else None)
                if term.text in many
                else term.text
            ),
            lambda term: (concept, ours.lang, term.text),
            lambda was, mine, other: self.fields((concept, ours.lang, mine.text), was, mine, other),
        )
        terms = self.preferred(place, (base.terms if base else (), ours.terms, theirs.terms), terms)
        return replace(self.fields(place, base, ours, theirs), terms=terms)

    def fields(self, place: Place, base: Level | None, ours: Level, theirs: Level) -> Level:
        """Merge the fields of one level, and what it holds besides; the levels below stay ours."""
        values: dict[str, Any] = {}
        for one in fields(ours):
            if one.name in _APART or (one.name == "lang" and not isinstance(ours, Glossary)):
                continue
            empty = "" if one.default is MISSING else one.default
            was = getattr(base, one.name, empty)
            merged = self.listed if one.name in _LISTS else self.value
            values[one.name] = merged(
                place, one.name, was, getattr(ours, one.name), getattr(theirs, one.name)
            )
        others: tuple[Element, ...] = self.others(
            place, base.other if base is not None else (), ours.other, theirs.other
        )
        return replace(ours, **_with_lost(base, theirs, values | {"other": others}))

    def listed(self, place: Place, name: str, base: Any, ours: Any, theirs: Any) -> object:
        """Merge the values of a list one by one; steps by their times."""
        if theirs in (ours, base):
            return ours
        self.taken[place] = None
        if ours == base:
            return theirs
        merged = union((base, ours, theirs), lambda one: one, lambda _was, mine, _other: mine)
        return tuple(sorted(merged, key=lambda step: step.at)) if name == "log" else merged

    def value(self, place: Place, name: str, base: object, ours: object, theirs: object) -> object:
        """Merge one field; an empty one loses against one that was changed."""
        if theirs in (ours, base):
            return ours
        if ours != base:
            self.conflicts.append(Conflict(*place, name, _words(ours), _words(theirs)))
        if ours == base or not ours:
            self.taken[place] = None
            return theirs
        return ours

    def others(
        self,
        place: Place,
        base: tuple[Element, ...],
        ours: tuple[Element, ...],
        theirs: tuple[Element, ...],
    ) -> tuple[Element, ...]:
        """Merge what we have no field for, element by element; an element that was changed is another one."""
        if theirs in (ours, base):
            return ours
        self.taken[place] = None
        if ours == base:
            return theirs
        merged = union((base, ours, theirs), lambda element: element, lambda _was, mine, _other: mine)
        own = [element for element in merged if element.tag == "term"]
        for other in own[1:]:
            self.conflicts.append(Conflict(*place, "term", _words(own[0]), _words(other)))
        return tuple(sorted((element for element in merged if element not in own[1:]), key=_rank))

    def sequence(
        self,
        sides: tuple[Sequence[T], Sequence[T], Sequence[T]],
        key: Callable[[T], Hashable],
        place: Callable[[T], Place],
        both: Callable[[T | None, T, T], T],
    ) -> tuple[T, ...]:
        """Merge levels that have names."""

        def deleted(kept: T, *, by_us: bool) -> None:
            words = (_words(kept), "")[:: -1 if by_us else 1]
            self.conflicts.append(Conflict(*place(kept), "", *words))

        def taken(level: T) -> None:
            self.taken |= dict.fromkeys(_places(place(level), level))

        return union(sides, key, both, deleted, taken)

    def preferred(
        self, place: Place, sides: tuple[Sequence[Term], ...], merged: tuple[Term, ...]
    ) -> tuple[Term, ...]:
        """Let those be preferred that we newly prefer, where both sides newly prefer others for the same texts."""
        base, ours, theirs = (
            {(term.text, term.texts) for term in side if term.status is Status.PREFERRED} for side in sides
        )
        chosen = ours - theirs - base
        rivals = {
            (text, texts)
            for text, texts in theirs - ours - base
            if any(text != other and _meet(texts, others) for other, others in chosen)
        }
        terms: list[Term] = []
        for term in merged:
            if term.status is Status.PREFERRED and (term.text, term.texts) in rivals:
                self.conflicts.append(
                    Conflict(*place[:2], term.text, "status", Status.ADMITTED, Status.PREFERRED)
                )
                term = replace(term, status=Status.ADMITTED)
            terms.append(term)
        return tuple(terms)

    def apart(self, base: Glossary | None, ours: Glossary, theirs: Glossary) -> Glossary:
        """Give concepts of theirs that only share an id with one of ours a number of their own."""
        known = {concept.id for concept in base.concepts} if base else set()
        mine = {concept.id: concept for concept in ours.concepts if concept.id not in known | {""}}
        ids = known | {concept.id for side in (ours, theirs) for concept in side.concepts}
        concepts: list[Concept] = []
        for concept in theirs.concepts:
            texts = mine[concept.id].texts if concept.id in mine else frozenset()
            if texts and concept.texts and not texts & concept.texts:
                free = _next(concept.id, ids)
                ids.add(free)
                self.conflicts.append(Conflict(concept.id, field="id", ours=concept.id, theirs=free))
                concept = replace(concept, id=free)
            concepts.append(concept)
        return replace(theirs, concepts=tuple(concepts))


def _meet(texts: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two terms that are preferred for these texts are so in one place: one for all is none for some."""
    return not set(texts).isdisjoint(others) if texts and others else bool(texts) == bool(others)


def _with_lost(base: Level | None, theirs: Level, values: dict[str, Any]) -> dict[str, Any]:
    """Keep what of their words did not win: a definition and a note as a note, a context as a context."""
    made: dict[str, Any] = dict(values)
    for name in ("definition", "note", "context"):
        lost = getattr(theirs, name, "")
        if not lost or lost in (values[name], getattr(base, name, "")):
            continue
        kept = element("descrip", lost, type="context") if name == "context" else element("note", lost)
        if name == "definition" and not made["note"]:
            made["note"] = lost
        elif kept not in made["other"] and (name == "context" or lost != made["note"]):
            made["other"] = (*made["other"], kept)
    return made


def _next(id_: str, ids: Iterable[str]) -> str:
    """Return an id like this one, with the next number that is free."""
    stem = id_.rstrip("0123456789")
    found = [re.fullmatch(rf"{re.escape(stem)}([0-9]+)", one, re.ASCII) for one in ids]
    return f"{stem}{max((int(one[1]) for one in found if one and len(one[1]) < 19), default=1) + 1}"


def _places(place: Place, level: object) -> list[Place]:
    """Return the places of all terms of a level, or its own where it has none."""
    if isinstance(level, Concept):
        found = [(place[0], lang, text) for lang, text in sorted(level.texts)]
    elif isinstance(level, Section):
        found = [(*place[:2], term.text) for term in level.terms]
    else:
        found = []
    return found or [place]


def _rank(element: Element) -> int:
    """Return where TBX has an element in the section of a term."""
    return 0 if element.tag == "term" else 1 if element.tag.startswith("termNote") else 2


def _words(value: object) -> str:
    """Say in a few words what a side has."""
    if isinstance(value, Concept):
        return ", ".join(dict.fromkeys(text for _lang, text in sorted(value.texts))) or value.name
    if isinstance(value, Section):
        return ", ".join(term.text for term in value.terms) or value.lang
    if isinstance(value, Term):
        return value.text
    if isinstance(value, Element):
        return " ".join(
            "".join(part for one in value.walk() for part in one.content if isinstance(part, str)).split()
        )
    if isinstance(value, tuple):
        return ", ".join(f"{name}={text}" for name, text in value)
    return str(value or "")
