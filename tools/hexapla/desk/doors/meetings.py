"""``desk.meetings``: what a catalog from outside brings."""

from collections.abc import Mapping, Sequence

from hexapla.desk import bulk, syncing
from hexapla.desk.doors.door import Door
from hexapla.model.catalog import Entry
from hexapla.model.person import Person


class Meetings(Door):
    """Meetings of the desk with a catalog."""

    def take(
        self,
        person: Person,
        text_id: str,
        lang: str,
        entries: Sequence[Entry],
        *,
        seen: Mapping[str, int],
        kind: str = "sync",
        note: str = "",
        believe: bool = False,
        synced: Mapping[str, str] | None = None,
    ) -> tuple[int, tuple[str, ...]]:
        """Fill entries as ``Desk.fill`` does, but leave out what was saved since it was looked at.

        ``seen`` holds the revisions that were looked at, by context. Returns the number of the change set, and the
        contexts that were left out: they are to be compared anew.
        """
        with self._writing() as connection:
            return bulk.fill(
                connection,
                person,
                text_id,
                lang,
                entries,
                kind=kind,
                note=note,
                believe=believe,
                synced=synced or {},
                seen=seen,
            )

    def synced(self, text_id: str, lang: str) -> dict[str, str]:
        """Return the hash of each entry at its last meeting with its file, by context."""
        with self._reading() as connection:
            return syncing.remembered(connection, text_id, lang)

    def set_synced(self, text_id: str, lang: str, hashes: Mapping[str, str]) -> None:
        """Remember hashes by context; contexts that the desk does not know are passed over."""
        with self._writing() as connection:
            syncing.remember(connection, text_id, lang, hashes)

    def known_hashes(self, text_id: str, lang: str) -> dict[str, dict[str, int]]:
        """Return by context every hash an entry has had, with the newest revision that had it (0: birth)."""
        with self._reading() as connection:
            return syncing.known(connection, text_id, lang)
