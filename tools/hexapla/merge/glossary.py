"""Merging two glossaries three ways: by concept, language, term, and field; what both sides changed is listed.

A term is known by its text, so that two sides that renamed one differently leave both: neither is lost.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hexapla.model.glossary import STATUS, Concept, Fields, Glossary, Section, Status, Term
from hexapla.model.text import Element, element

T = TypeVar("T")


@dataclass(frozen=True)
class Conflict:
    """Something that both sides changed; ``ours`` and ``theirs`` say it in a few words, ``""`` where it was deleted."""

    concept: str
    lang: str = ""
    term: str = ""
    field: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True)
class Merged:
    """The glossary of both; ``taken`` are the ids of concepts that have something of theirs now."""

    glossary: Glossary
    taken: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Glossary | None, ours: Glossary, theirs: Glossary) -> Merged:
    """Merge: what one side changed is taken, what both changed alike is one, else ours stays and is listed.

    What one side deleted and the other changed is kept as it was changed. Without a base nothing is deleted. The
    order is ours, new concepts of theirs follow at the end; title, language and frame are ours.
    """
    found: list[Conflict] = []
    concepts = _merged(
        base.concepts if base else None,
        ours.concepts,
        theirs.concepts,
        lambda one: one.id,
        lambda old, mine, other: _concept(old, mine, other, found),
        lambda kept, gone: found.append(_about(kept, gone)),
    )
    before = {one.id: one for one in ours.concepts}
    taken = [one.id for one in concepts if before.get(one.id) != one]
    taken += [id_ for id_ in before if id_ not in {one.id for one in concepts}]
    return Merged(replace(ours, concepts=concepts), tuple(taken), tuple(found))


def _about(kept: Concept, gone: str) -> Conflict:
    deleted = {gone: "", ("theirs" if gone == "ours" else "ours"): kept.id}
    return Conflict(kept.id, ours=deleted["ours"], theirs=deleted["theirs"])


def _merged(
    base: Sequence[T] | None,
    ours: Sequence[T],
    theirs: Sequence[T],
    key: Callable[[T], Hashable],
    both: Callable[[T | None, T, T], T],
    clash: Callable[[T, str], None],
) -> tuple[T, ...]:
    """Merge sequences of things that have a key; ``clash`` hears of one that a side deleted and the other changed."""
    if base is not None and (list(theirs) == list(base) or list(ours) == list(theirs)):
        return tuple(ours)
    if base is not None and list(ours) == list(base):
        return tuple(theirs)
    old, mine, other = ({key(one): one for one in some} for some in (base or (), ours, theirs))
    made: list[T] = []
    for name in [*mine, *(name for name in other if name not in mine)]:
        was, here, there = old.get(name), mine.get(name), other.get(name)
        if here is not None and there is not None:
            made.append(_chosen(was, here, there, both))
        elif (kept := here if here is not None else there) is not None and kept != was:
            made.append(kept)
            if was is not None:
                clash(kept, "theirs" if here is not None else "ours")
    return tuple(made)


def _chosen(was: T | None, here: T, there: T, both: Callable[[T | None, T, T], T]) -> T:
    if here == there or there == was:
        return here
    return there if here == was else both(was, here, there)


def _concept(was: Concept | None, ours: Concept, theirs: Concept, found: list[Conflict]) -> Concept:
    about = Conflict(ours.id)
    sections = _merged(
        was.sections if was else None,
        ours.sections,
        theirs.sections,
        lambda one: one.lang,
        lambda old, mine, other: _section(old, mine, other, ours.id, found),
        lambda kept, gone: found.append(_deleted(replace(about, lang=kept.lang), kept.lang, gone)),
    )
    fields = _fields(was.fields if was else None, ours.fields, theirs.fields, about, found)
    return Concept(ours.id, sections, fields)


def _section(
    was: Section | None, ours: Section, theirs: Section, concept: str, found: list[Conflict]
) -> Section:
    about = Conflict(concept, ours.lang)
    terms = _merged(
        was.terms if was else None,
        ours.terms,
        theirs.terms,
        lambda one: one.text,
        lambda old, mine, other: Term(
            mine.text,
            _fields(
                old.fields if old else None, mine.fields, other.fields, replace(about, term=mine.text), found
            ),
        ),
        lambda kept, gone: found.append(_deleted(replace(about, term=kept.text), kept.text, gone)),
    )
    fields = _fields(was.fields if was else None, ours.fields, theirs.fields, about, found)
    return Section(ours.lang, _one_preferred(ours, theirs, terms, about, found), fields)


def _one_preferred(
    ours: Section, theirs: Section, terms: tuple[Term, ...], about: Conflict, found: list[Conflict]
) -> tuple[Term, ...]:
    """Let ours be preferred where each side prefers another term, and theirs admitted."""
    mine, other = (_preferred(section.terms) for section in (ours, theirs))
    if len(mine) != 1 or len(other) != 1 or mine == other or len(_preferred(terms)) < 2:
        return terms
    found.append(replace(about, field=STATUS, ours=mine[0], theirs=other[0]))
    return tuple(
        replace(term, fields=_admitted(term.fields)) if term.text == other[0] else term for term in terms
    )


def _preferred(terms: tuple[Term, ...]) -> list[str]:
    return [term.text for term in terms if term.status is Status.PREFERRED]


def _admitted(fields: Fields) -> Fields:
    said = "admittedTerm-admn-sts"
    return tuple(
        element("termNote", said, type=STATUS)
        if one.get("type") == STATUS
        else Element(one.tag, one.attributes, (said,))
        if one.tag.endswith("}" + STATUS)
        else one
        for one in fields
    )


def _fields(
    was: Fields | None, ours: Fields, theirs: Fields, about: Conflict, found: list[Conflict]
) -> Fields:
    """Merge fields: of one that may stand several times each text is its own, else the name alone is the key."""

    def key(one: tuple[str, Element]) -> str:
        return one[0]

    def both(
        _was: tuple[str, Element] | None, mine: tuple[str, Element], other: tuple[str, Element]
    ) -> tuple[str, Element]:
        name, said = mine
        found.append(replace(about, field=name, ours=_words(said), theirs=_words(other[1])))
        return mine

    def clash(kept: tuple[str, Element], gone: str) -> None:
        found.append(_deleted(replace(about, field=kept[0]), _words(kept[1]), gone))

    merged = _merged(_named(was) if was is not None else None, _named(ours), _named(theirs), key, both, clash)
    return tuple(one for _name, one in merged)


def _named(fields: Fields) -> list[tuple[str, Element]]:
    """Give each field a name of its own: tag, type, and which one of them it is."""
    seen: dict[str, int] = {}
    named = []
    for one in fields:
        name = f"{one.tag} {one.get('type')}".strip()
        seen[name] = seen.get(name, 0) + 1
        named.append((f"{name} {seen[name]}" if seen[name] > 1 else name, one))
    return named


def _deleted(about: Conflict, kept: str, gone: str) -> Conflict:
    return replace(about, theirs=kept) if gone == "ours" else replace(about, ours=kept)


def _words(field: Element) -> str:
    return " ".join(
        "".join(part for one in field.walk() for part in one.content if isinstance(part, str)).split()
    )
