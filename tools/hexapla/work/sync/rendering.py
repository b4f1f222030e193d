"""A catalog as the desk's entries make it, over the one that was found in the folder."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.model import languages
from hexapla.model.catalog import Entry
from hexapla.model.change import Row
from hexapla.model.text import Block, Text
from hexapla.work.edition import Edition


def catalog(edition: Edition, slug: str, lang: str, rows: list[Row], found: Catalog | None) -> Catalog:
    """Render rows over the catalog that was found: unchanged entries, foreign ones and the header stay."""
    text = edition.text(slug)
    where = _places(text)
    present = [entry for entry in found.entries if not entry.obsolete] if found else []
    old = _old(present, rows)
    contexts = {row.entry.context for row in rows}
    regrouped = _by_unit(entry for entry in present if entry.msgctxt not in contexts)
    live = [_entry(row.entry, where, slug, old.get(row.entry.context), regrouped) for row in rows]
    units = {unit for row in rows for unit in row.entry.units}
    aside = [
        row.entry
        for row in edition.desk.obsolete(edition.text_id(slug), lang)
        if row.entry.msgstr and row.entry.units[0] not in where
    ]
    removed = {(entry.context, entry.msgstr) for entry in aside}
    foreign = [
        e
        for e in present
        if e.msgctxt not in contexts
        and not units.issuperset((e.msgctxt or "?").split("+"))
        and (e.msgctxt, e.msgstr) not in removed
    ]
    alive = {(entry.msgctxt, entry.msgid) for entry in (*live, *foreign)}
    gone = [e for e in _obsolete(aside, slug, found, where, old) if (e.msgctxt, e.msgid) not in alive]
    base = found or grammar.new_catalog(
        text_title=text.title,
        language=languages.language(lang),
        edition_id=edition.settings.id,
        revised=max((row.entry.at for row in rows if row.entry.at), default=""),
    )
    return replace(base, entries=(*live, *foreign, *gone))


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


def _places(text: Text) -> dict[str, Block]:
    return {unit.id: block for block in text.blocks for unit in block.units}
