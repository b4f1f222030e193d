"""What a backup says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Carried:
    """A table in a backup: its columns in order, how many rows, and the SHA-256 of them as they were written."""

    name: str
    columns: tuple[str, ...]
    rows: int
    members: int
    """In how many members of the archive the rows lie."""
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """A backup of the desk of an edition (its UUID), as of its newest revision."""

    edition: str
    schema: str
    revision: int
    made: str
    """When, in UTC."""
    program: str
    """The version of the program that made it."""
    tables: tuple[Carried, ...]


@dataclass(frozen=True)
class Restored:
    """A desk that was restored: from what, and under which name what was there before is kept (``""``: nothing was)."""

    manifest: Manifest
    aside: str
