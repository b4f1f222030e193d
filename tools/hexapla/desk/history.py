"""Change sets and revisions: what was done, by whom, in which order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from hexapla.desk import clock, findings, index, people, words
from hexapla.desk.entries import Held, write_place
from hexapla.desk.tables import changeset, counter, entry, entry_unit, revision
from hexapla.model.catalog import State
from hexapla.model.person import Person
from hexapla.model.stored import Revision


def begin(
    connection: Connection, person: Person, kind: str, note: str = "", *, undoes: int | None = None
) -> int:
    """Begin a change set and return its number; ``undoes`` is the number of one that it takes back."""
    people.remember(connection, person)
    made = connection.execute(
        insert(changeset)
        .values(kind=kind, person=person.id, at=clock.now(), note=note, undoes=undoes)
        .returning(changeset.c.id)
    )
    return int(made.scalar_one())


def withdraw(connection: Connection, change: int) -> None:
    """Take away a change set of this transaction in which nothing happened."""
    connection.execute(delete(changeset).where(changeset.c.id == change))


def append(
    connection: Connection,
    change: int,
    entries: Sequence[Held],
    person: Person,
    *,
    believe: bool = False,
    at: str = "",
) -> list[Held]:
    """Give each entry its next revision, in this order, and store it so; returns them with their numbers.

    The revision is the person's, made ``at`` a time, now by default; with ``believe`` it is whose and of when the
    entry says.
    """
    if not entries:
        return []
    number, at = _numbers(connection, len(entries)), at or clock.now()
    numbered = [replace(held, revision=number + nth) for nth, held in enumerate(entries)]
    rows = [
        {
            **_content(held),
            "number": held.revision,
            "entry": held.id,
            "changeset": change,
            "hash": held.hash,
            "person": held.by if believe else person.id,
            "at": held.at if believe else at,
        }
        for held in numbered
    ]
    connection.execute(insert(revision), rows)
    connection.execute(_STORE, [_stored(held) for held in numbered])
    index.put(connection, ((held.id, held.msgid, held.msgstr) for held in numbered))
    before = {held.id: held.revision for held in entries}
    findings.follow_text(connection, numbered, before)
    return numbered


_STORE = (
    update(entry)
    .where(entry.c.id == bindparam("this"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("live", "position", "msgid", "msgstr", "state", "previous", "reason", "place"),
                *("person", "at", "revision", "words"),
            )
        }
    )
)


def _content(held: Held) -> dict[str, Any]:
    return {
        "live": held.live,
        "msgid": held.msgid,
        "msgstr": held.msgstr,
        "state": held.state.value,
        "previous": held.previous,
        "reason": held.reason,
        "place": write_place(held.place),
    }


def _stored(held: Held) -> dict[str, Any]:
    return {
        **_content(held),
        "this": held.id,
        "position": held.position,
        "person": held.by,
        "at": held.at,
        "revision": held.revision,
        "words": words.count(held.msgid),
    }


def _numbers(connection: Connection, count: int) -> int:
    """Take the next numbers and return the first; another writer waits here until this one has committed."""
    raised = update(counter).where(counter.c.name == "revision").values(value=counter.c.value + count)
    return int(connection.execute(raised.returning(counter.c.value)).scalar_one()) - count + 1


def last(connection: Connection) -> int:
    """Return the number of the newest revision, 0 if there is none."""
    return int(connection.execute(select(counter.c.value).where(counter.c.name == "revision")).scalar_one())


def touched(connection: Connection, text_id: str, lang: str) -> bool:
    """Whether any entry of a text in a language has a revision."""
    which = (entry.c.text == text_id) & (entry.c.lang == lang) & (entry.c.revision > 0)
    return connection.scalar(select(entry.c.id).where(which).limit(1)) is not None


def since(connection: Connection, number: int, limit: int) -> list[Revision]:
    """Return the revisions after a number, oldest first."""
    return _revisions(connection, revision.c.number > number, limit=limit)


def of_unit(connection: Connection, text_id: str, lang: str, unit_id: str) -> list[Revision]:
    """Return every revision that a unit had a part in, through joins and splits, oldest first."""
    entries = select(entry_unit.c.entry).where(
        entry_unit.c.text == text_id, entry_unit.c.lang == lang, entry_unit.c.unit == unit_id
    )
    return _revisions(connection, revision.c.entry.in_(entries))


def text_at(connection: Connection, entry_id: int, number: int) -> str:
    """Return what an entry said at one of its revisions; ``""`` if the number is none of its own."""
    found = connection.scalar(
        select(revision.c.msgstr).where(revision.c.number == number, revision.c.entry == entry_id)
    )
    return found or ""


def author(connection: Connection, number: int) -> tuple[str, str]:
    """Return who made a revision, and when; empty for number 0."""
    row = connection.execute(
        select(revision.c.person, revision.c.at).where(revision.c.number == number)
    ).first()
    return (row.person, row.at) if row else ("", "")


def _revisions(
    connection: Connection, which: ColumnElement[bool], limit: int | None = None
) -> list[Revision]:
    rows = connection.execute(
        select(
            revision.c.number,
            entry.c.text,
            entry.c.lang,
            entry.c.context,
            revision.c.msgid,
            revision.c.msgstr,
            revision.c.state,
            revision.c.person,
            revision.c.at,
            changeset.c.kind,
            revision.c.live,
        )
        .join(entry, entry.c.id == revision.c.entry)
        .join(changeset, changeset.c.id == revision.c.changeset)
        .where(which)
        .order_by(revision.c.number)
        .limit(limit)
    )
    return [
        Revision(number, text, lang, tuple(context.split("+")), msgid, msgstr, State(state), *rest)
        for number, text, lang, context, msgid, msgstr, state, *rest in rows
    ]
