"""A catalog as the desk's entries make it, over the one that was found in the folder."""

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
    old = {entry.msgctxt: entry for entry in found.entries if not entry.obsolete} if found else {}
    live = [_entry(row.entry, where, slug, old.get(row.entry.context)) for row in rows]
    contexts = {entry.msgctxt for entry in live}
    units = {unit for row in rows for unit in row.entry.units}
    aside = [
        row.entry
        for row in edition.desk.obsolete(edition.text_id(slug), lang)
        if row.entry.msgstr and row.entry.units[0] not in where
    ]
    removed = {(entry.context, entry.msgstr) for entry in aside}
    foreign = [
        e
        for e in old.values()
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


def _entry(entry: Entry, where: dict[str, Block], slug: str, old: CatalogEntry | None) -> CatalogEntry:
    block = where.get(entry.units[0], Block("p", ()))
    return grammar.write(
        entry,
        kind=block.kind,
        heads=block.heads,
        speaker=block.speaker,
        reference=f"source/{slug}.xml:{entry.units[0]}",
        old=old,
    )


def _places(text: Text) -> dict[str, Block]:
    return {unit.id: block for block in text.blocks for unit in block.units}
