"""What stands at the beginning and at the end of a text: dateline, salutation, epigraph; signature and date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hexapla.ingest.marks import CLOSING, DATE, DATELINE, GREETING
from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import lines, plain
from hexapla.model.messages import _
from hexapla.model.report import Decision

SHORT = 90
"""How many signs such a line has at most."""
MOST = 4
"""How many lines a signature has at most, its date among them."""
EPIGRAPH = 500
"""How many signs an epigraph has at most."""

_YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")
_ENDS = (".", "!", "?", ":", ";", "…", ",", "”", "»", "“", "。", "？", "！")


def found(pieces: Sequence[Piece], *, headed: bool) -> tuple[list[Piece], list[Decision]]:
    """Return the pieces of one division with ``dateline``, ``salute``, ``epigraph`` and ``signed`` among them."""
    pieces = _with_lines(pieces)
    made = list(pieces)
    first = 0
    begins = plain(pieces[0].content).strip() if pieces else ""
    if headed or DATELINE.match(begins) or GREETING.match(begins):
        first = _opening(made)
    _closing(made, first)
    changed = [
        Decision(now.kind, now.first, reason=_reason(now.kind))
        for was, now in zip(pieces, made, strict=True)
        if was.kind != now.kind
    ]
    return made, changed


def _with_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the last one line by line if it stands at the right or has a date."""
    if not pieces or pieces[-1].kind:
        return list(pieces)
    last = pieces[-1]
    parts = lines(last.content)
    texts = [plain(part).strip() for part in parts]
    is_edge = last.align == "right" or any(DATE.search(text) or CLOSING.match(text) for text in texts)
    if not 1 < len(parts) <= MOST or not is_edge or any(len(text) >= SHORT for text in texts):
        return list(pieces)
    return [*pieces[:-1], *(replace(last, content=part) for part in parts)]


def _reason(kind: str) -> str:
    if kind == "epigraph":
        return _("Set apart between a head and the text.")
    if kind == "dateline":
        return _("A short line with a date, at the edge of a text.")
    if kind == "salute":
        return _("A short line that greets, at the beginning of a text.")
    return _("A short line that ends no sentence, at the end of a text.")


def _opening(made: list[Piece]) -> int:
    """Name what opens a text, and return where its body begins."""
    nth = _epigraphs(made)
    for _line in range(3):
        if nth + 1 >= len(made) or not _is_line(made[nth]):
            break
        text = plain(made[nth].content).strip()
        if DATE.search(text) and len(text) < SHORT and text[-1] not in "!?:;":
            made[nth] = replace(made[nth], kind="dateline")
        elif _greets(made[nth], text):
            made[nth] = replace(made[nth], kind="salute")
        else:
            break
        nth += 1
    return nth


def _greets(piece: Piece, text: str) -> bool:
    """Whether a line greets somebody: in known words, or by its comma, since a text does not begin with one."""
    if len(text) >= SHORT:
        return False
    return text[-1] in ",،，" or (
        text[-1] in "!:！" and bool(GREETING.match(text)) and len(text) < SHORT // 2
    )


def _epigraphs(made: list[Piece]) -> int:
    """Name the pieces set apart right after a head: set in, to the right, or in other letters than what follows."""
    nth = 0
    while nth + 1 < len(made) and nth < 4:
        piece = made[nth]
        text = plain(piece.content).strip()
        set_apart = piece.kind == "quote" or (
            piece.kind == "" and (piece.inset > 0 or piece.align == "right" or (_is_source(text) and nth > 0))
        )
        in_italics = piece.kind == "" and piece.rend == "italic" and made[nth + 1].rend != "italic"
        if not (set_apart or in_italics) or len(text) > EPIGRAPH or (DATE.search(text) and nth == 0):
            break
        nth += 1
    if 0 < nth < len(made) and any(piece.kind in ("", "p") and not piece.inset for piece in made[nth:]):
        for place in range(nth):
            made[place] = replace(made[place], kind="epigraph")
        return nth
    return 0


def _is_source(text: str) -> bool:
    """Whether a line names where an epigraph is from: “— Ada Lind, Letters”."""
    return text[:1] in "—–―(" and len(text) < SHORT


def _closing(made: list[Piece], first: int) -> None:
    """Name the signature and the date at the end of a text."""
    begin = len(made)
    while begin > first + 1 and len(made) - begin < MOST and _may_close(made[begin - 1]):
        begin -= 1
    tail = made[begin:]
    texts = [plain(piece.content).strip() for piece in tail]
    dated = [bool(DATE.search(text) or (_YEAR.search(text) and len(text) < SHORT // 2)) for text in texts]
    greets = [bool(CLOSING.match(text)) for text in texts]
    marked = (
        any(dated)
        or any(greets)
        or any(piece.align == "right" or piece.rend in ("italic", "smallcaps") for piece in tail)
    )
    alone = len(tail) < MOST and max(map(len, texts), default=0) < SHORT * 2 // 3
    if not tail or not (marked or alone) or (all(dated) and len(tail) > 1):
        return
    for place, (piece, is_date, is_greeting) in enumerate(zip(tail, dated, greets, strict=True), begin):
        kind = "dateline" if is_date else "salute" if is_greeting and piece is not tail[-1] else "signed"
        made[place] = replace(piece, kind=kind)
    before = made[begin - 1] if begin > first else None
    if before is not None and _is_line(before) and plain(before.content).strip()[-1:] in (",", "،", "，"):
        made[begin - 1] = replace(before, kind="salute")


def _may_close(piece: Piece) -> bool:
    text = plain(piece.content).strip()
    if not _is_line(piece) or not text or not (text[0].isupper() or text[0] in "—–([0123456789"):
        return False
    if (DATE.search(text) and len(text) < SHORT // 2) or CLOSING.match(text):
        return True
    ends = text.endswith(_ENDS) and not (len(text) < 30 and text.endswith(".") and _initials(text))
    return not ends


def _initials(text: str) -> bool:
    """Whether a text is but initials: “M. K.”"""
    return all(len(part) <= 3 and part.endswith(".") for part in text.split())


def _is_line(piece: Piece) -> bool:
    text = plain(piece.content)
    return piece.kind == "" and len(text) < SHORT and text.count("\n") < 2
