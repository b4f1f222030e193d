"""All that is SQLite's own: how its connections are prepared, its errors, and its examination of itself."""

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from hexapla.desk.database import BUSY, WRITES
from hexapla.formats import files
from hexapla.model.errors import CannotWrite, DeskError, HexaplaError
from hexapla.model.messages import _

WAL_SINCE = (3, 51, 3)
"""Before it, two connections that write and checkpoint at once can corrupt a database in WAL mode."""


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return the journal mode that is safe with a version of SQLite."""
    return "WAL" if version >= WAL_SINCE else "TRUNCATE"


@dataclass(frozen=True)
class SQLite:
    """A desk in a file."""

    path: Path

    @property
    def shared(self) -> bool:
        """A file is for one server, on one host."""
        return False

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    @property
    def identity(self) -> str:
        """The file, however its path was written."""
        return str(self.path.resolve())

    @property
    def writing(self) -> dict[str, str]:
        """Nothing: ``_begin`` sees to it."""
        return {}

    def engine(self) -> Engine:
        """Make the engine of the file; nothing is opened yet."""
        url = URL.create("sqlite", database=str(self.path))
        made = create_engine(url, connect_args={"timeout": BUSY}, pool_size=8, max_overflow=56)
        event.listen(made, "connect", _prepare)
        event.listen(made, "begin", _begin)
        return made

    def exists(self) -> bool:
        """Whether the file is there."""
        return self.path.is_file()

    def make(self) -> None:
        """Make an empty file that only its owner may read: it is going to hold the signing key."""
        if self.path.exists():
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch(mode=0o600)
        except OSError as error:
            raise CannotWrite(
                _("The desk {name} cannot be made: {reason}.").format(name=self.name, reason=error.strerror)
            ) from error

    def explain(self, error: DBAPIError) -> HexaplaError | None:
        """Return the sentence for an error that a person can do something about, else None."""
        code = str(getattr(error.orig, "sqlite_errorname", ""))
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return DeskError(
                _("The desk {name} is busy: another program writes to it; try again.").format(name=self.name)
            )
        if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            return DeskError(
                _(
                    "The desk {name} is damaged or is no desk; move it away, and it is rebuilt from the folder."
                ).format(name=self.name)
            )
        if code.startswith(
            ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")
        ):
            return CannotWrite(
                _(
                    "The desk {name} cannot be used ({code}); see whether the disk is full and may be written."
                    " What was saved before is whole."
                ).format(name=self.name, code=code)
            )
        return None

    def examine(self, connection: Connection) -> list[str]:
        """Return what SQLite finds wrong with its own file: broken pages, and references to nothing."""
        pages = [
            str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"
        ]
        lost = [
            _("{table}, row {row}: what it refers to in {other} is missing.").format(
                table=row[0], row=row[1], other=row[2]
            )
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
        return pages + lost

    def lock(self, name: str, *, wait: bool) -> AbstractContextManager[bool]:
        """Hold a named lock: a file beside the desk, which the system lets go when its holder ends."""
        return files.locked(self.path.with_name(f"{self.path.name}.{name}.lock"), wait=wait)


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
