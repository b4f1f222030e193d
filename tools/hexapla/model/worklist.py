"""The worklist that a decision about a term leaves: an entry to look at, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class TaskState(StrEnum):
    """How a task stands."""

    OPEN = "open"
    MENDED = "mended"
    WAIVED = "waived"
    WITHDRAWN = "withdrawn"
    """Its decision was taken back, or another one took its place."""


@dataclass(frozen=True)
class NewTask:
    """What a decision wants done in an entry: the concept's id, the term that may stand there, and the decided one."""

    text: str
    """The text's id."""
    lang: str
    units: tuple[str, ...]
    concept: str
    old: str
    new: str


@dataclass(frozen=True)
class Task:
    """A task as the desk holds it; ``reason``, ``by`` and ``at`` say who closed it, when and why."""

    id: int
    change: int
    """The number of the change set of its decision."""
    concept: str
    text: str
    lang: str
    units: tuple[str, ...]
    """Those of the entry that holds it now; the first one that it was made for, where no live entry does."""
    position: int
    """Where that entry stands in its text, 0 where there is none."""
    old: str
    new: str
    state: TaskState
    reason: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class TaskCount:
    """How far the worklist of a concept is in a language."""

    concept: str
    lang: str
    open: int = 0
    mended: int = 0
    waived: int = 0
