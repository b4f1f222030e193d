"""``desk.jobs``: the work that a worker process does."""

from typing import Any

from hexapla.desk import jobs
from hexapla.desk.doors.door import Door
from hexapla.model.job import Job, JobState
from hexapla.model.person import Person


class Jobs(Door):
    """Jobs, from the queue to their results."""

    def add(self, person: Person, kind: str, wanted: dict[str, Any], *, once: bool = False) -> int:
        """Queue a job and return its number; ``once`` returns that of a queued one that wants the same."""
        with self._writing() as connection:
            return jobs.add(connection, person, kind, wanted, once=once)

    def get(self, number: int) -> Job:
        """Return a job; raises NotFound."""
        with self._reading() as connection:
            return jobs.get(connection, number)

    def listed(
        self, *, person: str | None = None, state: JobState | None = None, limit: int = 20
    ) -> list[Job]:
        """Return jobs, newest first: those of a person (an id), or in a state."""
        with self._reading() as connection:
            return jobs.listed(connection, person=person, state=state, limit=limit)

    def claim(self, worker: str) -> Job | None:
        """Give the oldest queued job to a worker, None if there is none; a look alone costs no write."""
        if not self.listed(state=JobState.QUEUED, limit=1):
            return None
        with self._writing() as connection:
            return jobs.claim(connection, worker)

    def progress(self, number: int, worker: str, done: int, total: int) -> bool:
        """Note how far a job is; False: it was cancelled, or is another worker's by now."""
        with self._writing() as connection:
            return jobs.progress(connection, number, worker, done, total)

    def cancel(self, number: int) -> None:
        """Ask for a job to be stopped; one that nobody has begun is over at once."""
        with self._writing() as connection:
            jobs.cancel(connection, number)

    def end(self, number: int, worker: str, state: JobState, result: dict[str, Any]) -> bool:
        """Close a worker's job with what came of it; False if it is another's by now."""
        with self._writing() as connection:
            return jobs.end(connection, number, worker, state, result)

    def give_up(self, number: int, worker: str) -> None:
        """Queue a job again whose worker is gone, or call it lost if that happened before."""
        with self._writing() as connection:
            jobs.give_up(connection, number, worker)

    def keep_file(self, number: int, name: str, source: bytes) -> None:
        """Keep a file that a job made."""
        with self._writing() as connection:
            jobs.keep_file(connection, number, name, source)

    def files(self, number: int) -> dict[str, bytes]:
        """Return the files that a job made, by name."""
        with self._reading() as connection:
            return jobs.files(connection, number)

    def drop_files(self, numbers: list[int]) -> None:
        """Drop the files of jobs."""
        with self._writing() as connection:
            jobs.drop_files(connection, numbers)
