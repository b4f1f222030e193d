"""Backing a desk up: one zip with a manifest, and each table as lines of JSON, read in one state of the desk.

Nobody who writes is held up by it, and little memory is used, however large the desk is.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, Table

from hexapla import __version__
from hexapla.desk import carried, clock, history, migrations, opening
from hexapla.desk.connect import Connections
from hexapla.desk.tables import metadata
from hexapla.formats import files
from hexapla.formats.packing import Packing, packing
from hexapla.model.backup import Carried, Manifest

FORMAT = 1
"""The version of what is written here; raised when an older program would misread it."""
MANIFEST = "manifest.json"
CHUNK = 16 * 2**20
"""Bytes of lines after which a new member begins; a single row may be longer."""


def write(connections: Connections, path: Path) -> Manifest:
    """Write a backup to a file that only its owner may read, all of it or nothing.

    It holds everything but what would let somebody in (the signing key, links that invite), the presence of windows,
    jobs with their files, and what is known of words. Raises CannotWrite, and TooLarge beyond 4 GB.
    """
    with (
        files.replacing(path, mode=0o600) as file,
        connections.steady(path.parent) as connection,
        packing(file) as packed,
    ):
        manifest = _dump(connection, packed)
        written = {"hexapla": "backup", "format": FORMAT, **asdict(manifest)}
        packed.add(MANIFEST, json.dumps(written, ensure_ascii=False, indent=1).encode())
    return manifest


def _dump(connection: Connection, packed: Packing) -> Manifest:
    tables = tuple(_table(connection, packed, table) for table in carried.carried(metadata.sorted_tables))
    return Manifest(
        edition=opening.value(connection, "edition"),
        schema=migrations.version(connection),
        revision=history.last(connection),
        made=clock.now(),
        program=__version__,
        tables=tables,
    )


def _table(connection: Connection, packed: Packing, table: Table) -> Carried:
    digest, count, members = hashlib.sha256(), 0, 0
    for lines in _chunks(connection, table):
        content = b"".join(lines)
        digest.update(content)
        members += 1
        count += len(lines)
        packed.add(member(table.name, members), content)
    columns = tuple(column.name for column in table.columns)
    return Carried(table.name, columns, count, members, digest.hexdigest())


def _chunks(connection: Connection, table: Table) -> Iterator[list[bytes]]:
    """Yield the lines of a table in pieces of CHUNK bytes or a little more; rows are fetched as they are needed."""
    some = {"yield_per": 1 if carried.has_bytes(table) else 1000}
    lines, size = [], 0
    for row in connection.execute(carried.rows(table), execution_options=some):
        lines.append(carried.write(row) + b"\n")
        size += len(lines[-1])
        if size >= CHUNK:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def member(table: str, number: int) -> str:
    """Return the name of the member with some of the rows of a table; the first number is 1."""
    return f"{table}/{number:04}.jsonl"
