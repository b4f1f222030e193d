"""``desk.worklist``: what decisions about terms have left to do."""

from collections.abc import Collection, Sequence

from hexapla.desk import history, tasks, worklist
from hexapla.desk.doors.door import Door
from hexapla.model.person import Person
from hexapla.model.worklist import Task, TaskCount, TaskState


class Worklist(Door):
    """Tasks, each at an entry; ``desk.glossary.change`` adds them."""

    def list(
        self,
        *,
        concept: str | None = None,
        lang: str | None = None,
        state: TaskState | None = None,
        after: int | None = None,
        limit: int | None = 50,
    ) -> Sequence[Task]:
        """Return the tasks after a number, by number: each decision's are in the order of the edition.

        Withdrawn ones are left out unless they are asked for; so are open ones whose unit is no part of its text now.
        """
        with self._reading() as connection:
            return worklist.page(
                connection, concept=concept, lang=lang, state=state, after=after or 0, limit=limit
            )

    def get(self, number: int) -> Task:
        """Return a task, wherever it stands; raises NotFound."""
        with self._reading() as connection:
            return worklist.one(connection, number)

    def counts(self, *, concept: str | None = None, lang: str | None = None) -> Sequence[TaskCount]:
        """Count what ``list`` returns by state, for each concept and language that has tasks."""
        with self._reading() as connection:
            return worklist.counts(connection, concept=concept, lang=lang)

    def close(self, person: Person, numbers: Collection[int], state: TaskState, reason: str = "") -> int:
        """Close tasks that are open, as mended or waived; returns the change set, 0 if all were closed already.

        With ``TaskState.OPEN`` they are opened again. Raises NotFound, and HexaplaError for a waiver without a reason.
        """
        if state is TaskState.OPEN:
            return self.reopen(person, numbers)
        with self._writing() as connection:
            change = history.begin(connection, person, "close-task")
            if tasks.close(connection, change, person, numbers, state, reason):
                return change
            history.withdraw(connection, change)
            return 0

    def reopen(self, person: Person, numbers: Collection[int]) -> int:
        """Open mended and waived tasks again; returns the change set, 0 if none was closed. Raises NotFound."""
        with self._writing() as connection:
            change = history.begin(connection, person, "open-task")
            if tasks.reopen(connection, change, numbers):
                return change
            history.withdraw(connection, change)
            return 0
