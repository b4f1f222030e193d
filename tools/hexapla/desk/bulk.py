"""Filling a catalog: many entries in one change set, with their joins, states and remarks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from hexapla.desk import clock, drafts, history, loading, remarks, syncing, writing
from hexapla.desk.catalogs import Catalog
from hexapla.desk.entries import Held
from hexapla.desk.settle import settled
from hexapla.model.catalog import Entry
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown
from hexapla.model.person import Person


def fill(
    connection: Connection,
    person: Person,
    text_id: str,
    lang: str,
    entries: Sequence[Entry],
    *,
    kind: str,
    note: str,
    believe: bool,
    synced: Mapping[str, str],
    seen: Mapping[str, int] | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Give entries their texts in one change set; returns its number (0 if nothing differed) and what was left out.

    With ``seen`` (context to revision) an entry is left out if what holds its units has changed since: its context
    is returned. Raises NotFound for an unknown text or unit, BadFile where two entries name the same unit.
    """
    _refuse_doubles(entries)
    catalog, now = loading.catalog(connection, text_id, lang), clock.now()
    catalog.complete()
    late = [] if seen is None else [one.context for one in entries if _is_late(catalog, one, seen)]
    entries = [one for one in entries if one.context not in late]
    synced = {context: value for context, value in synced.items() if context not in late}
    for given in entries:
        author = (given.by or person.id, given.at or now) if believe else (person.id, now)
        _take(catalog, given, author)
    changes = catalog.changes()
    said = remarks.missing(connection, text_id, lang, entries)
    change = 0
    if changes or said:
        change = history.begin(connection, person, kind, note)
        fresh = writing.write(connection, change, changes, person, believe=believe, at=now)
        remarks.add(connection, change, said, catalog.ids() | fresh, person, believe=believe)
        if changes.flipped:
            drafts.follow(connection, change, text_id)
    syncing.remember(connection, text_id, lang, synced)
    return change, tuple(late)


def _is_late(catalog: Catalog, given: Entry, seen: Mapping[str, int]) -> bool:
    """Whether somebody has saved an entry of these units since it was looked at."""
    return any(held.revision != seen.get(held.context) for held in catalog.holding(given.units))


def _take(catalog: Catalog, given: Entry, author: tuple[str, str]) -> None:
    """Take over what an entry says; its msgid is not taken: the source of a unit is its text's business."""
    held = catalog.claim(given.units)
    msgstr, state, reason = settled(given.msgstr, given.state, given.reason)
    previous = given.previous if given.previous != held.msgid and msgstr else None
    wanted = replace(held, msgstr=msgstr, state=state, reason=reason, previous=previous, place=given.place)
    catalog.put(wanted if wanted.content == held.content else _made(held, wanted, author))


def _made(held: Held, wanted: Held, author: tuple[str, str]) -> Held:
    by, at = author
    return wanted if wanted.msgstr == held.msgstr and held.by else replace(wanted, by=by, at=at)


def _refuse_doubles(entries: Sequence[Entry]) -> None:
    seen: set[str] = set()
    for given in entries:
        for unit_id in given.units:
            if unit_id in seen:
                raise BadFile(
                    _("Unit {unit} is in two entries; leave it in one of them.").format(unit=shown(unit_id))
                )
            seen.add(unit_id)
