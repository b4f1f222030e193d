"""Paragraphs that begin with numbers that count are the items of a list (TEI P5, 3.8), whatever the first number is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import plain
from hexapla.model.messages import _
from hexapla.model.report import Decision

FEWEST = 3
"""How many items a list has at least."""
BETWEEN = 6
"""How many paragraphs without a number may stand between two items."""

_NUMBER = re.compile(r"\(?(?:(\d{1,3})|([IVXLC]{1,6}|[ivxlc]{1,6})|([a-z]))([.)]|\s?[–—]|°)\s+(?=\S)")
_BULLET = re.compile(r"([•‣▪●○◦·]|[*](?!\*))\s+(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def found(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces of one division, numbered ones as ``item`` with their ``number``, and those that stand between
    two items as ``more``."""
    chains = _chains([_number(piece) if piece.kind in ("", "p") else None for piece in pieces])
    made, decisions = list(pieces), list[Decision]()
    for chain in [*chains, *_bullets(pieces)]:
        for nth in chain:
            mark = _mark(pieces[nth])
            made[nth] = replace(pieces[nth], kind="item", number=mark)
            reason = _("Numbers that count begin the items of a list; they are markup, not text.")
            decisions.append(Decision("item", pieces[nth].first, mark, "", reason))
        for nth in range(chain[0], chain[-1]):
            if made[nth].kind in ("", "p"):
                made[nth] = replace(made[nth], kind="more")
    return made, decisions


def _number(piece: Piece) -> tuple[str, int] | None:
    """Return the sort and the value of the number that a piece begins with."""
    match = _NUMBER.match(plain(piece.content))
    if not match:
        return None
    arabic, roman, letter, sign = match.groups()
    if arabic:
        return "1" + sign, int(arabic)
    if roman:
        values = [_ROMAN[one] for one in roman.lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        sort = "I" if roman.isupper() else "i"
        return sort + sign, sum(-value if value < after else value for value, after in pairs)
    return "a" + sign, ord(letter) - ord("a") + 1


def _chains(numbers: Sequence[tuple[str, int] | None]) -> list[list[int]]:
    """Return the runs of places at which numbers of one sort count by one."""
    chains: list[list[int]] = []
    for nth, number in enumerate(numbers):
        if number is None:
            continue
        sort, value = number
        if value == 1 or not chains:
            chains.append([nth])
            continue
        going = next(
            (
                chain
                for chain in reversed(chains)
                if numbers[chain[-1]] == (sort, value - 1) and nth - chain[-1] <= BETWEEN + 1
            ),
            None,
        )
        if going:
            going.append(nth)
        else:
            chains.append([nth])
    counted = [chain for chain in chains if len(chain) >= FEWEST]
    return [
        chain
        for chain in counted
        if not any(other is not chain and other[0] < chain[0] and chain[-1] < other[-1] for other in counted)
    ]


def _bullets(pieces: Sequence[Piece]) -> list[list[int]]:
    """Return the runs of paragraphs that begin with a bullet, without anything between."""
    runs: list[list[int]] = []
    for nth, piece in enumerate(pieces):
        if piece.kind not in ("", "p") or not _BULLET.match(plain(piece.content)):
            continue
        if runs and runs[-1][-1] == nth - 1:
            runs[-1].append(nth)
        else:
            runs.append([nth])
    return [run for run in runs if len(run) >= FEWEST]


def _mark(piece: Piece) -> str:
    text = plain(piece.content)
    match = _NUMBER.match(text) or _BULLET.match(text)
    return match[0].strip() if match else ""
