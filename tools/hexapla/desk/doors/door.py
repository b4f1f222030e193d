"""What all parts of the door share: the two ways into the database."""

from hexapla.desk.connect import Connections


class Door:
    """A part of the desk's door."""

    def __init__(self, connections: Connections) -> None:
        self._reading, self._writing = connections.reading, connections.writing
