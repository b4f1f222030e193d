"""``desk.upkeep``: keeping a desk safe and whole."""

from pathlib import Path

from hexapla.desk import backup, integrity, prune, standing
from hexapla.desk.connect import Connections
from hexapla.desk.doors.door import Door
from hexapla.model.backup import Manifest


class Upkeep(Door):
    """Backups, what the desk stands on, and what it can mend of itself; ``hexapla.desk.restore`` brings one back."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(connections)
        self._connections = connections

    def backup(self, path: Path) -> Manifest:
        """Write a backup of one moment to a file, in place of the one that is there; raises CannotWrite, TooLarge."""
        return backup.write(self._connections, path)

    def facts(self) -> list[str]:
        """Return what the desk lies in, and how much is in it."""
        with self._reading() as connection:
            return [*self._connections.database.facts(connection), *standing.counts(connection)]

    def warnings(self) -> list[str]:
        """Return what endangers the desk where it lies."""
        with self._reading() as connection:
            return self._connections.database.warnings(connection)

    def ownerless(self) -> list[str]:
        """Return what belongs to people who have no part in the edition any more."""
        with self._reading() as connection:
            return standing.ownerless(connection)

    def faults(self) -> list[str]:
        """Examine everything; returns what is wrong and cannot be mended here, one sentence each."""
        with self._reading() as connection:
            return integrity.faults(connection, self._connections.database)

    def slips(self) -> list[str]:
        """Return what is wrong and is mended by ``prune``."""
        with self._reading() as connection:
            return integrity.slips(connection)

    def units(self, text_id: str) -> dict[str, str]:
        """Return the sources of a text's units by id, in reading order."""
        with self._reading() as connection:
            return standing.units(connection, text_id)

    def prune(self) -> list[str]:
        """Take away what is over and mend what can be mended; returns a sentence for each thing done."""
        with self._connections.writing(large=True) as connection:
            return prune.prune(connection)
