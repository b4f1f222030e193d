"""``desk.glossary``: the glossary, changed in change sets."""

from collections.abc import Collection, Sequence

from hexapla.desk import documents, glossary
from hexapla.desk.doors.door import Door
from hexapla.model.person import Person
from hexapla.model.worklist import NewTask


class Glossary(Door):
    """The glossary as a TBX document; sync keeps the very same one by ``Desk.put_document``, outside change sets."""

    def read(self) -> bytes | None:
        """Return the glossary byte for byte, None if there is none."""
        with self._reading() as connection:
            return documents.get(connection, glossary.NAME)

    def version(self) -> str:
        """Return the SHA-256 of the glossary in hex, ``""`` if there is none: another one is another glossary."""
        with self._reading() as connection:
            return glossary.version(connection)

    def change(
        self,
        person: Person,
        kind: str,
        note: str,
        before: bytes | None,
        after: bytes,
        tasks: Sequence[NewTask] = (),
        decided: Collection[tuple[str, str]] = (),
    ) -> int:
        """Put ``after`` in place of ``before``, and add the tasks that it leaves, in one change set.

        An open task of the same concept at the same entry is withdrawn for a new one; so are all open tasks of
        ``decided`` (concept id and language). Units that are no part of their text any more are passed over. Returns
        the number of the change set, 0 if nothing differs; raises Conflict if the glossary is not ``before`` by now.
        """
        with self._writing() as connection:
            return glossary.change(
                connection, person, kind, note, before=before, after=after, tasks=tasks, decided=decided
            )
