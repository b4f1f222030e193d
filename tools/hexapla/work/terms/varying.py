"""What is rendered in more than one way and nobody has decided: concepts without a term, and candidates."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.model.candidates import MinedRendering, Place
from hexapla.model.glossary import Kind
from hexapla.work.edition import Edition
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import mined, standing
from hexapla.work.terms.listing import head

LEAST = 6
"""How often something must occur for its renderings to be compared."""
OFTEN = 3
"""How often each of them must stand, to be more than chance."""
MOST = 60
"""How many candidates are looked at: further down stand words that nobody wants to hold constant."""


@dataclass(frozen=True)
class Varying:
    """Something that is rendered in several ways: in which units (slug, id) stands which, and how often."""

    subject: str
    name: str
    lang: str
    ways: tuple[tuple[str, int], ...]
    units: dict[tuple[str, str], str]


def of(edition: Edition, lang: str) -> list[Varying]:
    """Return what is rendered in several ways in a language, over all texts in the edition's source language."""
    every = mined.units(edition, edition.settings.source)
    ready = mined.renderings(edition, lang, every)
    found = []
    for subject, name, places in _subjects(edition, lang, every):
        if len(places) < LEAST:
            continue
        ways = [way for way in ready.ways(places) if way.count >= OFTEN]
        if len(ways) > 1:
            found.append(_varying(subject, name, lang, ways, every))
    return found


def _varying(
    subject: str, name: str, lang: str, ways: Sequence[MinedRendering], every: list[mined.Unit]
) -> Varying:
    units: dict[tuple[str, str], str] = {}
    for way in ways:
        for nth, _start, _end in way.places:
            units.setdefault((every[nth].slug, every[nth].id), way.name)
    return Varying(subject, name, lang, tuple((way.name, way.count) for way in ways), units)


def _subjects(edition: Edition, lang: str, every: list[mined.Unit]) -> Iterator[tuple[str, str, list[Place]]]:
    """Yield the concepts that have no term in a language, and the candidates, each with its places."""
    glossary, source = kept.read(edition).glossary, edition.settings.source
    open_ = {
        one.name: head(one, source)
        for one in glossary.concepts
        if not any(part.lang == lang and part.terms for part in one.sections)
    }
    places: dict[str, list[Place]] = defaultdict(list)
    if open_:
        ready = standing.terms(edition)
        side = standing.judge(edition, ready, source, lang).source
        for nth, hits in enumerate(side.find([unit.text for unit in every], "")):
            for named, hit in hits:
                name = glossary.concepts[named.concept].name
                if name in open_:
                    places[name].append((nth, hit.start, hit.end))
    for name, found in places.items():
        yield name, open_[name], found
    rejected = edition.desk.candidates.rejected(source)
    known = {
        term.text.casefold() for one in glossary.concepts for part in one.sections for term in part.terms
    }
    for one in mined.candidates_of(edition, source)[:MOST]:
        if one.kind is Kind.TERM and one.lemma not in rejected and one.name.casefold() not in known:
            yield one.lemma, one.name, list(one.places)
