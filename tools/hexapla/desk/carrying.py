"""Carrying entries over to other units, within the change set that changes their text."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from hexapla.desk import remarks, turning
from hexapla.desk.catalogs import Catalog
from hexapla.desk.entries import Held
from hexapla.desk.settle import settled
from hexapla.desk.tables import draft, entry
from hexapla.model.catalog import Entry, Suggestion
from hexapla.model.person import Person


@dataclass(frozen=True)
class Said:
    """What is to be said about entries once they are stored: new remarks, and closed ones that are opened again."""

    missing: remarks.Remarks
    closed: tuple[tuple[str, int], ...] = ()


def entries(connection: Connection, catalog: Catalog, units: Collection[str]) -> tuple[Entry, ...]:
    """Return the live entries that hold some of these units, with their open remarks, in the order of the text.

    The drafts at an entry that loses a unit stand among its suggestions: it may be put aside.
    """
    found = sorted(catalog.holding(sorted(units)), key=lambda held: held.position)
    if not found:
        return ()
    text_id, lang = found[0].text, found[0].lang
    said = remarks.collect(connection, (entry.c.text == text_id) & (entry.c.lang == lang) & entry.c.live)
    typed = _drafts(connection, text_id, lang)
    made = []
    for held in found:
        waivers, suggestions, comments = said.get(held.id, ((), (), ()))
        if catalog.msgid(held.units) is None:
            suggestions = (*suggestions, *typed.get(held.id, ()))
        made.append(replace(_entry(held), waivers=waivers, suggestions=suggestions, comments=comments))
    return tuple(made)


def _entry(held: Held) -> Entry:
    return Entry(
        units=held.units,
        msgid=held.msgid,
        msgstr=held.msgstr,
        state=held.state,
        previous=held.previous,
        reason=held.reason,
        place=held.place,
        by=held.by,
        at=held.at,
    )


def _drafts(connection: Connection, text_id: str, lang: str) -> dict[int, tuple[Suggestion, ...]]:
    """Return what people have typed and not confirmed, as suggestions, by the number of the entry."""
    rows = connection.execute(
        select(draft)
        .join(entry, entry.c.id == draft.c.entry)
        .where(entry.c.text == text_id, entry.c.lang == lang, entry.c.live, draft.c.msgstr != "")
        .order_by(draft.c.entry, draft.c.person)
    )
    found: dict[int, tuple[Suggestion, ...]] = {}
    for row in rows:
        offered = Suggestion(row.msgstr, row.person, row.at, "draft")
        found[row.entry] = (*found.get(row.entry, ()), offered)
    return found


def take(connection: Connection, catalog: Catalog, given: Iterable[Entry]) -> Said:
    """Let entries stand in a working copy as they are given; returns what there is to be said about them.

    Raises NotFound for a unit that the text does not have.
    """
    wanted = tuple(given)
    for one in wanted:
        held = catalog.claim(one.units)
        msgstr, state, reason = settled(one.msgstr, one.state, one.reason)
        previous = one.previous if one.previous != held.msgid and msgstr else None
        catalog.put(
            replace(
                held,
                msgstr=msgstr,
                state=state,
                reason=reason,
                previous=previous,
                place=one.place,
                by=one.by if msgstr else "",
                at=one.at if msgstr else "",
            )
        )
    if not any(one.remarks for one in wanted):
        return Said({})
    text_id, lang = catalog.identity
    missing = remarks.missing(connection, text_id, lang, wanted)
    return Said(missing, tuple(remarks.closed(connection, text_id, lang, wanted)))


def add(connection: Connection, change: int, said: Said, ids: Mapping[str, int], person: Person) -> None:
    """Say what there is to be said, in a change set; remarks keep their authors and times."""
    remarks.add(connection, change, said.missing, ids, person, believe=True)
    for kind, number in said.closed:
        turning.turn(connection, change, kind, number, to_open=True)
