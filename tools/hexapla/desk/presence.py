"""Who is in which unit: leases of some seconds, renewed while a window is there. A hint, never a lock."""

import time

from sqlalchemy import Connection, delete, insert, or_, select, text, update

from hexapla.desk import people
from hexapla.desk.tables import presence
from hexapla.model.person import Person
from hexapla.model.watching import Presence

LEASE = 30
"""Seconds that a window counts as there without a sign of life."""


def here(connection: Connection, person: Person, client: str, where: tuple[str, str, str]) -> None:
    """Renew a window's lease for a text, language and unit."""
    people.remember(connection, person)
    text_id, lang, unit_id = where
    row = {
        "person": person.id,
        "text": text_id,
        "lang": lang,
        "unit": unit_id,
        "until": _now(connection) + LEASE,
    }
    known = connection.execute(update(presence).where(presence.c.client == client).values(row))
    if not known.rowcount:
        connection.execute(insert(presence).values(client=client, **row))


def gone(connection: Connection, client: str) -> None:
    """End a window's lease, and those that ran out or, since a clock was set back, would run for ever."""
    now = _now(connection)
    over = or_(presence.c.until < now, presence.c.until > now + 2 * LEASE)
    connection.execute(delete(presence).where(or_(presence.c.client == client, over)))


def others(connection: Connection, text_id: str, lang: str, client: str) -> list[Presence]:
    """Return who else is in a text and language."""
    now = _now(connection)
    rows = connection.execute(
        select(presence.c.person, presence.c.unit, presence.c.client)
        .where(
            presence.c.text == text_id,
            presence.c.lang == lang,
            presence.c.client != client,
            presence.c.until.between(now, now + 2 * LEASE),
        )
        .order_by(presence.c.person, presence.c.client)
    )
    return [Presence(*row) for row in rows]


def own(connection: Connection, client: str) -> tuple[str, str, str, int] | None:
    """Return where a window is said to be, and for how many seconds more."""
    row = connection.execute(select(presence).where(presence.c.client == client)).first()
    return (row.text, row.lang, row.unit, row.until - _now(connection)) if row else None


def _now(connection: Connection) -> int:
    """Return the desk's own time: that of the database, where several hosts share it."""
    if connection.dialect.name == "postgresql":
        return int(connection.execute(text("SELECT extract(epoch FROM now())")).scalar_one())
    return int(time.time())
