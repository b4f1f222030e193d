"""``desk.candidates``: which candidates for terms are not to be offered again."""

from hexapla.desk import candidates, history, turning
from hexapla.desk.doors.door import Door
from hexapla.model.person import Person


class Candidates(Door):
    """Candidates that somebody rejected, by language and name, each act a change set of its own."""

    def reject(self, person: Person, lang: str, name: str) -> int:
        """Reject a candidate; returns the change set, 0 if it is rejected already."""
        with self._writing() as connection:
            change = history.begin(connection, person, "reject-candidate")
            if candidates.reject(connection, change, person, lang, name):
                return change
            history.withdraw(connection, change)
            return 0

    def restore(self, person: Person, lang: str, name: str) -> int:
        """Let a rejected candidate be one again; returns the change set, 0 if it is not rejected."""
        with self._writing() as connection:
            number = candidates.number_of(connection, lang, name)
            change = history.begin(connection, person, "restore-candidate")
            if number and turning.turn(connection, change, "candidate", number, to_open=False):
                return change
            history.withdraw(connection, change)
            return 0

    def rejected(self, lang: str) -> frozenset[str]:
        """Return the names of the candidates that are rejected in a language."""
        with self._reading() as connection:
            return candidates.rejected(connection, lang)
