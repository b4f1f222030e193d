"""What of a desk goes into a backup, and how a row is written there: a JSON array a line, bytes in base64."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import LargeBinary, Select, Table, select
from sqlalchemy.types import TypeEngine

from hexapla.desk import jobs
from hexapla.desk.tables import metadata

PASSING = frozenset({"form", "invitation", "job", "presence"})
"""Tables that stay behind: what can be made anew, links that may be used once, work that is under way, who is where."""
_KEY = "key"
"""The signing key stays behind too, so that nobody comes in by a backup."""


def carried(tables: Iterable[Table]) -> list[Table]:
    """Return the tables of a backup, each after those that it refers to."""
    return [table for table in tables if table.name in _OURS and table.name not in PASSING]


def rows(table: Table) -> Select[Any]:
    """Select what of a table goes into a backup, in an order that is the same in every database."""
    found = select(table).order_by(*table.primary_key.columns)
    if table.name == "meta":
        return found.where(table.c.name != _KEY)
    if table.name == "document":
        return found.where(~table.c.name.startswith(jobs.FILES, autoescape=True))
    return found


def has_bytes(table: Table) -> bool:
    """Whether rows of a table may be as large as documents."""
    return any(isinstance(column.type, LargeBinary) for column in table.columns)


def write(row: Iterable[Any]) -> bytes:
    """Write a row as a line, without its end."""
    return _encode(
        [base64.b64encode(value).decode() if isinstance(value, bytes) else value for value in row]
    ).encode()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_OURS = frozenset(metadata.tables)


class Reader:
    """Reads the lines of a table, whose columns stand in a given order; believes none of them."""

    def __init__(self, table: Table, columns: Sequence[str]) -> None:
        self._columns = [(name, _reads(table.c[name].type), bool(table.c[name].nullable)) for name in columns]

    def read(self, line: bytes) -> dict[str, Any]:
        """Return a row by column; raises ValueError for a line that is none."""
        try:
            values = json.loads(line)
        except RecursionError as error:
            raise ValueError("nested") from error
        if not isinstance(values, list) or len(values) != len(self._columns):
            raise ValueError("columns")
        row = {}
        for value, (name, reads, nullable) in zip(values, self._columns, strict=True):
            if value is None and not nullable:
                raise ValueError(name)
            row[name] = None if value is None else reads(value)
        return row


def fits(table: Table, columns: Sequence[str]) -> bool:
    """Whether these are the columns of a table, in whatever order."""
    return len(columns) == len(table.columns) and {column.name for column in table.columns} == set(columns)


def _reads(kind: TypeEngine[Any]) -> Callable[[Any], Any]:
    for python, reads in _READERS:
        if kind.python_type is python:
            return reads
    raise ValueError(str(kind))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise ValueError("number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("flag")
    return value


def _bytes(value: Any) -> bytes:
    try:
        return base64.b64decode(_text(value), validate=True)
    except binascii.Error as error:
        raise ValueError("bytes") from error


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (str, _text),
    (int, _whole),
    (bool, _flag),
    (bytes, _bytes),
)
