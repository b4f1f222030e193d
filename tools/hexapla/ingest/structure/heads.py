"""Which blocks are heads and which are breaks, by what sets them apart."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from hexapla.ingest.marks import BREAK, CLOSING, DATE, DATELINE, number_kind
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import last_page, plain
from hexapla.model.text import element

LONGEST = 120
"""How many signs a head has at most; twice as many where its letters are larger."""
RUN = 3
"""How many heads may follow each other; what has more of them is a list."""
MOST = 0.6
"""If more of the paragraphs than this look like heads, the text is a list or a poem, and none is."""
LARGE = 1.12
"""Letters that are larger than the body's by this share are those of a head."""

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
    looks: list[str] = []
    after: Piece | None = None
    for nth in range(len(pieces) - 1, -1, -1):  # from the end: a head may stand above another one
        before = pieces[nth - 1] if nth else None
        is_above = bool(looks) and looks[-1] == "head"
        look = _look(
            pieces[nth],
            numbers,
            told=told,
            keeps_lines=keeps_lines,
            before=before,
            after=after,
            after_is_head=is_above,
        )
        if look == "head" and _closes(pieces, nth, looks) and not _stands_out(pieces[nth]):
            look = "p"
        looks.append(look)
        after = replace(pieces[nth], short=False) if look == "head" else pieces[nth]
    looks.reverse()
    made: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(looks)]
    for (kind, length), (following, _length) in pairwise([*runs, ("", 0)]):
        is_head = kind == "head" and following not in ("", "break") and length <= RUN
        made += [kind if is_head or kind == "break" else ""] * length
    guessed = [nth for nth, piece in enumerate(pieces) if made[nth] == "head" and not _stands_out(piece)]
    if len(guessed) > RUN and len(guessed) > MOST * len(pieces):
        made = ["" if nth in guessed else kind for nth, kind in enumerate(made)]
    return _with_titles(
        [
            replace(piece, kind=kind) if kind and not piece.kind else piece
            for kind, piece in zip(made, pieces, strict=True)
        ]
    )


def _with_titles(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces, a head and one that looks alike right below it as one of two lines."""
    made: list[Piece] = []
    for piece in pieces:
        before = made[-1] if made else None
        if (
            before is not None
            and before.kind == piece.kind == "head"
            and not (before.level or piece.level or piece.free_before)
            and (before.align, before.size, before.rend) == (piece.align, piece.size, piece.rend)
            and before.first == before.last
            and not number_kind(plain(piece.content))
        ):
            made[-1] = replace(
                before, content=(*before.content, element("lb"), *piece.content), last=piece.last
            )
        else:
            made.append(piece)
    return made


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


def _look(
    piece: Piece,
    numbers: set[int],
    *,
    told: bool,
    keeps_lines: bool,
    before: Piece | None,
    after: Piece | None,
    after_is_head: bool,
) -> str:
    """Return what a piece looks like by itself."""
    if piece.kind:
        return piece.kind if piece.kind in ("head", "break") else "other"
    text = plain(piece.content)
    alone = piece.free_before and piece.free_after
    if BREAK.match(text) and (alone or len(text) > 2):
        return "break"
    if _stands_out(piece):
        return "head" if _may_stand_out(piece, text) else "p"
    number = _number(text)
    if number is not None:
        is_counted = bool({number - 1, number + 1} & numbers)
        return "head" if is_counted and (alone or after_is_head) else "p"
    is_inset = piece.inset > 0 and not piece.short
    is_last = after is not None and after.page > last_page(piece) >= 0
    if told or is_inset or piece.align == "right" or is_last:
        return "p"  # no head stands at the foot of a page
    below = piece.free_before or piece.indented
    if not (below and piece.free_after) and not _is_above(piece, before, after):
        return "p"
    if piece.short and after is not None and after.flush and piece.free_before and not after.short:
        text = text.rstrip(
            "?!"
        )  # a question may be a head, where what follows is not set in as paragraphs are
    return "head" if _may_be_head(text, keeps_lines=keeps_lines) else "p"


def _closes(pieces: Sequence[Piece], nth: int, looks: Sequence[str]) -> bool:
    """Whether nothing but a date stands between a piece and the end, or the next head: then it is a signature."""
    if nth + 1 >= len(pieces) or looks[-1] != "p" or not DATE.search(plain(pieces[nth + 1].content)):
        return False
    text = plain(pieces[nth + 1].content)
    is_line = len(text) < LONGEST // 2 and not _ENDS.search(text)
    return is_line and (nth + 2 == len(pieces) or (len(looks) > 1 and looks[-2] == "head"))


def _is_above(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """Whether a short line stands right above a paragraph, ended on purpose though it ends no sentence."""
    if after is None or not piece.short or len(plain(piece.content)) > LONGEST // 2:
        return False
    ended = before is None or piece.free_before or bool(_ENDS.search(plain(before.content))) or before.short
    return ended and (piece.align == "center" or not after.short or after.last > after.first)


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
    if (DATELINE.match(whole) and not number_kind(whole)) or CLOSING.match(whole):
        return False
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
