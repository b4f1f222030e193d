"""Tables and what their columns say."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a column says; the value is the word for it in the head of a file that we write."""

    IGNORE = ""
    ID = "id"
    KIND = "kind"
    SUBJECT = "subject"
    REFERENCES = "references"
    DEFINITION = "definition"
    SOURCE = "source"
    NOTE = "note"
    TERM = "term"
    STATUS = "status"
    PART_OF_SPEECH = "part of speech"
    GENDER = "gender"
    FORMS = "forms"
    EXACT_CASE = "exact case"
    KEEP = "keep"
    TEXTS = "texts"
    CONTEXT = "context"
    TERM_NOTE = "term note"


OF_CONCEPT = frozenset({Field.ID, Field.KIND, Field.SUBJECT, Field.REFERENCES})
"""What is said of a concept, whatever the language."""
OF_EITHER = frozenset({Field.DEFINITION, Field.SOURCE, Field.NOTE})
"""What is said of a concept, or, with a language, of its section."""
OF_TERM = frozenset(Field) - OF_CONCEPT - OF_EITHER - {Field.IGNORE}
"""What is said of each term of a language; several stand in one cell, divided by the mapping's separator."""


@dataclass(frozen=True)
class Sheet:
    """A table as texts: the first row, and the others, each as long as the first or as the longest of them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    told: tuple[str, ...] = ()
    """What was decided while reading, in sentences: an encoding, one sheet of several."""


@dataclass(frozen=True)
class Column:
    """What one column says; ``lang`` is a tag (BCP 47), empty for what is said of the concept."""

    field: Field = Field.IGNORE
    lang: str = ""


@dataclass(frozen=True)
class Mapping:
    """What the columns of a sheet say, one by one; ``header``: whether its first row is names, not a concept."""

    columns: tuple[Column, ...]
    header: bool = True
    separator: str = "|"
    """What stands between the terms of one cell."""


@dataclass(frozen=True)
class Remark:
    """A row (as a spreadsheet counts, from 1) that was left out, or of which something was; and why."""

    row: int
    reason: str
