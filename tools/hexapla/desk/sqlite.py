"""All that is SQLite's own: how its connections are prepared, its errors, and its examination of itself."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from hexapla.desk import clock, mounts, snapshot
from hexapla.desk.database import BUSY, LARGE, WRITES
from hexapla.desk.tables import metadata
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

    @contextmanager
    def steady(self, folder: Path) -> Iterator[Connection]:
        """Connect to a copy of this moment: a reader of the file itself would hold its writers up."""
        with snapshot.copied(self.path, folder) as copy, snapshot.frozen(copy) as connection:
            yield connection

    def others(self, _connection: Connection) -> int:
        """Return 0: a file knows nobody; servers hold a lock of ours."""
        return 0

    def put_aside(self, connection: Connection, *, keep: bool) -> str:
        """Keep a copy beside the file, and take every table away within the transaction.

        The file itself stays in its place: whoever has it open would go on in a file that was moved, and its journal
        would lie beside the new one.
        """
        aside = self._free_name(f"{self.path.name}.before-restore-{clock.stamp()}") if keep else None
        if aside is not None:
            with snapshot.copied(self.path, self.path.parent) as copy:
                files.keep_as(copy, aside)
        connection.exec_driver_sql(
            "PRAGMA cache_spill = ON"
        )  # nobody reads meanwhile, and memory stays small
        metadata.drop_all(connection)
        for statement in ("DROP TABLE IF EXISTS entry_words", "DROP TABLE IF EXISTS alembic_version"):
            connection.execute(text(statement))
        return aside.name if aside else ""

    def _free_name(self, name: str) -> Path:
        names = (self.path.with_name(name if nth == 1 else f"{name}-{nth}") for nth in count(1))
        return next(path for path in names if not path.exists())

    def facts(self, connection: Connection) -> list[str]:
        """Return the version of SQLite, its journal, and how large the file is."""
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        aside = sorted(self.path.parent.glob(f"{self.path.name}.before-restore-*"))
        told = [
            _("SQLite {version}, journal {journal}.").format(
                version=sqlite3.sqlite_version, journal=_journal(connection)
            ),
            _("The desk takes {n} MB; {free} MB are free beside it.").format(
                n=_mb(pages * size), free=_mb(shutil.disk_usage(self.path.parent).free)
            ),
        ]
        return told + [
            _("{name} is kept from before a restore ({n} MB); remove it when it is not needed.").format(
                name=path.name, n=_mb(path.stat().st_size)
            )
            for path in aside
        ]

    def warnings(self, connection: Connection) -> list[str]:
        """Return what endangers the file: a network share, a journal that is not safe, a full disk."""
        found, kind, journal = [], mounts.network(self.path), _journal(connection)
        if kind:
            found.append(
                _(
                    "The desk {name} lies on a network share ({kind}), where SQLite cannot rely on locks;"
                    " keep it on a disk of this machine, or use PostgreSQL (--desk postgresql://…)."
                ).format(name=self.name, kind=kind)
            )
        if journal != journal_mode().lower():
            found.append(
                _(
                    "The desk {name} is in the journal mode {journal}, which SQLite {version} does not keep safe:"
                    " another program, with another SQLite, has it open; close that one."
                ).format(name=self.name, journal=journal, version=sqlite3.sqlite_version)
            )
        if shutil.disk_usage(self.path.parent).free < 2 * self.path.stat().st_size:
            found.append(
                _("There is little room left beside the desk {name}; free some.").format(name=self.name)
            )
        return found

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


def _journal(connection: Connection) -> str:
    return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())


def _mb(size: int) -> str:
    return f"{size / 1e6:,.1f}" if size < 1e7 else f"{size / 1e6:,.0f}"


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
    options = connection.get_execution_options()
    large = bool(options.get(LARGE))
    if large != connection.info.get(LARGE, False):  # within a transaction the pragma would have no effect
        connection.exec_driver_sql("PRAGMA cache_spill = ON" if large else "PRAGMA cache_spill = OFF")
        connection.info[LARGE] = large
    writes = options.get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
