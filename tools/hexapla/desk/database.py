"""What a desk asks of its database beyond SQL: where it lies, how a transaction begins, what its errors mean."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from hexapla.model.errors import HexaplaError

WRITES = "hexapla_writes"
"""The execution option of connections that are going to write."""
LARGE = "hexapla_large"
"""The execution option of connections that are going to write more than memory should hold."""
BUSY = 30.0
"""Seconds to wait for another writer: 5 were too few for 16 writers on SQLite (measured), 30 never failed."""


class Database(Protocol):
    """One database: a SQLite file, or a schema of PostgreSQL."""

    @property
    def name(self) -> str:
        """How messages name it: never with a path or a password."""
        ...

    @property
    def identity(self) -> str:
        """What is the same for every opening of this database in this process."""
        ...

    @property
    def shared(self) -> bool:
        """Whether several servers, on several hosts, may use it at once."""
        ...

    @property
    def writing(self) -> dict[str, str]:
        """The execution options of a connection that writes, besides WRITES."""
        ...

    def engine(self) -> Engine:
        """Make the engine; nothing is opened yet. A connection with the option WRITES waits for its turn to write."""
        ...

    def exists(self) -> bool:
        """Whether there is such a database, with or without a desk in it."""
        ...

    def make(self) -> None:
        """Make an empty one where there is none; raises CannotWrite or DeskError."""
        ...

    def explain(self, error: DBAPIError) -> HexaplaError | None:
        """Return the sentence for an error that a person can do something about, else None."""
        ...

    def steady(self, folder: Path) -> AbstractContextManager[Connection]:
        """Connect to one state of the desk, for reading as long as it takes; no writer waits for it to end.

        A temporary file may lie in ``folder`` meanwhile.
        """
        ...

    def others(self, connection: Connection) -> int:
        """Count the other programs that are connected to the desk, as far as the database knows them."""
        ...

    def put_aside(self, connection: Connection, *, keep: bool) -> str:
        """Empty the desk within a transaction that writes; returns the name under which what was there is kept.

        Without ``keep`` nothing is kept, and the name is ``""``.
        """
        ...

    def facts(self, connection: Connection) -> list[str]:
        """Return what the desk lies in, one sentence each."""
        ...

    def warnings(self, connection: Connection) -> list[str]:
        """Return what endangers the desk where it lies, one sentence each."""
        ...

    def examine(self, connection: Connection) -> list[str]:
        """Return what the database finds wrong with itself, one sentence each."""
        ...

    def lock(self, name: str, *, wait: bool) -> AbstractContextManager[bool]:
        """Hold a named lock among all processes at this desk; yields False where it is held and nobody waits.

        It is let go when its holder ends, however that happens, and asks no clock.
        """
        ...
