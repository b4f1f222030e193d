"""``desk.incoming``: texts on their way in."""

from hexapla.desk import incoming
from hexapla.desk.doors.door import Door
from hexapla.model.importing import Import, ImportState, Read
from hexapla.model.person import Person


class Incoming(Door):
    """Imports, from the file that was brought to the text that is stored."""

    def add(
        self, person: Person, *, name: str, source: bytes, slug: str, title: str = "", target: str = ""
    ) -> int:
        """Keep a file that was brought, to be read; returns its number."""
        with self._writing() as connection:
            return incoming.add(
                connection, person, name=name, source=source, slug=slug, title=title, target=target
            )

    def get(self, number: int) -> Import:
        """Return an import; raises NotFound."""
        with self._reading() as connection:
            return incoming.get(connection, number)

    def listed(self) -> list[Import]:
        """Return the imports that are not over, the newest first."""
        with self._reading() as connection:
            return incoming.listed(connection)

    def source(self, number: int) -> bytes:
        """Return the file byte for byte; empty when all is over."""
        with self._reading() as connection:
            return incoming.source(connection, number)

    def read(self, number: int) -> tuple[Import, Read]:
        """Return an import with what was read and done since, in one state; raises NotFound."""
        with self._reading() as connection:
            return incoming.get(connection, number), incoming.read(connection, number)

    def put_reading(self, number: int, made: Read, *, title: str, lang: str, target: str = "") -> bool:
        """Keep what was read; False where nobody waits for it any more."""
        with self._writing() as connection:
            return incoming.put_reading(connection, number, made, title=title, lang=lang, target=target)

    def refuse(self, number: int, error: str) -> bool:
        """Say why no text could be made of the file; False where nobody waits for it any more."""
        with self._writing() as connection:
            return incoming.refuse(connection, number, error)

    def change(self, person: Person, number: int, version: int, *, tei: bytes, next: int, steps: str) -> bool:
        """Keep the text after an act; False if somebody was quicker, or the import is over."""
        with self._writing() as connection:
            return incoming.change(connection, person, number, version, tei=tei, next=next, steps=steps)

    def end(self, person: Person, number: int, version: int, state: ImportState, slug: str) -> bool:
        """End an import as stored or dropped; False if somebody was quicker, or it is over already."""
        with self._writing() as connection:
            return incoming.end(connection, person, number, version, state, slug)
