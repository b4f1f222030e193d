"""Drafts: what a person has typed and not confirmed; never a revision.

One a person and entry. A person may have two windows: a draft that the writing window has never seen is not overwritten
or dropped without a trace, it becomes a suggestion.
"""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from hexapla.desk import clock, entries, history, people, remarks
from hexapla.desk.tables import draft, entry_unit
from hexapla.model.change import Draft
from hexapla.model.person import Person


def keep(connection: Connection, person: Person, typed: Draft) -> str:
    """Keep what a person has typed, in place of the draft that the window has seen; returns the time."""
    held, at = entries.of_units(connection, typed.text, typed.lang, typed.units), clock.now()
    values = {"msgstr": typed.msgstr, "revision": typed.revision, "at": at, "client": typed.client}
    old = _old(connection, person, held.id)
    if old is None:
        people.remember(connection, person)
        connection.execute(insert(draft).values(person=person.id, entry=held.id, **values))
        return at
    if not _is_known(old, typed.client, typed.seen) and old.msgstr not in ("", typed.msgstr):
        _to_suggestion(connection, person, held.id, old.msgstr)
    connection.execute(update(draft).where(_own(person, held.id)).values(values))
    return at


def drop(
    connection: Connection,
    person: Person,
    text_id: str,
    lang: str,
    units: tuple[str, ...],
    *,
    client: str = "",
    seen: str = "",
) -> None:
    """Drop a person's draft, if there is one and the window knows it."""
    entry_id = entries.of_units(connection, text_id, lang, units).id
    old = _old(connection, person, entry_id)
    if old is not None and _is_known(old, client, seen):
        connection.execute(delete(draft).where(_own(person, entry_id)))


def became(
    connection: Connection, person: Person, entry_id: int, msgstr: str, *, client: str, seen: str
) -> None:
    """Drop the draft that became a revision; one that another window is still at stays."""
    old = _old(connection, person, entry_id)
    if old is not None and (old.msgstr in ("", msgstr) or _is_known(old, client, seen)):
        connection.execute(delete(draft).where(_own(person, entry_id)))


def follow(connection: Connection, change: int, text_id: str) -> None:
    """Let the drafts at entries that were put aside go to what holds their first unit now, if anything does.

    Where the person has a draft there already, it becomes a suggestion.
    """
    aside, heir = entry_unit.alias(), entry_unit.alias()
    rows = connection.execute(
        select(draft, heir.c.entry.label("heir"))
        .join(aside, (aside.c.entry == draft.c.entry) & (aside.c.nth == 0) & ~aside.c.live)
        .join(
            heir,
            (heir.c.text == aside.c.text)
            & (heir.c.lang == aside.c.lang)
            & (heir.c.unit == aside.c.unit)
            & heir.c.live,
        )
        .where(aside.c.text == text_id)
    ).all()
    for row in rows:
        which = (draft.c.person == row.person) & (draft.c.entry == row.entry)
        taken = select(draft.c.entry).where(draft.c.person == row.person, draft.c.entry == row.heir)
        if connection.execute(taken).first() is None:
            connection.execute(update(draft).where(which).values(entry=row.heir))
            continue
        if row.msgstr and not remarks.has_suggestion(connection, row.heir, row.msgstr):
            author = Person(row.person, row.person, frozenset())
            remarks.suggest(connection, change, row.heir, author, row.msgstr, "draft")
        connection.execute(delete(draft).where(which))


def _old(connection: Connection, person: Person, entry_id: int) -> Row[Any] | None:
    return connection.execute(select(draft).where(_own(person, entry_id))).one_or_none()


def _own(person: Person, entry_id: int) -> Any:
    return (draft.c.person == person.id) & (draft.c.entry == entry_id)


def _is_known(old: Row[Any], client: str, seen: str) -> bool:
    """Whether a window has written a draft, or has shown it."""
    return bool(old.client == client or (seen and old.at == seen))


def _to_suggestion(connection: Connection, person: Person, entry_id: int, text: str) -> None:
    if not remarks.has_suggestion(connection, entry_id, text):
        number = history.begin(connection, person, "draft")
        remarks.suggest(connection, number, entry_id, person, text, "draft")
