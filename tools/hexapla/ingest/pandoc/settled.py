"""Pieces that belong together by what the file says: a speaker with the paragraphs of the turn, edges at the edges."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.ingest.structure import Piece
from hexapla.model.text import Content, Element, element

_EDGES = frozenset({"dateline", "salute", "signed"})
_SPOKEN = frozenset({"", "p", "quote", "verse"})


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with each turn made whole; a dateline or a signature amidst a text is a paragraph."""
    return _with_turns(_edged(pieces))


def _edged(pieces: Sequence[Piece]) -> list[Piece]:
    made = list(pieces)
    for nth, piece in enumerate(pieces):
        if piece.kind in _EDGES and not _is_edge(pieces, nth):
            made[nth] = replace(piece, kind="p")
    return made


def _is_edge(pieces: Sequence[Piece], nth: int) -> bool:
    """Whether nothing but edges and heads' ends stands before a piece, or nothing but edges after it."""
    before = next((piece.kind for piece in reversed(pieces[:nth]) if piece.kind not in _EDGES), "head")
    after = next((piece.kind for piece in pieces[nth + 1 :] if piece.kind not in _EDGES), "head")
    return after == "head" or (before == "head" and pieces[nth].kind != "signed")


def _with_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces in which a speaker and the paragraphs after the name are one ``sp`` (TEI P5, 7.3)."""
    made: list[Piece] = []
    turn: list[Piece] = []
    for piece in pieces:
        if piece.kind == "speaker":
            made += _turn(turn)
            turn = [piece]
        elif turn and piece.kind in _SPOKEN and piece.align != "right":
            turn.append(piece)
        else:
            made += [*_turn(turn), piece]
            turn = []
    return [*made, *_turn(turn)]


def _turn(pieces: Sequence[Piece]) -> list[Piece]:
    if not pieces:
        return []
    parts = [part for piece in pieces for part in _spoken(piece)]
    whole = element("sp", *(parts if len(parts) > 1 else [*parts, element("p")]))
    return [Piece((whole,), kind="made", first=pieces[0].first, last=pieces[-1].last)]


def _spoken(piece: Piece) -> list[Element]:
    lines = f"{piece.first} {piece.last}"
    if piece.kind == "speaker":
        return [element("speaker", *piece.content, lines=lines)]
    if piece.kind == "quote":
        return [element("quote", element("p", *piece.content, lines=lines), rend="block")]
    if piece.kind == "verse":
        return [element("lg", *(element("l", *line, lines=lines) for line in _lines(piece.content)))]
    return [element("p", *piece.content, lines=lines)]


def _lines(content: Content) -> list[Content]:
    found: list[list[str | Element]] = [[]]
    for part in content:
        if isinstance(part, Element) and part.tag == "lb":
            found.append([])
        else:
            found[-1].append(part)
    return [tuple(line) for line in found]
