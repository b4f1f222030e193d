"""A gettext catalog as values: its header, its entries, and the lines that each of them was read from."""

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeAlias

Texts: TypeAlias = tuple[str, ...]
Perhaps: TypeAlias = str | None
_Fields: TypeAlias = tuple[str, str, Perhaps, Perhaps, Texts]
_Comments: TypeAlias = tuple[Texts, Texts, Texts, Texts, Texts]
Values: TypeAlias = tuple[*_Fields, *_Comments, Perhaps, Perhaps, Perhaps, bool]
"""Everything an entry says, in the order of its fields."""
Lines: TypeAlias = tuple[str, Values]
"""Where an entry was read from: its text in the file, and the values it was read as.

The text is written again only while the values are still the same: ``dataclasses.replace`` is always safe.
"""
Headers: TypeAlias = tuple[tuple[str, str], ...]
HeaderLines: TypeAlias = tuple[str, tuple[Headers, Texts]]
"""The same of a catalog's header: its text, and the fields and comments it was read as."""


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One entry of a catalog, with all that gettext lets it carry; texts are unescaped.

    ``msgctxt`` None and "" differ, and so do None and "" of the other optional texts.
    """

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr_plural: tuple[str, ...] = ()
    """The plural forms of a foreign catalog; ``msgstr`` is empty then. Our own catalogs have none."""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """People's comments as they are, each a whole line with its ``#``."""
    extracted: tuple[str, ...] = ()
    """The text of each ``#.`` line."""
    references: tuple[str, ...] = ()
    """The text of each ``#:`` line, as it was wrapped."""
    sticky: tuple[str, ...] = ()
    """The text of each ``#=`` line (sticky flags, gettext 0.26)."""
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    previous_msgid_plural: str | None = None
    obsolete: bool = False
    lines: Lines | None = field(default=None, compare=False, repr=False)

    @property
    def fuzzy(self) -> bool:
        """Whether the translation needs work."""
        return "fuzzy" in self.flags

    @property
    def values(self) -> tuple[object, ...]:
        """Everything the entry says, in the order of the fields: all but the lines it was read from."""
        return _values(self)


_values = attrgetter(*(name for name in CatalogEntry.__dataclass_fields__ if name != "lines"))


@dataclass(frozen=True)
class Catalog:
    """A whole file: header, entries in the order of the file, and how its lines end."""

    headers: Headers = ()
    """The header's fields in their order; a line without a colon stands as ("", line)."""
    comments: tuple[str, ...] = ()
    """Every ``#`` line of the header as it is, flags too: (c) lines of people, ``#, fuzzy`` of a template."""
    entries: tuple[CatalogEntry, ...] = ()
    newline: str = "\n"
    bom: bool = False
    tail: str = ""
    """What follows the last entry: comments and blank lines."""
    lines: HeaderLines | None = field(default=None, compare=False, repr=False)
    """Where the header was read from."""
