"""Which blocks are heads and which are breaks, by what sets them apart; and how deep a head is, by what it shares with
others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from hexapla.ingest.structure.marks import DATE, number_kind
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import lines, plain
from hexapla.model.text import element

LONGEST = 120
"""How many signs a head has at most; twice as many where its letters are larger."""
RUN = 3
"""How many heads may follow each other; what has more of them is a list."""
MOST = 0.6
"""If more of the paragraphs than this look like heads, the text is a list or a poem, and none is."""
LARGE = 1.12
"""Letters that are larger than the body's by this share are those of a head."""

_MARK = r"[*⁂•·#~=_\-–—+◊❧❦☙†×✻❖◆○●]"
_BREAK = re.compile(rf"{_MARK}(?:\s*{_MARK}){{0,19}}\Z")
_NUMBER = re.compile(r"(?:(\d{1,3})|([IVXLC]{1,7}))[.)]?\Z")
_NO_OPENING = re.compile(r"[–—―\-•*]\s|[„“\"«]")
_ENDS = re.compile(r"[.?!…;,،、，。:！？؟۔][\"'”’“»«›‹」』)\]*†‡\d]*\Z")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def found(pieces: Sequence[Piece], *, keeps_lines: bool = False) -> list[Piece]:
    """Return the pieces with their kind where it is ``head`` or ``break``; levels are not told yet.

    A head stands alone, with a body after it; it has at most two lines, begins with no small letter, no dash and no
    quotation mark, and does not end as a sentence does, unless capitals, larger letters or bold ones set it apart. A
    bare number is a head only if the text has the number before it or after it too. Where the file itself names its
    heads, only what is set apart by its letters is added.
    """
    told = any(piece.kind == "head" for piece in pieces)
    pieces = list(pieces) if told else _with_labels(pieces)
    numbers = {number for piece in pieces if (number := _number(plain(piece.content))) is not None}
    looks = [_look(piece, numbers, told=told, keeps_lines=keeps_lines) for piece in pieces]
    made: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(looks)]
    for (kind, length), (after, _length) in pairwise([*runs, ("", 0)]):
        is_head = kind == "head" and after not in ("", "break") and length <= RUN
        made += [kind if is_head or kind == "break" else ""] * length
    guessed = [nth for nth, piece in enumerate(pieces) if made[nth] == "head" and not _stands_out(piece)]
    if len(guessed) > RUN and len(guessed) > MOST * len(pieces):
        made = ["" if nth in guessed else kind for nth, kind in enumerate(made)]
    return [
        replace(piece, kind=kind) if kind and not piece.kind else piece
        for kind, piece in zip(made, pieces, strict=True)
    ]


def _with_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a label (“Letters:”) and the short line right below it as one of two lines."""
    made: list[Piece] = []
    for piece in pieces:
        before = made[-1] if made else None
        if (
            before is not None
            and _is_label(before)
            and not before.kind
            and not piece.kind
            and not piece.free_before
        ):
            text = plain(piece.content)
            if piece.short and piece.free_after and not _ENDS.search(text.rstrip("!?")):
                content = (*before.content, element("lb"), *piece.content)
                made[-1] = replace(before, content=content, last=piece.last, free_after=True)
                continue
        made.append(piece)
    return made


def _is_label(piece: Piece) -> bool:
    """Whether a piece is a short line that ends with a colon, and begins something."""
    text = plain(piece.content).strip()
    return piece.free_before and piece.short and len(text) < LONGEST // 3 and text.endswith((":", "："))


def _look(piece: Piece, numbers: set[int], *, told: bool, keeps_lines: bool) -> str:
    """Return what a piece looks like by itself."""
    if piece.kind:
        return piece.kind if piece.kind in ("head", "break") else "other"
    text = plain(piece.content)
    alone = piece.free_before and piece.free_after
    if alone and _BREAK.match(text):
        return "break"
    number = _number(text)
    if number is not None:
        return "head" if alone and {number - 1, number + 1} & numbers else "p"
    if _stands_out(piece):
        return "head" if _may_stand_out(piece, text) else "p"
    below = piece.free_before or piece.indented
    if told or not (below and piece.free_after) or (piece.inset and piece.align != "center"):
        return "p"
    return "head" if _may_be_head(text, keeps_lines=keeps_lines) else "p"


def _stands_out(piece: Piece) -> bool:
    """Whether the letters of a piece are those of a head."""
    return piece.size >= LARGE or piece.rend == "bold"


def _may_stand_out(piece: Piece, text: str) -> bool:
    """Whether a piece that is set in larger or bold letters is short enough for a head."""
    if not any(sign.isalnum() for sign in text) or _NO_OPENING.match(text):
        return False
    if piece.size >= LARGE:
        return len(text) <= 2 * LONGEST
    return len(text) <= LONGEST and not _ENDS.search(text)


def _may_be_head(text: str, *, keeps_lines: bool) -> bool:
    parts = text.split("\n")
    if len(parts) > (1 if keeps_lines else 2) or len(text) > LONGEST:
        return False
    first = next((sign for sign in text if sign.isalnum()), "")
    if not first or first.islower() or _NO_OPENING.match(text):
        return False
    whole = " ".join(parts)
    if whole.isupper() and whole.endswith("."):
        return True
    if number_kind(whole) in ("part", "chapter") and len(whole) < LONGEST // 2:
        return True
    has_label = len(parts) == 2 and parts[0].endswith((":", "：")) and not whole.endswith((".", ":"))
    return has_label or not _ENDS.search(whole)


def _number(text: str) -> int | None:
    """Return the value of a text that is nothing but a number, arabic or Roman."""
    match = _NUMBER.match(text.strip())
    if not match:
        return None
    if match[1]:
        return int(match[1])
    values = [_ROMAN[sign] for sign in match[2]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


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
    levels: dict[tuple[object, ...], int] = {}
    made = []
    before: Piece | None = None
    for piece in pieces:
        if piece.kind != "head":
            made.append(piece)
            before = piece
            continue
        look = look_of(piece)
        if look not in levels:
            levels[look] = _new_level(look, levels, before)
        before = replace(piece, level=levels[look])
        made.append(before)
    return made


def look_of(piece: Piece) -> tuple[object, ...]:
    """Return what a head shares with those of its level: size, weight, number, capitals, a date."""
    text = plain(piece.content)
    kind = number_kind(text)
    dated = bool(DATE.search(text)) and not kind
    return (
        round(piece.size * 10) / 10,
        piece.rend,
        kind,
        text.isupper() and not kind,
        dated,
    )


def _new_level(look: tuple[object, ...], levels: dict[tuple[object, ...], int], before: Piece | None) -> int:
    """Return the level of a look that has not been seen yet."""
    if not levels:
        return 1
    size = look[0]
    larger = [level for other, level in levels.items() if other[0] > size]  # type: ignore[operator]
    same = [level for other, level in levels.items() if other[0] == size]
    smaller = [level for other, level in levels.items() if other[0] < size]  # type: ignore[operator]
    if smaller and not larger and not same:
        return min(smaller)
    if larger and not same:
        return max(larger) + 1
    if look[2] or look[4]:
        return max(same) + 1 if before is not None and before.kind == "head" else _beside(look, levels, same)
    return min(same)


def _beside(look: tuple[object, ...], levels: dict[tuple[object, ...], int], same: list[int]) -> int:
    """Return the level of a numbered or dated look that follows a text: below heads that have no number."""
    plain_ones = [level for other, level in levels.items() if not other[2] and not other[4]]
    return max(plain_ones) + 1 if plain_ones else max(same) + 1


def lines_of(piece: Piece) -> int:
    """Return in how many lines a head is set."""
    return len(lines(piece.content))
