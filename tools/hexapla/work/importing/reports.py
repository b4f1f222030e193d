"""The report of a reader as the desk keeps it, with the lines of the file where the reader kept none."""

import json
from dataclasses import asdict
from typing import Any

from hexapla.formats.tei import inline
from hexapla.ingest.decode import decode
from hexapla.model.errors import BadFile, DeskError
from hexapla.model.messages import _
from hexapla.model.report import Decision, Report
from hexapla.model.text import Block

_LOOK = 24
"""How many letters of a block are looked for in the file: enough to be rare, few enough to be unbroken."""
_AHEAD = 40_000
"""How many letters further on a block is looked for: furniture may stand between, not half a book."""


def write(report: Report) -> str:
    """Return a report as JSON; half a character (a lone surrogate), which no desk can hold, is a question mark."""
    return json.dumps(asdict(report), ensure_ascii=False).encode("utf-8", "replace").decode()


def read(written: str) -> Report:
    """Return the report that JSON holds; raises DeskError for what ``write`` has not written."""
    try:
        said = json.loads(written)
        return Report(
            str(said["reader"]),
            tuple(_decision(one) for one in said["decisions"]),
            tuple(str(line) for line in said["raw"]),
            tuple((int(first), int(last)) for first, last in said["places"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DeskError(
            _("What was read in this import is damaged; drop it, and bring the file again.")
        ) from error


def _decision(said: dict[str, Any]) -> Decision:
    words = {name: str(said[name]) for name in ("kind", "before", "after", "reason")}
    return Decision(line=int(said["line"]), **words)


def lines_of(source: bytes) -> tuple[str, ...]:
    """Return the lines of a file that is text; none of any other."""
    if b"\0" in source[:4096] and not source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ()
    try:
        text = decode(source, "")
    except BadFile:
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))


def found(raw: tuple[str, ...], blocks: tuple[Block, ...]) -> tuple[tuple[int, int], ...]:
    """Return the first and last line of each block, looked for by its letters; (0, 0) where it is not found.

    A block is looked for behind the one before; notes stand elsewhere in a file, so that nothing is sought behind
    them. Linear, but for blocks that are nowhere.
    """
    letters, line_of = _letters(raw)
    places, at = [], 0
    for block in blocks:
        text = "".join(_only(inline.plain(unit.source)) for unit in block.units)
        start = letters.find(text[:_LOOK], at, at + _AHEAD) if text else -1
        if start < 0 and block.note:
            start = letters.find(text[:_LOOK]) if text else -1
        if start < 0:
            places.append((0, 0))
            continue
        end = _end(letters, text, start)
        places.append((line_of[start], line_of[end]))
        if not block.note:
            at = end + 1
    return tuple(places)


def _end(letters: str, text: str, start: int) -> int:
    """Return where a block ends that begins at ``start``: where its last letters stand, else by its length."""
    last = min(start + len(text), len(letters)) - 1
    tail = text[-_LOOK:]
    found = letters.find(tail, start, start + len(text) + len(text) // 2 + _LOOK)
    return last if found < 0 else found + len(tail) - 1


def _letters(raw: tuple[str, ...]) -> tuple[str, list[int]]:
    parts, line_of = [], []
    for number, line in enumerate(raw, start=1):
        only = _only(line)
        parts.append(only)
        line_of += [number] * len(only)
    return "".join(parts), line_of


def _only(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
