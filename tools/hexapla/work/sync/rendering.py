"""A catalog as the desk's entries make it, over the one that was found in the folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.model import languages
from hexapla.model.catalog import Entry
from hexapla.model.change import Row
from hexapla.model.text import Block, Text
from hexapla.work.edition import Edition
from hexapla.work.sync.retired import retired


def catalog(
    edition: Edition,
    slug: str,
    lang: str,
    rows: list[Row],
    found: Catalog | None,
    earlier: Mapping[str, Sequence[CatalogEntry]] | None = None,
) -> Catalog:
    """Render rows over the catalog that was found: unchanged entries, foreign ones and the header stay.

    ``earlier`` are entries by context that stand as they did, where they say what ours say.
    """
    text = edition.text(slug)
    where = _places(text)
    present = [entry for entry in found.entries if not entry.obsolete] if found else []
    old = _old(present, rows)
    contexts = {row.entry.context for row in rows}
    regrouped = _by_unit(entry for entry in present if entry.msgctxt not in contexts)
    live = [
        _again(row.entry, where, slug, (earlier or {}).get(row.entry.context, ()))
        or _entry(row.entry, where, slug, old.get(row.entry.context), regrouped)
        for row in rows
    ]
    units = {unit for row in rows for unit in row.entry.units}
    obsolete = [row.entry for row in edition.desk.obsolete(edition.text_id(slug), lang)]
    aside = [entry for entry in obsolete if entry.msgstr and entry.units[0] not in where]
    foreign = [
        e
        for e in present
        if e.msgctxt not in contexts and not units.issuperset((e.msgctxt or "?").split("+"))
    ]
    # What stood aside while a change was there that was taken back since: its units are here again, or never were.
    unkept = {entry.context for entry in obsolete} - {entry.context for entry in aside}
    ended = [e for e in (found.entries if found else ()) if e.obsolete and e.msgctxt in unkept]
    ours = retired(edition, edition.text_id(slug), lang, [_said(e) for e in (*foreign, *ended)])
    foreign = [e for e in foreign if _said(e) not in ours]
    alive = {(entry.msgctxt, entry.msgid) for entry in (*live, *foreign)}
    gone = [
        e
        for e in _obsolete(aside, slug, found, where, old)
        if (e.msgctxt, e.msgid) not in alive and not (e.msgctxt in unkept and _said(e) in ours)
    ]
    base = found or grammar.new_catalog(
        text_title=text.title,
        language=languages.language(lang),
        edition_id=edition.settings.id,
        revised=max((row.entry.at for row in rows if row.entry.at), default=""),
    )
    return replace(base, entries=(*live, *foreign, *gone))


def _said(entry: CatalogEntry) -> tuple[str, str, str]:
    return entry.msgctxt or "", entry.msgid, entry.msgstr


def _obsolete(
    aside: list[Entry],
    slug: str,
    found: Catalog | None,
    where: dict[str, Block],
    old: dict[str | None, CatalogEntry],
) -> list[CatalogEntry]:
    """Return the obsolete entries: the file's own as they are, then those of removed units that had a text."""
    kept = [entry for entry in found.entries if entry.obsolete] if found else []
    seen = {(entry.msgctxt, entry.msgid) for entry in kept}
    for entry in aside:
        if (entry.context, entry.msgid) not in seen:
            made = _entry(entry, where, slug, old.get(entry.context))
            kept.append(replace(made, obsolete=True, extracted=(), references=()))
    return kept


def _old(present: list[CatalogEntry], rows: list[Row]) -> dict[str | None, CatalogEntry]:
    """Return the entries of a file by msgctxt; of several with one msgctxt that with our msgid, else the first."""
    old: dict[str | None, CatalogEntry] = {}
    for entry in present:
        old.setdefault(entry.msgctxt, entry)
    if len(old) < len(present):
        ours = {(row.entry.context, row.entry.msgid) for row in rows}
        old |= {entry.msgctxt: entry for entry in present if (entry.msgctxt, entry.msgid) in ours}
    return old


def _by_unit(entries: Iterable[CatalogEntry]) -> dict[str, CatalogEntry]:
    """Return entries by each of their units."""
    return {unit: entry for entry in entries for unit in (entry.msgctxt or "").split("+") if unit}


def _entry(
    entry: Entry,
    where: dict[str, Block],
    slug: str,
    old: CatalogEntry | None,
    regrouped: Mapping[str, CatalogEntry] | None = None,
) -> CatalogEntry:
    """Render an entry; ``regrouped`` are the file's entries that hold units in another way than we do, by unit."""
    instead = (
        {id(regrouped[unit]): regrouped[unit] for unit in entry.units if unit in regrouped}
        if regrouped
        else {}
    )
    block = where.get(entry.units[0], Block("p", ()))
    return grammar.write(
        entry,
        kind=block.kind,
        heads=block.heads,
        speaker=block.speaker,
        reference=f"source/{slug}.xml:{entry.units[0]}",
        old=old,
        instead=tuple(instead.values()),
    )


def _again(
    entry: Entry, where: dict[str, Block], slug: str, earlier: Sequence[CatalogEntry]
) -> CatalogEntry | None:
    """Return an entry as it stood, if it says what ours says."""
    return next((one for one in earlier if _entry(entry, where, slug, one) is one), None)


def _places(text: Text) -> dict[str, Block]:
    return {unit.id: block for block in text.blocks for unit in block.units}
