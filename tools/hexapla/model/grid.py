"""What the editor is shown: pages of rows in document order, texts as runs, never as markup."""

from dataclasses import dataclass
from typing import Any

Runs = list[dict[str, Any]]
"""A text in pieces: ``{"text"}``, ``{"open", "id"}``, ``{"close"}``, ``{"note"}`` (design: "The editor")."""


@dataclass(frozen=True)
class DraftRuns:
    """A person's unconfirmed text, the revision it was begun on, and when it came to the desk."""

    target: Runs
    revision: int
    at: str


@dataclass(frozen=True)
class GridRow:
    """One entry: source and target, its state, and what a save must send back."""

    units: tuple[str, ...]
    n: str
    position: int
    source: Runs
    target: Runs
    broken: bool
    """Whether the stored text is ill-formed markup and is shown as typed."""
    state: str
    revision: int
    by: str
    at: str
    reason: str
    previous: Runs | None
    bound: list[dict[str, str]]
    """The bound tags of the source that a translation has to carry, with their labels."""
    draft: DraftRuns | None
    suggestions: int = 0
    comments: int = 0
    """How many of them are open, comments for every language among them."""


@dataclass(frozen=True)
class GridBlock:
    """The rows of one block on a page; ``continued`` if the block began on the page before."""

    kind: str
    level: int
    n: str
    group: str
    note: str
    continued: bool
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class GridPage:
    """A page: ``first`` and ``last`` are ordinals from 1, ``before`` and ``after`` positions of the pages around it."""

    text: str
    title: str
    lang: str
    source: str
    dir: str
    total: int
    first: int
    last: int
    before: int | None
    after: int | None
    progress: dict[str, float]
    blocks: tuple[GridBlock, ...]
    at: int = 0
    """The newest change set when the page was read: what came later is asked for by it."""
    digest: str = ""
    """Stands for the source text as it was when the page was read."""


@dataclass(frozen=True)
class Answer:
    """The answer to one op: done, refused with a sentence, or in conflict with all three texts."""

    op: str
    ok: bool
    revision: int = 0
    state: str = ""
    at: str = ""
    error: str = ""
    conflict: dict[str, Any] | None = None
