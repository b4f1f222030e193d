"""Header, line ends, and what follows the last entry, merged field by field and line by line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hexapla.formats.po import Catalog
from hexapla.merge.union import union

T = TypeVar("T")
_Field = tuple[str, str]
LATEST = "po-revision-date"
"""The one field of which the later value is the better one."""


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Catalog:
    """Return our catalog with the header of both sides; where both changed a field, ours stays."""
    was = base or Catalog()
    headers = union((was.headers, ours.headers, theirs.headers), lambda field: field[0].lower(), _field)
    comments = _lines(was.comments, ours.comments, theirs.comments)
    made = replace(
        ours,
        headers=headers,
        comments=comments,
        newline=_one(was.newline, ours.newline, theirs.newline) if base else ours.newline,
        bom=_one(was.bom, ours.bom, theirs.bom) if base else ours.bom,
        tail=_tail(was.tail, ours.tail, theirs.tail),
    )
    same = (headers, comments) == (theirs.headers, theirs.comments) != (ours.headers, ours.comments)
    return replace(made, lines=theirs.lines) if same and theirs.newline == made.newline else made


def _field(was: _Field | None, mine: _Field, other: _Field) -> _Field:
    if mine == was:
        return other
    return max(mine, other) if mine[0].lower() == LATEST and other != was else mine


def _one(was: T, mine: T, other: T) -> T:
    return other if mine == was else mine


def _lines(was: Sequence[str], mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return union((was, mine, other), lambda line: line, lambda _was, line, _other: line)


def _tail(was: str, mine: str, other: str) -> str:
    """Return what follows the last entry: one side's where only it changed, else the lines of both."""
    if other in (mine, was):
        return mine
    if mine == was:
        return other
    parts = [tuple(tail.splitlines(keepends=True)) for tail in (was, mine, other)]
    ended = [tuple(line if line.endswith("\n") else line + "\n" for line in lines) for lines in parts]
    return "".join(_lines(*ended))
