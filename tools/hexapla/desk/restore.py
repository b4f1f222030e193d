"""Restoring a desk from a backup: all of it or nothing, and what was there before is kept under another name."""

from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, delete, exists, func, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError

from hexapla.desk import carried, history, index, manifest, migrations, opening
from hexapla.desk.connect import Connections
from hexapla.desk.manifest import Backup
from hexapla.desk.tables import changeset, draft, incoming, meta
from hexapla.desk.tables import text as texts
from hexapla.model.backup import Carried, Restored
from hexapla.model.errors import DeskError
from hexapla.model.messages import _, shown

SOME = 1000
"""Rows that are stored at once."""


def restore(where: str | Path, path: Path, *, edition: str | None, server: str) -> Restored:
    """Make the desk at a path or URL what a backup says; ``server`` is the lock that a running server holds.

    The backup is examined whole before anything is touched. A desk that holds work is kept: a copy of the file beside
    it, or the schema under another name. Raises BadFile for what is no backup, is damaged, or is of a newer Hexapla;
    DeskError for one of another edition than ``edition``, while a server runs, and while others are at the database.
    """
    with manifest.opened(path) as backup:
        _of_edition(backup, edition)
        backup.verify()
        found = opening.database(where, backup.manifest.edition)
        with found.lock(server, wait=False) as free:
            if not free:
                raise DeskError(_("The edition is being served; stop the server, and restore then."))
            connections = opening.open_database(where, edition=backup.manifest.edition, create=True)
            try:
                return Restored(backup.manifest, _restore(connections, backup))
            finally:
                connections.close()


def _of_edition(backup: Backup, edition: str | None) -> None:
    if edition and backup.manifest.edition != edition:
        raise DeskError(
            _("{file} is a backup of another edition ({id}); restore it from that edition’s folder.").format(
                file=backup.file, id=shown(backup.manifest.edition)
            )
        )


def _restore(connections: Connections, backup: Backup) -> str:
    """Do it in one transaction; returns under which name the desk of before is kept."""
    with connections.writing(large=True) as connection:
        others = connections.database.others(connection)
        if others:
            raise DeskError(
                _(
                    "{n} other connections are open to the desk {name};"
                    " stop the servers and programs, and restore then."
                ).format(n=others, name=connections.name)
            )
        key = opening.value(connection, "key")
        aside = connections.database.put_aside(connection, keep=_holds_work(connection))
        try:
            _fill(connection, backup, key)
        except (IntegrityError, DataError) as error:
            raise backup.damaged(_("its rows do not fit together")) from error
    return aside


def _holds_work(connection: Connection) -> bool:
    return any(
        connection.scalar(select(exists(select(table)))) for table in (changeset, texts, draft, incoming)
    )


def _fill(connection: Connection, backup: Backup, key: str) -> None:
    """Make the schema that the backup was written in, store its rows, and bring the whole to the schema of today."""
    migrations.upgrade(connection, to=backup.manifest.schema)
    present = MetaData()
    present.reflect(connection)
    tables = carried.carried(present.sorted_tables)
    said = backup.fitting(tables)
    for table in tables:
        if connection.scalar(select(exists(select(table)))):  # what the migrations enter of themselves
            connection.execute(delete(table))
        _store(connection, backup, table, said[table.name])
    connection.execute(insert(meta).values(name="key", value=key))
    _count_on(connection, present)
    migrations.upgrade(connection)
    index.refill(connection)
    if (opening.value(connection, "edition"), history.last(connection)) != (
        backup.manifest.edition,
        backup.manifest.revision,
    ):
        raise backup.damaged(_("its manifest and its tables do not agree"))


def _store(connection: Connection, backup: Backup, table: Table, said: Carried) -> None:
    reader = carried.Reader(table, said.columns)
    for lines in backup.lines(said):
        for start in range(0, len(lines), SOME):
            try:
                rows = [reader.read(line) for line in lines[start : start + SOME]]
            except ValueError as error:
                raise backup.damaged(_("a row of “{table}” is none").format(table=table.name)) from error
            connection.execute(insert(table), rows)


def _count_on(connection: Connection, present: MetaData) -> None:
    """Let PostgreSQL number the next rows after those that were stored with their numbers; SQLite does of itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in present.sorted_tables:
        if "id" not in table.columns:
            continue
        sequence = connection.execute(
            text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": f'"{table.name}"'}
        ).scalar()
        if sequence:
            following = connection.scalar(select(func.coalesce(func.max(table.c.id), 0) + 1))
            connection.execute(select(func.setval(sequence, following, False)))
