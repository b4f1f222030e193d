"""``desk.watching``: what others do, for whoever looks at a text."""

from hexapla.desk import changesets, presence
from hexapla.desk.doors.door import Door
from hexapla.model.person import Person
from hexapla.model.watching import Presence, Touched


class Watching(Door):
    """Changes since one looked last, and who is here."""

    def last(self) -> int:
        """Return the number of the newest change set, 0 if there is none."""
        with self._reading() as connection:
            return changesets.last(connection)

    def since(self, text_id: str, lang: str, number: int) -> tuple[int, list[Touched]]:
        """Return the newest change set, and what was changed or remarked upon in a text since an earlier one."""
        with self._reading() as connection:
            last = changesets.last(connection)
            return last, changesets.touched(connection, text_id, lang, number) if last > number else []

    def here(self, person: Person, client: str, text_id: str, lang: str, unit_id: str) -> list[Presence]:
        """Say that a person's window is in a unit, and return who else is in the text; a good lease costs no write."""
        with self._reading() as connection:
            own = presence.own(connection, client)
        good = own is not None and presence.LEASE // 2 <= own[3] <= presence.LEASE
        if own is None or own[:3] != (text_id, lang, unit_id) or not good:
            with self._writing() as connection:
                presence.here(connection, person, client, (text_id, lang, unit_id))
        with self._reading() as connection:
            return presence.others(connection, text_id, lang, client)

    def gone(self, client: str) -> None:
        """Say that a window is closed."""
        with self._writing() as connection:
            presence.gone(connection, client)
