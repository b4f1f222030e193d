"""Candidates for terms that somebody rejected: a row for each, open while it is not to be offered."""

from sqlalchemy import Connection, insert, select

from hexapla.desk import clock, turning
from hexapla.desk.tables import rejected as rejections
from hexapla.model.person import Person


def reject(connection: Connection, change: int, person: Person, lang: str, name: str) -> bool:
    """Reject a candidate within a change set; False if it is rejected already."""
    known = number_of(connection, lang, name)
    if known:
        return turning.turn(connection, change, "candidate", known, to_open=True)
    row = {
        "changeset": change,
        "lang": lang,
        "name": name,
        "person": person.id,
        "at": clock.now(),
        "open": True,
    }
    connection.execute(insert(rejections).values(row))
    return True


def number_of(connection: Connection, lang: str, name: str) -> int:
    """Return the number of a candidate that is or was rejected, 0 if it never was."""
    same = (rejections.c.lang == lang) & (rejections.c.name == name)
    return connection.scalar(select(rejections.c.id).where(same)) or 0


def rejected(connection: Connection, lang: str) -> frozenset[str]:
    """Return the names of the candidates that are rejected in a language."""
    return frozenset(
        connection.scalars(select(rejections.c.name).where(rejections.c.lang == lang, rejections.c.open))
    )
