"""What a check run leaves at the desk: findings at entries, each of the text that was checked."""

from dataclasses import dataclass
from typing import TypeAlias

FindingPlace: TypeAlias = tuple[str, str, int, str, str]
"""Where a finding stands among all: text id, language, position, name, subject."""


@dataclass(frozen=True)
class Raised:
    """A finding as a check raises it at an entry; the subject is one in its name there.

    ``hash`` is what a waiver of it has to have, so that it lapses with what it was given for; empty: any waiver of
    the same finding and subject will do.
    """

    name: str
    subject: str
    message: str
    detail: str = ""
    """What else there is to it, as JSON, or nothing."""
    hash: str = ""


@dataclass(frozen=True)
class Checked:
    """What was found in an entry that was checked at a revision (0 = never touched)."""

    revision: int
    raised: tuple[Raised, ...] = ()


@dataclass(frozen=True)
class Standing:
    """A finding as it stands at a live entry; ``waived``: somebody has said that it is right as it is."""

    text: str
    """The text's id."""
    lang: str
    units: tuple[str, ...]
    position: int
    revision: int
    raised: Raised
    waived: bool = False

    @property
    def place(self) -> FindingPlace:
        """Where it stands; what comes after it is asked for by this."""
        return self.text, self.lang, self.position, self.raised.name, self.raised.subject


@dataclass(frozen=True)
class Tally:
    """How many entries of a text in a language have a finding of one name and subject, and of how many it is waived."""

    text: str
    lang: str
    name: str
    subject: str
    open: int
    waived: int
