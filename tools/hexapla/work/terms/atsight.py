"""The terms of some entries as the editor shows them: what is marked, what is at hand, what is missing."""

from dataclasses import dataclass, replace

from hexapla.checks.terms import finding_of
from hexapla.formats.tei import runs
from hexapla.formats.tei.plain import plain
from hexapla.model.grid import Runs
from hexapla.model.judged import Judged
from hexapla.model.person import Person
from hexapla.work.edition import Edition
from hexapla.work.people import welcome
from hexapla.work.terms import glossary as kept
from hexapla.work.terms import standing, waiving
from hexapla.work.terms.listing import head


@dataclass(frozen=True)
class Seen:
    """A judgement with the name of its concept, the finding that it is, and the reason of a waiver."""

    judged: Judged
    head: str
    finding: str
    message: str
    waived: str = ""


@dataclass(frozen=True)
class At:
    """The judgements of one entry, with the plain texts that their offsets are in."""

    unit: str
    source: str
    target: str
    seen: tuple[Seen, ...]


def page(edition: Edition, person: Person, slug: str, lang: str, first: int, last: int) -> list[At]:
    """Return the terms of the entries whose positions lie in a range."""
    welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    now, naming = standing.of(edition, slug, tag), _naming(edition)
    glossary = kept.read(edition).glossary
    made = []
    for nth, row in enumerate(now.rows):
        if not (first <= row.position <= last and now.judged[nth]):
            continue
        waived: waiving.Waived = {}
        if any(judged.judgement.is_open for judged in now.judged[nth]):
            waived = waiving.waived(glossary, [edition.desk.row(text_id, tag, row.entry.units[0])], tag, slug)
        seen = [
            replace(one, waived=waived.get((row.entry.units, one.judged.concept), "")) if one.finding else one
            for one in _seen(naming, now.judged[nth], now.pairs[nth].source)
        ]
        pair = now.pairs[nth]
        made.append(At(row.entry.units[0], pair.source, pair.target or "", tuple(seen)))
    return made


def verdict(edition: Edition, person: Person, slug: str, lang: str, unit: str, target: Runs) -> At:
    """Return how the terms of an entry would stand with this target, which nobody has saved yet."""
    welcome(person)
    tag = edition.language(slug, lang)
    now = standing.of(edition, slug, tag)
    form = runs.from_runs(target)
    judged = tuple(standing.entry(edition, slug, tag, unit, form))
    nth = now.places.get(unit)
    source = now.pairs[nth].source if nth is not None else ""
    return At(unit, source, plain(form), _seen(_naming(edition), judged, source))


def _naming(edition: Edition) -> dict[str, str]:
    """Return what the concepts are called, by id."""
    now = kept.read(edition)
    return edition.at_hand(
        "heads",
        now.version,
        lambda: {one.name: head(one, edition.settings.source) for one in now.glossary.concepts},
    )


def _seen(naming: dict[str, str], judged: tuple[Judged, ...], source: str) -> tuple[Seen, ...]:
    return tuple(Seen(one, naming.get(one.concept, one.concept), *finding_of(one, source)) for one in judged)
