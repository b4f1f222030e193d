"""Who is to do what by when: a hint for everybody, never a lock."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Assignment:
    """A text, or a range of its units, in a language, for a person."""

    text: str
    """The text's id."""
    lang: str
    person: str
    """The id of the person."""
    first: str = ""
    last: str = ""
    """The ids of the first and the last unit; both empty for the whole text."""
    division: str = ""
    """The xml:id of the division that the range stands for, ``""`` for none."""
    due: str = ""
    """A date, ``2026-12-01``, or empty."""
    note: str = ""
    by: str = ""
    at: str = ""
    id: int = 0
    open: bool = True
