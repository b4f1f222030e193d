"""What a language holds for a text: entries, their states, and what people said about them."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


def entry_hash(context: str, msgid: str, msgstr: str) -> str:
    """Return the content address of an entry: the first 12 hex digits of SHA-256 over context, msgid and msgstr."""
    return hashlib.sha256("\0".join((context, msgid, msgstr)).encode()).hexdigest()[:12]


class State(StrEnum):
    """How far an entry is, from nothing to approved; ``omitted`` is empty on purpose, with a reason."""

    UNTRANSLATED = "untranslated"
    NEEDS_WORK = "needs-work"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    OMITTED = "omitted"

    @property
    def rank(self) -> int:
        """The order of states for a gate; an omission counts as approved, since it has a reason."""
        return _RANK[self]


_RANK = {
    State.UNTRANSLATED: 0,
    State.NEEDS_WORK: 1,
    State.TRANSLATED: 2,
    State.REVIEWED: 3,
    State.APPROVED: 4,
    State.OMITTED: 4,
}


@dataclass(frozen=True)
class Place:
    """Where a language sets an entry other than in the source's order.

    ``after`` is the unit id that it follows within its block ("" = first); ``paragraph`` whether it starts
    a new paragraph (True), is drawn into the one before (False), or neither (None).
    """

    after: str | None = None
    paragraph: bool | None = None


@dataclass(frozen=True)
class Meta:
    """The first ``# hexapla:`` line of an entry: true only while ``base`` is the hash of this very entry."""

    base: str
    state: State
    by: str = ""
    at: str = ""
    reason: str = ""
    place: Place | None = None
    over: tuple[str, ...] = ()
    """The hashes of the texts that this one was put over, the newest first: who has one of them knows it is older."""


@dataclass(frozen=True)
class Waiver:
    """A finding that is right as it is: lapses when ``hash`` no longer fits the texts that it was given for."""

    finding: str
    subject: str
    units: tuple[str, ...]
    hash: str
    reason: str
    by: str = ""
    at: str = ""
    id: int = field(default=0, compare=False)
    """The desk's number; no part of what it says."""


@dataclass(frozen=True)
class Suggestion:
    """Another text for an entry, kept with who offered it and where it came from."""

    text: str
    by: str = ""
    at: str = ""
    origin: str = ""
    """``person``, ``conflict`` (the losing text of a save), ``draft`` (a window's text that another one wrote over) or
    ``sync`` (a file's text that did not win)."""
    id: int = field(default=0, compare=False)
    """The desk's number; no part of what it says."""


@dataclass(frozen=True)
class Comment:
    """A remark on an entry; ``question`` names whom it asks: author, reviewer or terminologist."""

    text: str
    by: str = ""
    at: str = ""
    question: str = ""
    every_language: bool = False
    id: int = field(default=0, compare=False)
    """The desk's number; no part of what it says."""
    lang: str = field(default="", compare=False)
    """Where it was made, for a comment that is shown in another language."""


def remark_hash(remark: "Waiver | Suggestion | Comment") -> str:
    """Return the address of what a remark says, whoever said it and when: 12 hex digits of SHA-256."""
    match remark:
        case Waiver():
            said: tuple[object, ...] = (remark.finding, remark.subject, remark.units, remark.hash)
        case Suggestion():
            said = (remark.text,)
        case Comment():
            said = (remark.text, remark.question, remark.every_language)
    return hashlib.sha256(repr((type(remark).__name__, *said)).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Closed:
    """The remarks of an entry that somebody has closed, by what they say; that one is missing alone says nothing."""

    hashes: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One entry of a language: one or more units (a join), the source as msgid, the translation as msgstr.

    Texts are inline forms. ``previous`` is the source that the translation was made for, where it has changed since.
    """

    units: tuple[str, ...]
    msgid: str
    msgstr: str = ""
    state: State = State.UNTRANSLATED
    previous: str | None = None
    reason: str = ""
    """Why the entry is omitted."""
    place: Place | None = None
    by: str = ""
    at: str = ""
    """Who made the present text, and when: UTC, ``2026-11-22T18:00:00Z``."""
    waivers: tuple[Waiver, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def context(self) -> str:
        """The msgctxt: ``u12``, or ``u12+u13`` for a join."""
        return "+".join(self.units)

    @property
    def remarks(self) -> "tuple[Waiver | Suggestion | Comment, ...]":
        """Everything that was said about it and is open."""
        return (*self.waivers, *self.suggestions, *self.comments)

    @property
    def hash(self) -> str:
        """The content address of the entry as it stands."""
        return entry_hash(self.context, self.msgid, self.msgstr)
