"""Opening a desk: where it lies, its schema, the edition that it belongs to, and its signing key."""

import secrets
from pathlib import Path

from sqlalchemy import URL, Connection, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError

from hexapla.desk import migrations
from hexapla.desk.connect import Connections
from hexapla.desk.database import Database
from hexapla.desk.sqlite import SQLite
from hexapla.desk.tables import meta
from hexapla.model.errors import DeskError
from hexapla.model.messages import _


def open_database(where: str | Path, *, edition: str | None, create: bool) -> Connections:
    """Open a database as a desk and bring it to the newest schema.

    A desk that needs nothing is not written to; without ``create`` none is. Raises DeskError for a desk that
    is missing, is no desk, is of a newer Hexapla or of another edition; CannotWrite where none can be made.
    """
    found = database(where, edition)
    if not found.exists():
        if not create:
            raise DeskError(_("There is no desk {name} here.").format(name=found.name))
        found.make()
    connections = Connections(found)
    try:
        _bring_up(connections, create=create)
        _own(connections, edition, create=create)
    except BaseException:
        connections.close()
        raise
    return connections


def database(where: str | Path, edition: str | None = None) -> Database:
    """Return the database that a path or a URL names; raises DeskError for any other address."""
    if isinstance(where, Path) or "://" not in where:
        return SQLite(Path(where))
    try:
        url: URL | None = make_url(where)
    except ArgumentError:
        url = None
    kind = url.drivername.split("+")[0] if url else ""
    if url is not None and kind in ("postgresql", "postgres") and url.database:
        return _postgres(url, edition)
    if url is None or kind != "sqlite" or not url.database:
        raise DeskError(_("A desk is a file, named by its path, or a database: postgresql://host/name."))
    return SQLite(Path(url.database))


def _postgres(url: URL, edition: str | None) -> Database:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise DeskError(_("A desk in PostgreSQL needs the driver: install “hexapla[postgres]”.")) from error
    from hexapla.desk import postgres

    return postgres.database(url, edition)


def _bring_up(connections: Connections, *, create: bool) -> None:
    with connections.reading() as connection:
        if _is_current(connection, connections.name):
            return
    if not create:
        raise DeskError(
            _("The desk {name} has not the present schema; open it once for writing.").format(
                name=connections.name
            )
        )
    with connections.writing() as connection:
        if not _is_current(connection, connections.name):
            migrations.upgrade(connection)
            if not value(connection, "key"):  # a desk of an older schema has one, and tokens that it signed
                connection.execute(insert(meta), [{"name": "key", "value": secrets.token_hex(32)}])


def _is_current(connection: Connection, name: str) -> bool:
    version = migrations.version(connection)
    if not version and inspect(connection).get_table_names():
        raise DeskError(_("{name} is a database, but not a desk.").format(name=name))
    if version > migrations.SCHEMA:
        raise DeskError(
            _(
                "The desk {name} was written by a newer Hexapla (schema {version}); update the program."
            ).format(name=name, version=version)
        )
    return version == migrations.SCHEMA


def _own(connections: Connections, edition: str | None, *, create: bool) -> None:
    """Remember the edition at the first opening that names one, and refuse every other from then on."""
    with connections.reading() as connection:
        owner = value(connection, "edition")
    if edition and not owner and create:
        with connections.writing() as connection:
            owner = value(connection, "edition")  # another process may have been quicker
            if not owner:
                connection.execute(insert(meta).values(name="edition", value=edition))
    if owner and edition and owner != edition:
        raise DeskError(
            _(
                "The desk {name} belongs to another edition ({owner});"
                " move it away, or open the edition that it belongs to."
            ).format(name=connections.name, owner=owner)
        )


def value(connection: Connection, name: str) -> str:
    """Return what the desk knows of itself under a name, ``""`` if nothing."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == name)) or ""
