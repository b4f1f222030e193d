"""How deep a head is: by what it shares with others of its level."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hexapla.ingest.marks import DATE, number_kind
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import plain

TITLE = 4
"""How many blocks from the beginning a second head may stand, if the first one is to be the title of all."""
BETWEEN = 60
"""How many signs a line between these two has at most."""


def with_levels(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a level for each head: the file's own, else by what heads have in common.

    Larger letters are higher. Of equal size, whatever looks first like this comes above what looks otherwise after it:
    a title above “Part one”, parts above chapters. Heads that follow each other at once, without a text between, go
    down by one level each.
    """
    heads = [piece for piece in pieces if piece.kind == "head"]
    if any(piece.level for piece in heads):
        deepest = max(piece.level for piece in heads)
        return [
            replace(piece, level=deepest + 1) if piece.kind == "head" and not piece.level else piece
            for piece in pieces
        ]
    levels: dict[Look, int] = {}
    looks = [look_of(piece) if piece.kind == "head" else None for piece in pieces]
    of_heads = [look for look in looks if look is not None]
    is_alone = len(of_heads) > 1 and (of_heads.count(of_heads[0]) == 1 or of_heads[0] == of_heads[1])
    if looks and looks[0] is not None and is_alone and _is_title(pieces):
        looks[0] = replace(looks[0], title=True)
    again = _counted_again(pieces, looks)
    made = []
    before: Piece | None = None
    for piece, look in zip(pieces, looks, strict=True):
        now = piece
        if look is not None:
            if look not in levels:
                levels[look] = _new_level(look, levels, before, again)
            now = replace(piece, level=levels[look])
        made.append(now)
        before = now
    return made


@dataclass(frozen=True)
class Look:
    """What a head shares with those of its level."""

    size: float = 0.0
    rend: str = ""
    number: str = ""
    align: str = ""
    capitals: bool = False
    dated: bool = False
    title: bool = False
    """Whether it is the one at the very beginning, above all others."""


def _counted_again(pieces: Sequence[Piece], looks: Sequence[Look | None]) -> frozenset[Look]:
    """Return the looks whose numbers begin again: they count what is within a division above them."""
    firsts = Counter(
        look
        for piece, look in zip(pieces, looks, strict=True)
        if look is not None and look.number and _FIRST.match(plain(piece.content))
    )
    return frozenset(look for look, count in firsts.items() if count > 1)


_FIRST = re.compile(r"(?:\w+\s+)?(?:1|I|A|a|i|one|first|eins|un|uno|egy|один)\b", re.IGNORECASE)


def _is_title(pieces: Sequence[Piece]) -> bool:
    """Whether the first head is that of all that follows: another one comes after it, with a line or two between."""
    second = next((nth for nth, piece in enumerate(pieces[1:TITLE], 1) if piece.kind == "head"), 0)
    between = pieces[1:second]
    heads = sum(piece.kind == "head" for piece in pieces)
    is_near = all(piece.align == "right" or len(plain(piece.content)) <= BETWEEN for piece in between)
    return second > 0 and heads > 2 and is_near


def look_of(piece: Piece) -> Look:
    """Return what a head shares with those of its level: size, weight, number, capitals, a date."""
    text = plain(piece.content)
    kind = number_kind(text)
    return Look(
        size=round(piece.size * 10) / 10,
        rend=piece.rend,
        number=kind,
        align=piece.align,
        capitals=text.isupper() and not kind,
        dated=bool(DATE.search(text) or _YEAR.fullmatch(text)) and not kind,
    )


_YEAR = re.compile(r"1\d{3}|20\d\d")


def _new_level(look: Look, levels: dict[Look, int], before: Piece | None, again: frozenset[Look]) -> int:
    """Return the level of a look that has not been seen yet."""
    known = {other: level for other, level in levels.items() if not other.title}
    if before is not None and before.kind == "head":
        return before.level + 1
    if not known:
        return 1 + len(levels)
    larger = [level for other, level in known.items() if other.size > look.size]
    same = {other: level for other, level in known.items() if other.size == look.size}
    if not same:
        return max(larger) + 1 if larger else min(known.values())
    if look.align != "center" and (
        centred := [level for other, level in same.items() if other.align == "center"]
    ):
        return max(centred) + 1
    if look.dated or look in again:
        return max(same.values()) + 1
    return min(same.values())
