"""A text of the edition and a new state of it, compared and put in its place: what ``revise`` and ``sync`` share."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from hexapla import segment
from hexapla.formats import tei
from hexapla.model.catalog import Entry
from hexapla.model.edition import Settings
from hexapla.model.mend import Effect
from hexapla.model.person import Person, Right
from hexapla.model.revised import Fate
from hexapla.model.text import Text
from hexapla.revise import Revised, revised
from hexapla.revise.carry import Carrier, effect
from hexapla.revise.mended import mended
from hexapla.work import settings
from hexapla.work.edition import Edition
from hexapla.work.rights import allow


@dataclass(frozen=True)
class Aside:
    """The units that a text had once and has no more, with what they said, and their entries by language."""

    said: dict[str, str]
    entries: dict[str, tuple[Entry, ...]]


def aside(edition: Edition, text_id: str, text: Text) -> Aside:
    """Return what has been put aside with units of a text; a unit that was only ever joined has nothing to say."""
    said: dict[str, str] = {}
    entries: dict[str, tuple[Entry, ...]] = {}
    for progress in edition.desk.progress(text_id):
        rows = [row.entry for row in edition.desk.obsolete(text_id, progress.lang)]
        gone = [entry for entry in rows if not any(unit in text.places for unit in entry.units)]
        entries[progress.lang] = tuple(gone)
        for entry in rows:
            for unit in entry.units:
                if unit not in text.places:
                    said[unit] = entry.msgid if entry.units == (unit,) else said.get(unit, "")
    return Aside(said, entries)


def segmented(edition: Edition, slug: str, text: Text, *, next: int) -> tuple[Text, int]:
    """Return a text with units, divided as the edition divides this one, and the next free number."""
    unit, own = _unit(edition, slug), edition.settings.abbreviations
    return segment.units(text, unit=unit, next=next, abbreviations=own)


def edited_text(edition: Edition, slug: str, source: bytes, *, file: str) -> tuple[Text, frozenset[str], int]:
    """Return a text's own document as somebody has edited it, all of it in units; the units that the file marks; and
    the next free number.

    Raises BadFile for a document that is damaged.
    """
    found, _apart = tei.parse_edited(source, file=file)
    text = mended(found, partial(divide, edition))
    known = edition.settings.text(slug)
    made, following = segmented(edition, slug, text, next=known.next if known else 1)
    return made, frozenset(unit.id for unit in text.units), following


def _unit(edition: Edition, slug: str) -> str:
    known = edition.settings.text(slug)
    return (known.unit if known else "") or edition.settings.unit


def divide(edition: Edition, text: str, lang: str) -> list[tuple[int, int]]:
    """Return the sentences of a text as the edition has them."""
    own = edition.settings.abbreviations
    return segment.sentences(text, lang, own.get(lang) or own.get(lang.partition("-")[0], ()))


def compare(
    edition: Edition,
    slug: str,
    text: Text,
    before: Aside,
    *,
    is_own: bool = False,
    marked: Collection[str] = (),
    has_header: bool = False,
) -> Revised:
    """Return a new state of a text of the edition with the ids of the present one."""
    known = edition.settings.text(slug)
    return revised(
        edition.text(slug),
        text,
        next=known.next if known else 1,
        is_own=is_own,
        marked=marked,
        gone=before.said,
        has_header=has_header,
        by_sentence=_unit(edition, slug) == "sentence",
        divide=partial(divide, edition),
    )


def effects(
    edition: Edition, slug: str, made: Revised, minor: Collection[str] = frozenset()
) -> tuple[Effect, ...]:
    """Return what a revision does to the translations of each language of a text."""
    text_id = edition.text_id(slug)
    return tuple(
        effect(lang, (row.entry for row in edition.desk.rows(text_id, lang, limit=None)), made.fates, minor)
        for lang in edition.settings.languages_of(slug)
    )


def put(
    edition: Edition,
    person: Person,
    slug: str,
    made: Revised,
    source: bytes,
    before: Aside,
    *,
    minor: Collection[str] = frozenset(),
    note: str = "",
    write: bool = True,
) -> int:
    """Put a revised text in the place of the present one; returns the change set, 0 if nothing changed.

    The number of the next unit is raised first, so that none is ever given twice. ``minor`` counts for edited units.
    """
    allow(person, Right.MANAGE)
    raise_next(edition, slug, made.next, write=write)
    change = edition.desk.put_text(
        person,
        made.text,
        slug=slug,
        tei=source,
        languages=edition.settings.languages_of(slug),
        minor=minor,
        note=note,
        carry=Carrier(made.text, made.fates, before.entries, frozenset(before.said)),
    )
    edition.stored(slug, made.text, source)
    return change


def edited(made: Revised) -> frozenset[str]:
    """Return the units whose words were changed, and that are whole still: those that may be minor."""
    return frozenset(one.after[0] for one in made.fates if one.fate is Fate.EDITED)


def raise_next(edition: Edition, slug: str, number: int, *, write: bool = True) -> None:
    """Raise the number of a text's next unit; it never falls."""
    known = edition.settings.text(slug)
    if known is None or known.next >= number:
        return

    def raised(now: Settings) -> Settings:
        texts = (replace(one, next=max(one.next, number)) if one.slug == slug else one for one in now.texts)
        return replace(now, texts=tuple(texts))

    settings.change(edition, raised, write=write)
