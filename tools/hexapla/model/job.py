"""Work that takes longer than a person waits: done by a worker process, followed on the desk."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class JobState(StrEnum):
    """How far a job is; ``lost`` is one whose worker died twice."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"

    @property
    def over(self) -> bool:
        """Whether nothing more is going to happen."""
        return self not in (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True)
class Job:
    """A piece of work: what is wanted, by whom, and how far it is. ``done`` of ``total`` steps; 0 of 0 is unknown."""

    id: int
    kind: str
    person: str
    """The id of the person who asked for it."""
    wanted: dict[str, Any]
    state: JobState
    done: int = 0
    total: int = 0
    cancelled: bool = False
    """Whether somebody has asked to stop it."""
    tries: int = 0
    worker: str = ""
    """The name of the lock that its worker holds while it lives."""
    result: dict[str, Any] = field(default_factory=dict)
    """What came of it; of a failed one ``{"error": sentence}``."""
    at: str = ""
