"""What a person asks the desk to do with an entry, and what the desk answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from hexapla.model.catalog import Comment, Entry, State

Carry: TypeAlias = Callable[[str, tuple[Entry, ...]], Iterable[Entry]]
"""What becomes of a language's entries when their text changes: asked with the language and its live entries (with
their open remarks) that hold units which are gone or whose source differs, as they were before; returns the entries
that are to stand instead or besides, by the units of the new text. What it does not return changes as it would have."""

Without: TypeAlias = Callable[[bytes, bytes, bytes], bytes]
"""Takes a change of the glossary out of it: asked with what the change left, what stands now, and what was before the
change (TBX documents; empty: there was none); returns what is to stand. Raises HexaplaError where more would go."""


@dataclass(frozen=True)
class Save:
    """One save: compare-and-set on ``revision`` (the number the person saw; 0 = never touched) and ``seen`` state.

    ``client`` and ``op`` make it idempotent: a repeated op gets its first answer.
    """

    client: str
    op: str
    text: str
    """The text's id."""
    lang: str
    units: tuple[str, ...]
    msgstr: str
    state: State
    revision: int
    seen: State
    reason: str = ""
    draft: str = ""
    """The time of the draft that became this text, as the window knows it."""


@dataclass(frozen=True)
class Saved:
    """The answer to a save that was done; ``revision`` is the entry's new number."""

    op: str
    revision: int
    state: State
    at: str


@dataclass(frozen=True)
class Stale:
    """The answer to a save that came too late: all three texts; ``ours`` was kept as a suggestion."""

    op: str
    base: str
    ours: str
    theirs: str
    by: str
    at: str
    revision: int
    state: State


@dataclass(frozen=True)
class Draft:
    """What a person has typed and not confirmed, and the revision it was begun on."""

    text: str
    lang: str
    units: tuple[str, ...]
    msgstr: str
    revision: int
    at: str = ""
    client: str = ""
    """The window that it was typed in."""
    seen: str = ""
    """The time of the draft that this one replaces, as the window knows it; another one is kept as a suggestion."""


@dataclass(frozen=True)
class Row:
    """An entry as the desk holds it: with its revision number, and the reader's own draft where there is one."""

    entry: Entry
    revision: int
    draft: Draft | None = None
    position: int = 0
    """Where the entry stands in its text: grows in reading order, begins at 1; pages are asked for by it."""
    shared: tuple[Comment, ...] = ()
    """Comments for every language on these units that were made in another one."""


@dataclass(frozen=True)
class ChangeSet:
    """What one act of a person changed: a save, a sync, an undo; ``units`` counts them by text id and language."""

    number: int
    kind: str
    person: str
    at: str
    note: str = ""
    undoes: int = 0
    undone_by: int = 0
    """The number of the set that took this one back, 0 if none did."""
    units: dict[tuple[str, str], int] = field(default_factory=dict)
    remarks: int = 0
    """How many suggestions, comments, waivers, assignments, tasks and rejected candidates it made, closed or opened."""


@dataclass(frozen=True)
class Undone:
    """What an undo did: the number of its own change set (0: nothing was left to undo), and what it left alone."""

    change: int
    restored: int = 0
    """How many entries are as they were before."""
    glossary: bool = False
    """Whether the glossary is without what the set did."""
    skipped: tuple[tuple[str, str, str], ...] = ()
    """Entries that somebody has changed since, as text id, language, context: they stay as they are."""
