"""Texts on their way in: a file that was brought to the desk, what was read in it, and how a page shows both."""

from dataclasses import dataclass
from enum import StrEnum

from hexapla.model.grid import Runs


class ImportState(StrEnum):
    """How far a text has come on its way in."""

    READING = "reading"
    OPEN = "open"
    REFUSED = "refused"
    """No reader could make a text of the file; ``Import.error`` says why."""
    STORED = "stored"
    DROPPED = "dropped"

    @property
    def over(self) -> bool:
        """Whether nothing more is going to happen."""
        return self not in (ImportState.READING, ImportState.OPEN)


@dataclass(frozen=True)
class Import:
    """A file on its way in. ``person`` and ``by`` are ids: who began, and who did something last."""

    id: int
    person: str
    at: str
    by: str
    changed: str
    version: int
    """Grows with every change; who changes something says which one they saw."""
    state: ImportState
    name: str
    """The file's name, without folders."""
    slug: str
    title: str
    lang: str = ""
    target: str = ""
    """The language of the translations that the file holds, where it holds any."""
    error: str = ""


@dataclass(frozen=True)
class Read:
    """What was read in a file: the text as it was read and as it stands now, both TEI, and what was decided."""

    reading: bytes
    tei: bytes
    first: int
    """The next free unit number after the reading."""
    next: int
    """The same as the text stands now."""
    report: str
    """A ``model.report.Report`` as JSON."""
    steps: str = "[]"
    """What people did since, oldest first, as JSON."""


@dataclass(frozen=True)
class Waiting:
    """An import that somebody has begun and nobody has ended, for the list of them."""

    id: int
    name: str
    title: str
    slug: str
    by: str
    """The name of whoever did something last."""
    at: str
    version: int
    reading: bool


@dataclass(frozen=True)
class RawLine:
    """A line of the file; ``decisions`` are the numbers of those that were made about it."""

    n: int
    text: str
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReadUnit:
    """A unit as the page shows it: its text in runs."""

    id: str
    text: Runs


@dataclass(frozen=True)
class ReadBlock:
    """A block beside the lines that it was made of; ``nth`` counts blocks from 0.

    ``kind`` is one of ``model.text.KINDS`` or ``break``, ``decisions`` are the numbers of those that touch it.
    """

    nth: int
    id: str
    kind: str
    level: int
    n: str
    group: str
    note: str
    speaker: str
    units: tuple[ReadUnit, ...]
    raw: tuple[RawLine, ...] = ()
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReadDecision:
    """A decision of the reader: ``block`` is the id of the one that shows it, ``back`` whether it was taken back.

    ``unit``, ``start`` and ``end`` (characters of the unit's plain text) are where ``after`` stands, if it was found.
    """

    nth: int
    kind: str
    line: int
    before: str
    after: str
    reason: str
    block: str
    unit: str = ""
    start: int = 0
    end: int = 0
    reversible: bool = True
    back: bool = False


@dataclass(frozen=True)
class ImportPage:
    """An import as a page shows it: what it is, all decisions, and how many blocks there are to ask for."""

    row: Import
    by: str
    """The name of whoever did something last."""
    reader: str
    lang: str
    dir: str
    blocks: int
    units: int
    words: int
    lines: int
    """How many lines of the file can be shown; 0 where the reader keeps none."""
    steps: int
    """How many acts can be taken back."""
    notes: dict[str, str]
    """The number of each note, by its id."""
    decisions: tuple[ReadDecision, ...]
    exists: bool
    """Whether the edition has a text of this slug, which would be revised."""


@dataclass(frozen=True)
class Window:
    """Some of an import's blocks, in order; ``version`` is that of the import they were taken from."""

    version: int
    blocks: tuple[ReadBlock, ...]


@dataclass(frozen=True)
class Changed:
    """What an act has changed of a page: ``gone`` blocks from number ``at`` on give way to ``fresh`` ones."""

    row: Import
    by: str
    steps: int
    units: int
    blocks: int
    notes: dict[str, str]
    at: int
    gone: int
    fresh: tuple[ReadBlock, ...]
    decisions: tuple[ReadDecision, ...]
    """Those that show elsewhere now, or were taken back, or stand again."""
    unit: str = ""
    """The unit to go on with, where the act has made one."""


@dataclass(frozen=True)
class Stored:
    """What storing came to: the text is stored, or a report must be agreed to first.

    ``plan`` says in lines what storing would do to a text that is there; empty once it is done.
    """

    slug: str
    done: bool
    plan: tuple[str, ...] = ()
    agreed: str = ""
    """What to send back to say that the plan was seen."""
    edited: bool = False
    """Whether there are units whose words changed, which may be called minor corrections."""
    findings: tuple[str, ...] = ()
