"""Reading a backup: its manifest, and its rows once they have been held against it. Nothing in it is believed."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from hexapla.desk import carried, migrations
from hexapla.desk.backup import FORMAT, MANIFEST, member
from hexapla.formats import archive
from hexapla.formats.archive import Archive, Limits
from hexapla.model.backup import Carried, Manifest
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown

LIMITS = Limits(member=512 * 2**20, total=32 * 2**30)
"""A member is 16 MB, or one row with a document in it; they are read one at a time."""


@dataclass(frozen=True)
class Backup:
    """A backup that is open: its manifest is whole, its tables are as yet unread."""

    file: str
    """Its name, as messages show it."""
    manifest: Manifest
    _archive: Archive = field(repr=False)

    def verify(self) -> None:
        """Read every row's bytes and hold them against the manifest; raises BadFile where they differ."""
        for table in self.manifest.tables:
            digest, rows = hashlib.sha256(), 0
            for lines in self.lines(table):
                digest.update(b"".join(line + b"\n" for line in lines))
                rows += len(lines)
            if (rows, digest.hexdigest()) != (table.rows, table.sha256):
                raise self.damaged(_("“{table}” is not what was written").format(table=shown(table.name)))

    def lines(self, table: Carried) -> Iterator[list[bytes]]:
        """Yield the lines of a table, some at a time."""
        for number in range(1, table.members + 1):
            content = self._archive.read(member(table.name, number))
            if not content.endswith(b"\n"):
                raise self.damaged(_("“{table}” is not what was written").format(table=shown(table.name)))
            yield content[:-1].split(b"\n")

    def fitting(self, tables: Sequence[Table]) -> dict[str, Carried]:
        """Return what the backup says of each of these tables; raises BadFile unless it is just these."""
        said = {table.name: table for table in self.manifest.tables}
        fits = said.keys() == {table.name for table in tables} and all(
            carried.fits(table, said[table.name].columns) for table in tables
        )
        if not fits:
            raise self.damaged(_("its tables are not those of a desk"))
        return said

    def damaged(self, reason: str) -> BadFile:
        """Return the error for a backup that is not what it should be."""
        return BadFile(
            _("the backup is damaged: {reason}; nothing was changed. Use another one.").format(reason=reason),
            file=self.file,
        )


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """Open a backup and read its manifest; raises BadFile for what is none, or is of a newer Hexapla."""
    file = shown(path.name)
    try:
        source = path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise BadFile(_("the file cannot be read ({why}).").format(why=reason or "?"), file=file) from error
    with source:
        found = archive.open_stream(source, file=file, limits=LIMITS)
        if MANIFEST not in found.names:
            raise _no_backup(file)
        yield Backup(file, _manifest(found.read(MANIFEST), file), found)


def _manifest(source: bytes, file: str) -> Manifest:
    try:
        said = json.loads(source)
        if said["hexapla"] != "backup":
            raise ValueError
        if _whole(said["format"]) > FORMAT or str(said["schema"]) > migrations.SCHEMA:
            raise _newer(file, str(said["program"]))
        read = Manifest(
            edition=_word(said["edition"]),
            schema=_word(said["schema"]),
            revision=_whole(said["revision"]),
            made=_word(said["made"]),
            program=_word(said["program"]),
            tables=tuple(_carried(table) for table in said["tables"]),
        )
    except (ValueError, TypeError, KeyError, LookupError, RecursionError) as error:
        raise _no_backup(file) from error
    if read.schema not in migrations.known() or not read.edition:
        raise _no_backup(file)
    return read


def _carried(said: Any) -> Carried:
    return Carried(
        name=_word(said["name"]),
        columns=tuple(_word(name) for name in said["columns"]),
        rows=_whole(said["rows"]),
        members=_whole(said["members"]),
        sha256=_word(said["sha256"]),
    )


def _word(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _whole(said: Any) -> int:
    if type(said) is not int:
        raise TypeError
    return said


def _newer(file: str, program: str) -> BadFile:
    return BadFile(
        _("the backup was made by a newer Hexapla ({version}); update the program.").format(
            version=shown(program, 20)
        ),
        file=file,
    )


def _no_backup(file: str) -> BadFile:
    return BadFile(_("this is no backup that “hexapla backup” has made."), file=file)
