"""All that is SQLite's own: how its connections are prepared, its errors, and its examination of itself."""

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from hexapla.model.errors import CannotWrite, DeskError, HexaplaError
from hexapla.model.messages import _

BUSY = 30.0
"""Seconds to wait for another process: 5 were too few for 16 writers (measured), 30 never failed."""
WAL_SINCE = (3, 51, 3)
"""Before it, two connections that write and checkpoint at once can corrupt a database in WAL mode."""
WRITES = "writes"
"""The execution option of connections that are going to write."""


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return the journal mode that is safe with a version of SQLite."""
    return "WAL" if version >= WAL_SINCE else "TRUNCATE"


def engine(path: Path) -> Engine:
    """Make the engine of a database file; nothing is opened yet."""
    made = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY}, pool_size=8, max_overflow=56
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # sqlite3 begins no transaction of its own accord: _begin does
    for pragma in (
        _JOURNAL[journal_mode()],
        "PRAGMA synchronous = FULL",  # an acknowledged save survives a power cut
        "PRAGMA foreign_keys = ON",
        "PRAGMA cache_spill = OFF",  # a large change set shuts readers out only while it commits
    ):
        connection.execute(pragma).close()


_JOURNAL = {"WAL": "PRAGMA journal_mode = WAL", "TRUNCATE": "PRAGMA journal_mode = TRUNCATE"}


def _begin(connection: Connection) -> None:
    """Take the write lock at once for a write: one that begins as a read fails when it turns into a write."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def explain(error: DBAPIError, name: str) -> HexaplaError | None:
    """Return the sentence for an error that a person can do something about, else None."""
    code = str(getattr(error.orig, "sqlite_errorname", ""))
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DeskError(
            _("The desk {name} is busy: another program writes to it; try again.").format(name=name)
        )
    if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return DeskError(
            _(
                "The desk {name} is damaged or is no desk; move it away, and it is rebuilt from the folder."
            ).format(name=name)
        )
    if code.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return CannotWrite(
            _(
                "The desk {name} cannot be used ({code}); see whether the disk is full and may be written."
                " What was saved before is whole."
            ).format(name=name, code=code)
        )
    return None


def examine(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong with its own file: broken pages, and references to nothing."""
    pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    lost = [
        _("{table}, row {row}: what it refers to in {other} is missing.").format(
            table=row[0], row=row[1], other=row[2]
        )
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return pages + lost
