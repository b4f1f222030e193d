"""What is mined from the texts: candidates for terms in the sources, renderings in the translations; kept at hand."""

from dataclasses import dataclass

from hexapla.formats.tei.plain import plain
from hexapla.model.candidates import Candidate
from hexapla.terms.candidates import candidates
from hexapla.terms.renderings import Renderings
from hexapla.work.edition import WORDS, Edition
from hexapla.work.terms.standing import rendered


@dataclass(frozen=True)
class Unit:
    """One unit of a source, as plain text."""

    slug: str
    id: str
    text: str


def units(edition: Edition, lang: str) -> list[Unit]:
    """Return the units of all texts in a source language, but for the edition-wide words."""
    return [
        Unit(one.slug, unit.id, plain(unit.source))
        for one in edition.settings.texts
        if one.slug != WORDS and edition.text(one.slug).lang == lang
        for unit in edition.text(one.slug).units
    ]


def candidates_of(edition: Edition, lang: str) -> list[Candidate]:
    """Return the candidates for terms in a source language; places are indexes into ``units``."""
    every = units(edition, lang)
    return edition.at_hand(
        f"candidates {lang}",
        _digests(edition, every),
        lambda: candidates(lang, [unit.text for unit in every], table=edition.desk.forms),
    )


def renderings(edition: Edition, lang: str, every: list[Unit]) -> Renderings:
    """Return the translations of units, made ready to be mined; a joined entry stands at its first unit."""

    def made() -> Renderings:
        found = {
            (slug, row.entry.units[0]): rendered(row) or ""
            for slug in dict.fromkeys(unit.slug for unit in every)
            if lang in edition.settings.languages_of(slug)
            for row in edition.desk.rows(edition.text_id(slug), lang, limit=None)
        }
        targets = [found.get((unit.slug, unit.id), "") for unit in every]
        return Renderings(lang, targets, source=source_of(edition, every), table=edition.desk.forms)

    return edition.at_hand(f"renderings {lang}", version(edition, every), made)


def version(edition: Edition, every: list[Unit]) -> tuple[object, ...]:
    """Return what everything that is mined from units and their translations depends on."""
    return edition.desk.last_revision(), _digests(edition, every)


def source_of(edition: Edition, every: list[Unit]) -> Renderings:
    """Return the sources of units, to tell what is rendered from what stands beside it."""
    lang = edition.text(every[0].slug).lang if every else edition.settings.source
    return edition.at_hand(
        f"sources {lang}",
        _digests(edition, every),
        lambda: Renderings(lang, [unit.text for unit in every], table=edition.desk.forms),
    )


def _digests(edition: Edition, every: list[Unit]) -> tuple[tuple[str, str], ...]:
    return tuple((slug, edition.digest(slug)) for slug in dict.fromkeys(unit.slug for unit in every))
