"""The ways into one database: many readers at once, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from hexapla.desk.database import LARGE, WRITES, Database
from hexapla.desk.turns import turns_of
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _, shown


class Connections:
    """The open database of a desk; each ``reading`` and ``writing`` is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.name = database.name
        self._engine = database.engine()
        self._writer = self._engine.execution_options(**{WRITES: True}, **database.writing)
        self._large = self._writer.execution_options(**{LARGE: True})
        self._turns = turns_of(database.identity)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent state, on a connection of its own."""
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, large: bool = False) -> Iterator[Connection]:
        """Write when it is this one's turn: all of it, or nothing if an error leaves the ``with``.

        ``large`` is for more than memory should hold; readers may have to wait for all of it then.
        """
        writer = self._large if large else self._writer
        with self._turns.turn(), self._explained(), writer.begin() as connection:
            yield connection

    @contextmanager
    def steady(self, folder: Path) -> Iterator[Connection]:
        """Read one state for as long as it takes, and hold up no writer; a temporary file may lie in ``folder``."""
        with self._explained(), self.database.steady(folder) as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            sentence = self.database.explain(error)
            if sentence is None:
                raise
            raise sentence from error
        except UnicodeEncodeError as error:
            raise HexaplaError(
                _("“{text}” holds half a character (a lone surrogate), which no file can hold.").format(
                    text=shown(error.object, 40)
                )
            ) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
