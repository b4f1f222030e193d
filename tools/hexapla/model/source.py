"""A unit's source as somebody who mends it sees it: in its block, with what it would be compared with."""

from dataclasses import dataclass

from hexapla.model.grid import Runs


@dataclass(frozen=True)
class SourceUnit:
    """A unit of the source; ``mark`` stands for its present words, and is sent back with what is done to them."""

    unit: str
    n: str
    mark: str
    source: Runs
    bound: list[dict[str, str]]
    """The bound tags of the source, with the labels that a reader sees."""


@dataclass(frozen=True)
class SourceBlock:
    """The block around a unit; ``mark`` stands for its kind and the units that it holds."""

    id: str
    kind: str
    level: int
    n: str
    mark: str
    units: tuple[SourceUnit, ...]


@dataclass(frozen=True)
class SourceView:
    """What the source mode of a unit works with."""

    unit: str
    block: SourceBlock
    before: str
    """The kind of the block before this one, to which it can be joined; ``""`` where there is none."""
    around: tuple[SourceUnit, ...]
    """Units that a note can be anchored in: some before the block and some after it, in reading order."""
    nearest: str
    """The one of ``around`` that the block stands next to; ``""`` where there is none."""


@dataclass(frozen=True)
class Seen:
    """What a person saw when they asked for a mend: the marks of units by id, and the block's."""

    unit: str
    units: dict[str, str]
    block: str


@dataclass(frozen=True)
class Present:
    """A unit that is another one by now: its present words, None where it is gone."""

    unit: str
    now: Runs | None
