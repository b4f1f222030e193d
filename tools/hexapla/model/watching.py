"""What somebody at a page of the grid has to know of the others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Presence:
    """Somebody in a unit just now; ``person`` is an id."""

    person: str
    unit: str
    client: str


@dataclass(frozen=True)
class Touched:
    """An entry that was changed or remarked upon, and its present revision."""

    units: tuple[str, ...]
    revision: int
    suggestions: int = 0
    comments: int = 0
    """How many of them are open."""


@dataclass(frozen=True)
class News:
    """What happened in a text since a change set: ``at`` is the newest one, to ask after next time."""

    at: int
    touched: tuple[Touched, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    """The others who are here: name and unit."""
    digest: str = ""
    """Stands for the source text as it is now: where it is another one, units may have come, gone or changed."""
