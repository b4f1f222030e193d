"""Copies of a SQLite database, made by SQLite itself: copying the file would catch it in the middle of a write."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from hexapla.desk.database import BUSY
from hexapla.formats import files
from hexapla.model.errors import CannotWrite
from hexapla.model.messages import _


@contextmanager
def copied(path: Path, folder: Path) -> Iterator[Path]:
    """Yield a copy of a database, of one moment, as a temporary file in a folder that only its owner may read.

    It is made in one step: in several it would begin anew with each write of somebody else. Writers wait for the
    reading alone, since the copy is not forced to disk. Raises CannotWrite, and DBAPIError as SQLAlchemy would.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=files.TEMPORARY, dir=folder)
        os.close(descriptor)
    except OSError as error:
        raise CannotWrite(
            _("The desk {name} cannot be copied: {reason}.").format(name=path.name, reason=error.strerror)
        ) from error
    try:
        _copy(path, name)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def frozen(path: Path) -> Iterator[Connection]:
    """Yield a connection to a database that nobody is going to change; nothing is written beside it."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _copy(path: Path, name: str) -> None:
    try:
        with (
            closing(sqlite3.connect(path, timeout=BUSY)) as source,
            closing(sqlite3.connect(name, isolation_level=None)) as target,
        ):
            for pragma in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"):
                target.execute(pragma).close()
            source.backup(target)
    except sqlite3.Error as error:
        raise DBAPIError.instance("backup", None, error, sqlite3.Error) from error
