"""``desk.assignments``: who is to do what by when."""

from hexapla.desk import assignments, history, turning
from hexapla.desk.doors.door import Door
from hexapla.model.assignment import Assignment
from hexapla.model.person import Person


class Assignments(Door):
    """Assignments, each act a change set of its own."""

    def add(self, by: Person, to: Person, wanted: Assignment) -> int:
        """Assign and return the number; raises NotFound for a unit that is not in the text."""
        with self._writing() as connection:
            change = history.begin(connection, by, "assign")
            return assignments.add(connection, change, by, to, wanted)

    def close(self, by: Person, number: int) -> bool:
        """Close an assignment: it is done, or not wanted any more; False if it is closed. Raises NotFound."""
        with self._writing() as connection:
            change = history.begin(connection, by, "close-assignment")
            closed = turning.turn(connection, change, "assignment", number, to_open=False)
            if not closed:
                history.withdraw(connection, change)
            return closed

    def listed(
        self,
        *,
        person: str | None = None,
        text_id: str | None = None,
        lang: str | None = None,
        closed: bool = False,
    ) -> list[Assignment]:
        """Return the open assignments, or all, the soonest due first."""
        with self._reading() as connection:
            return assignments.listed(connection, person=person, text_id=text_id, lang=lang, closed=closed)

    def ranges(self, text_id: str, lang: str, person: str | None = None) -> list[tuple[int, int]]:
        """Return the ranges of positions that are assigned in a text to a person (an id), or to anybody."""
        with self._reading() as connection:
            return assignments.ranges(connection, text_id, lang, person)
