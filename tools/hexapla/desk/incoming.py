"""Texts on their way in, as rows: what was brought, what was read in it, and what people have done with it since.

They are no part of any change set: only what is stored in the end is.
"""

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from hexapla.desk import clock, people
from hexapla.desk.tables import incoming
from hexapla.model.errors import NotFound
from hexapla.model.importing import Import, ImportState, Read
from hexapla.model.messages import _
from hexapla.model.person import Person

_EMPTY: dict[str, Any] = {"source": b"", "reading": b"", "tei": b"", "report": "{}", "steps": "[]"}
"""What a row holds before it is read, and again when all is over: only who brought what, and what became of it."""


def add(
    connection: Connection, person: Person, *, name: str, source: bytes, slug: str, title: str, target: str
) -> int:
    """Keep a file that was brought, to be read; returns its number."""
    people.remember(connection, person)
    now = clock.now()
    values = _EMPTY | {
        "person": person.id,
        "at": now,
        "by": person.id,
        "changed": now,
        "version": 1,
        "state": ImportState.READING.value,
        "name": name,
        "source": source,
        "slug": slug,
        "title": title,
        "lang": "",
        "target": target,
        "error": "",
        "first": 1,
        "next": 1,
    }
    return int(connection.execute(insert(incoming).values(values).returning(incoming.c.id)).scalar_one())


def get(connection: Connection, number: int) -> Import:
    """Return an import; raises NotFound."""
    row = connection.execute(select(*_SHORT).where(incoming.c.id == number)).first()
    if row is None:
        raise NotFound(_("There is no import {number}; it may have been dropped.").format(number=number))
    return _import(row)


def listed(connection: Connection) -> list[Import]:
    """Return the imports that are not over, the newest first."""
    waiting = incoming.c.state.in_([state.value for state in ImportState if not state.over])
    return [
        _import(row)
        for row in connection.execute(select(*_SHORT).where(waiting).order_by(incoming.c.id.desc()))
    ]


def source(connection: Connection, number: int) -> bytes:
    """Return the file byte for byte; empty when all is over."""
    return bytes(connection.scalar(select(incoming.c.source).where(incoming.c.id == number)) or b"")


def read(connection: Connection, number: int) -> Read:
    """Return what was read in the file and what was done since; raises NotFound."""
    columns = (incoming.c[name] for name in ("reading", "tei", "first", "next", "report", "steps"))
    row = connection.execute(select(*columns).where(incoming.c.id == number)).first()
    if row is None:
        raise NotFound(_("There is no import {number}; it may have been dropped.").format(number=number))
    return Read(bytes(row.reading), bytes(row.tei), row.first, row.next, row.report, row.steps)


def put_reading(
    connection: Connection, number: int, made: Read, *, title: str, lang: str, target: str
) -> bool:
    """Keep what was read; False where the row is not waiting for it any more."""
    values = {
        "reading": made.reading,
        "tei": made.tei,
        "first": made.first,
        "next": made.next,
        "report": made.report,
        "steps": made.steps,
        "title": title,
        "lang": lang,
        "target": target,
    }
    return _turn(connection, number, ImportState.READING, ImportState.OPEN, values)


def refuse(connection: Connection, number: int, error: str) -> bool:
    """Say why no text could be made of the file, and let the file go; False where the row is not waiting any more."""
    return _turn(
        connection, number, ImportState.READING, ImportState.REFUSED, {"error": error, "source": b""}
    )


def change(
    connection: Connection, person: Person, number: int, version: int, *, tei: bytes, next: int, steps: str
) -> bool:
    """Keep the text as it stands after an act, if the row is still the one of that version."""
    people.remember(connection, person)
    values = {"tei": tei, "next": next, "steps": steps}
    return _changed(connection, person, number, version, values)


def end(
    connection: Connection, person: Person, number: int, version: int, state: ImportState, slug: str
) -> bool:
    """End an import, if the row is still the one of that version, and let go what it held."""
    people.remember(connection, person)
    return _changed(
        connection, person, number, version, _EMPTY | {"state": state.value, "slug": slug}, reading=True
    )


def _changed(
    connection: Connection,
    person: Person,
    number: int,
    version: int,
    values: dict[str, Any],
    *,
    reading: bool = False,
) -> bool:
    """Change a row of just this version that is open, or (``reading``) being read."""
    states = [ImportState.OPEN.value, *([ImportState.READING.value] if reading else [])]
    same = (incoming.c.id == number) & (incoming.c.version == version) & incoming.c.state.in_(states)
    stamped = values | {"version": version + 1, "by": person.id, "changed": clock.now()}
    return bool(connection.execute(update(incoming).where(same).values(stamped)).rowcount)


def _turn(
    connection: Connection, number: int, before: ImportState, after: ImportState, values: dict[str, Any]
) -> bool:
    waiting = (incoming.c.id == number) & (incoming.c.state == before.value)
    turned = values | {"state": after.value, "version": incoming.c.version + 1, "changed": clock.now()}
    return bool(connection.execute(update(incoming).where(waiting).values(turned)).rowcount)


_NAMES = (
    "id", "person", "at", "by", "changed", "version", "state", "name", "slug", "title", "lang", "target", "error",
)  # fmt: skip
_SHORT = tuple(incoming.c[name] for name in _NAMES)


def _import(row: Row[Any]) -> Import:
    values = {name: getattr(row, name) for name in _NAMES}
    return Import(**values | {"state": ImportState(row.state)})
