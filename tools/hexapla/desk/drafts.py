"""Drafts: what a person has typed and not confirmed; never a revision."""

from sqlalchemy import Connection, delete, insert, update

from hexapla.desk import clock, entries, people
from hexapla.desk.tables import draft
from hexapla.model.change import Draft
from hexapla.model.person import Person


def keep(connection: Connection, person: Person, typed: Draft) -> str:
    """Keep what a person has typed, in place of an older draft of theirs; returns the time."""
    held, at = entries.of_units(connection, typed.text, typed.lang, typed.units), clock.now()
    values = {"msgstr": typed.msgstr, "revision": typed.revision, "at": at}
    own = (draft.c.person == person.id) & (draft.c.entry == held.id)
    if not connection.execute(update(draft).where(own).values(values)).rowcount:
        people.remember(connection, person)
        connection.execute(insert(draft).values(person=person.id, entry=held.id, **values))
    return at


def drop(connection: Connection, person: Person, text_id: str, lang: str, units: tuple[str, ...]) -> None:
    """Drop a person's draft, if there is one."""
    forget(connection, person, entries.of_units(connection, text_id, lang, units).id)


def forget(connection: Connection, person: Person, entry_id: int) -> None:
    """Drop a person's draft of an entry that is at hand."""
    connection.execute(delete(draft).where(draft.c.person == person.id, draft.c.entry == entry_id))
