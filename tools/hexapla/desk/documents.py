"""Documents that the desk keeps whole: the glossary, the settings, the originals."""

import hashlib

from sqlalchemy import Connection, insert, select, update

from hexapla.desk import clock
from hexapla.desk.tables import document


def put(connection: Connection, name: str, source: bytes) -> None:
    """Keep a document under a name, in place of the one before."""
    values = {"source": source, "sha256": hashlib.sha256(source).hexdigest(), "at": clock.now()}
    if not connection.execute(update(document).where(document.c.name == name).values(values)).rowcount:
        connection.execute(insert(document).values(name=name, **values))


def get(connection: Connection, name: str) -> bytes | None:
    """Return a document byte for byte, None if there is none of that name."""
    source = connection.scalar(select(document.c.source).where(document.c.name == name))
    return None if source is None else bytes(source)
