"""Sync of catalogs: the folder's files and the desk, entry by entry, by the five rules of ``merge``.

A file that cannot be read is left alone and told; a file that is missing, short or emptied never deletes work.
"""

import time
from dataclasses import replace

from hexapla.folder import contents, layout
from hexapla.formats.po import Catalog, CatalogEntry, grammar
from hexapla.merge import Plan, Verdict
from hexapla.merge import plan as merge_plan
from hexapla.merge.catalog import mark
from hexapla.model import languages
from hexapla.model.catalog import Entry
from hexapla.model.change import Row
from hexapla.model.errors import BadFile, BadName, HexaplaError
from hexapla.model.finding import Finding
from hexapla.model.messages import _, ngettext
from hexapla.model.outcome import Synced
from hexapla.model.person import Person
from hexapla.model.text import Block, Text
from hexapla.work.edition import Edition


def sync(edition: Edition, person: Person, *, dry_run: bool = False, take_file: bool = False) -> list[Synced]:
    """Sync every catalog both ways; ``dry_run`` only plans. The folder's entries are authored by ``person``."""
    return [
        catalog(edition, person, text.slug, lang, dry_run=dry_run, take_file=take_file)
        for text in edition.settings.texts
        for lang in edition.settings.languages_of(text.slug)
    ]


def settled(
    edition: Edition, person: Person, *, dry_run: bool = False, take_file: bool = False
) -> list[Synced]:
    """Sync like ``sync``, waiting up to twice STILL seconds for files that somebody is writing just now."""
    rows = sync(edition, person, dry_run=dry_run, take_file=take_file)
    for _try in range(int(layout.STILL * 8)):
        if not any(row.again for row in rows):
            break
        time.sleep(0.25)
        rows = [
            catalog(edition, person, row.text, row.lang, dry_run=dry_run, take_file=take_file)
            if row.again
            else row
            for row in rows
        ]
    return rows


def catalog(
    edition: Edition, person: Person, slug: str, lang: str, *, dry_run: bool = False, take_file: bool = False
) -> Synced:
    """Sync one catalog: read the file, store what it changed, write what the desk has and the file lacks.

    While somebody is writing the file, only a sync that changes nothing goes through; another says ``again``.
    """
    outcome = Synced(slug, lang)
    moving = layout.git_is_busy(edition.root) or not layout.is_still(
        layout.catalog_path(edition.root, slug, lang)
    )
    wait = replace(
        outcome, again=True, skipped=_("the file is being written just now; sync again in a moment")
    )
    try:
        found = contents.read_catalog(edition.root, slug, lang)
    except (BadFile, BadName) as error:
        refused = replace(outcome, skipped=str(error), findings=(_unreadable(error, slug, lang),))
        return wait if moving else refused
    plan = _plan(edition, slug, lang, found, take_file=take_file)
    told = _told(outcome, plan, edition, slug, lang)
    if dry_run or moving:
        writes = _would_write(edition, slug, lang, found, plan)
        if moving and (writes or plan.take or plan.suggest):
            return wait
        if dry_run:
            return replace(told, written=writes)
    _apply(edition, person, slug, lang, plan, believe=False)
    return replace(told, written=_write(edition, slug, lang, found))


def take_in(edition: Edition, person: Person, slug: str, *, changes: bool = True) -> list[Synced]:
    """Read what changed in a text's catalogs since the desk last read or wrote them; writes no file.

    Without ``changes`` only what the desk has never seen is read. A language that the desk has never seen is filled:
    authors and times are believed, once. A file that cannot be read, or that somebody is writing just now, is left
    for later.
    """
    return [
        outcome
        for lang in edition.settings.languages_of(slug)
        if (outcome := _take_in(edition, person, slug, lang, changes=changes)) is not None
    ]


def _take_in(edition: Edition, person: Person, slug: str, lang: str, *, changes: bool) -> Synced | None:
    name, text_id = _remembered(slug, lang), edition.text_id(slug)
    known, source = edition.desk.document(name), contents.catalog_digest(edition.root, slug, lang)
    fresh = known is None and not edition.desk.has_revisions(text_id, lang)
    if (
        source == (known or b"")
        or not (fresh or changes)
        or (not fresh and not layout.is_still(layout.catalog_path(edition.root, slug, lang)))
    ):
        return None
    try:
        found = contents.read_catalog(edition.root, slug, lang)
    except (BadFile, BadName) as error:
        return Synced(slug, lang, skipped=str(error), findings=(_unreadable(error, slug, lang),))
    plan = _plan(edition, slug, lang, found)
    _apply(edition, person, slug, lang, plan, believe=fresh)
    edition.desk.put_document(name, source)
    return _told(Synced(slug, lang), plan, edition, slug, lang)


def _remembered(slug: str, lang: str) -> str:
    """Return the name under which the desk keeps the digest of a catalog as it last read or wrote it."""
    return f"digest/{slug}/{lang}"


def _plan(edition: Edition, slug: str, lang: str, found: Catalog | None, *, take_file: bool = False) -> Plan:
    if found is None:
        return Plan()
    text_id = edition.text_id(slug)
    source = {unit.id: unit.source for unit in edition.text(slug).units}
    spaced = languages.language(edition.settings.source).spaced
    file = []
    for entry in found.entries:
        if entry.msgctxt and not entry.obsolete:
            read = grammar.read(entry)
            file.append((read, read.hash, grammar.base(entry)))
    return merge_plan(
        (row.entry for row in edition.desk.rows(text_id, lang, limit=None)),
        file,
        synced=edition.desk.synced(text_id, lang),
        known=edition.desk.known_hashes(text_id, lang),
        source=lambda units: (" " if spaced else "").join(source[unit] for unit in units),
        trust=edition.settings.trust,
        take_file=take_file,
    )


def _apply(edition: Edition, person: Person, slug: str, lang: str, plan: Plan, *, believe: bool) -> None:
    text_id = edition.text_id(slug)
    edition.desk.fill(person, text_id, lang, plan.take, kind="sync", believe=believe, synced=plan.met)
    for ours, text in plan.suggest:
        edition.desk.suggest(person, text_id, lang, ours.units, text, "sync")


def _told(outcome: Synced, plan: Plan, edition: Edition, slug: str, lang: str) -> Synced:
    """Say what a plan does, and what a person should look at."""
    found = [
        Finding(
            "sync-conflict",
            _(
                "Unit {unit} was changed here and in {file}; yours stays, the file's text is kept as a suggestion."
            ).format(unit=step.ours.context, file=contents.shown_catalog(edition.root, slug, lang)),
            text=slug,
            lang=lang,
            units=step.ours.units,
        )
        for step in plan.steps
        if step.verdict == Verdict.CONFLICT and step.theirs.msgstr
    ]
    if plan.unknown:
        message = ngettext(
            "One entry of {file} belongs to no unit of the text ({units}); it stays in the file.",
            "{n} entries of {file} belong to no unit of the text ({units}); they stay in the file.",
            len(plan.unknown),
        ).format(
            n=len(plan.unknown),
            file=contents.shown_catalog(edition.root, slug, lang),
            units=", ".join(plan.unknown[:5])[:100],
        )
        found.append(Finding("sync-unknown-unit", message, text=slug, lang=lang))
    return replace(
        outcome,
        taken=len(plan.take),
        suggested=len(plan.suggest),
        older=len(plan.older),
        findings=tuple(found),
    )


def _unreadable(error: HexaplaError, slug: str, lang: str) -> Finding:
    return Finding("sync-unreadable", str(error), text=slug, lang=lang)


def _write(edition: Edition, slug: str, lang: str, found: Catalog | None) -> bool:
    """Write the desk's entries into the catalog, and remember that both sides agree on them."""
    text_id = edition.text_id(slug)
    rows = edition.desk.rows(text_id, lang, limit=None)
    made = _catalog(edition, slug, lang, rows, found)
    written = made != found and contents.write_catalog(edition.root, slug, lang, made)
    edition.desk.set_synced(
        text_id, lang, {row.entry.context: mark(row.entry.hash, row.entry.state) for row in rows}
    )
    edition.desk.put_document(_remembered(slug, lang), contents.catalog_digest(edition.root, slug, lang))
    return written


def _would_write(edition: Edition, slug: str, lang: str, found: Catalog | None, plan: Plan) -> bool:
    """Whether the file would change once the plan is carried out."""
    taken = {unit for entry in plan.take for unit in entry.units}
    rows = edition.desk.rows(edition.text_id(slug), lang, limit=None)
    kept = [row for row in rows if not taken.intersection(row.entry.units)]
    made = _catalog(edition, slug, lang, kept, found)
    before = {entry.msgctxt: entry for entry in found.entries} if found else {}
    return found is None or any(before.get(entry.msgctxt) != entry for entry in made.entries)


def _catalog(edition: Edition, slug: str, lang: str, rows: list[Row], found: Catalog | None) -> Catalog:
    """Render rows over the catalog that was found: unchanged entries, foreign ones and the header stay."""
    text = edition.text(slug)
    where = _places(text)
    old = {entry.msgctxt: entry for entry in found.entries if not entry.obsolete} if found else {}
    live = [_entry(row.entry, where, slug, old.get(row.entry.context)) for row in rows]
    contexts = {entry.msgctxt for entry in live}
    units = {unit for row in rows for unit in row.entry.units}
    foreign = [
        e
        for e in old.values()
        if e.msgctxt not in contexts and not units.issuperset((e.msgctxt or "?").split("+"))
    ]
    alive = {(entry.msgctxt, entry.msgid) for entry in (*live, *foreign)}
    gone = [e for e in _obsolete(edition, slug, lang, found, where) if (e.msgctxt, e.msgid) not in alive]
    base = found or grammar.new_catalog(
        text_title=text.title,
        language=languages.language(lang),
        edition_id=edition.settings.id,
        revised=max((row.entry.at for row in rows if row.entry.at), default=""),
    )
    return replace(base, entries=(*live, *foreign, *gone))


def _obsolete(
    edition: Edition, slug: str, lang: str, found: Catalog | None, where: dict[str, Block]
) -> list[CatalogEntry]:
    """Return the obsolete entries: the file's own as they are, then those of removed units that had a text."""
    kept = [entry for entry in found.entries if entry.obsolete] if found else []
    seen = {(entry.msgctxt, entry.msgid) for entry in kept}
    for row in edition.desk.obsolete(edition.text_id(slug), lang):
        if (
            row.entry.msgstr
            and (row.entry.context, row.entry.msgid) not in seen
            and row.entry.units[0] not in where
        ):
            kept.append(
                replace(_entry(row.entry, where, slug, None), obsolete=True, extracted=(), references=())
            )
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
