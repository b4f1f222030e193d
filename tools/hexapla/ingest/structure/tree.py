"""Blocks whose kinds are known as the body of a TEI text (TEI P5, chapters 3, 4, 6 and 7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from hexapla.ingest.structure.piece import Piece
from hexapla.ingest.structure.text import lines, plain, stripped, unset, without
from hexapla.ingest.structure.turns import DASH
from hexapla.model.text import Content, Element, element

LINES = "lines"
"""The attribute that holds a block's lines of the raw text until ``build`` takes it away; no attribute of TEI."""


@dataclass
class Division:
    """The heads of a division, what stands in it before the next head, and the divisions in it."""

    level: int
    heads: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    inner: list["Division"] = field(default_factory=list)


def divided(pieces: Sequence[Piece]) -> Division:
    """Return the divisions of a text, nested by the levels of their heads; the outermost is the body itself.

    A head at the very beginning that looks like no other and is followed by another at once is the body's own.
    """
    body = Division(0)
    stack = [body]
    before: Piece | None = None
    for piece in pieces:
        if piece.kind != "head":
            stack[-1].pieces.append(piece)
        elif before is not None and before.kind == "head" and before.level == piece.level:
            stack[-1].heads.append(piece)
        else:
            while stack[-1].level >= piece.level:
                stack.pop()
            made = Division(piece.level, [piece])
            stack[-1].inner.append(made)
            stack.append(made)
        before = piece
    return _with_title(body)


def _with_title(body: Division) -> Division:
    """Return the body with the head of its only division as its own, where that holds all of the text."""
    if len(body.inner) == 1 and not body.pieces and body.inner[0].inner:
        only = body.inner[0]
        return Division(0, only.heads, only.pieces, only.inner)
    return body


def rendered(division: Division) -> Element:
    """Return a division as ``div``, the outermost one as ``body``."""
    blocks = [_block("head", replace(one, content=unset(one.content, one.rend))) for one in division.heads]
    inner = [rendered(one) for one in division.inner]
    children = [*blocks, *_blocks(division.pieces, is_last=not inner), *inner]
    if division.level == 0:
        return element("body", *(children or [element("p")]))
    return element("div", *(children if len(children) > len(blocks) else [*children, element("p")]))


_EDGES = frozenset({"dateline", "salute", "signed"})


def _blocks(pieces: Sequence[Piece], *, is_last: bool) -> list[Element]:
    """Return the blocks of a division: what belongs together is grouped.

    A closer stands at the end, where nothing of the division follows, not even divisions in it (``is_last``): what
    would be one elsewhere is a paragraph (TEI P5, 4.2). An epigraph begins its division, or follows its heads: what
    would be one elsewhere is a quotation.
    """
    made: list[Element] = []
    inner = [nth for nth, piece in enumerate(pieces) if piece.kind not in _EDGES]
    first = inner[0] if inner else len(pieces) if is_last else 0
    last = inner[-1] if is_last and inner else len(pieces)
    opening = pieces[:first]
    rest = [
        replace(piece, kind="p") if piece.kind in _EDGES and first + nth < last else piece
        for nth, piece in enumerate(pieces[first:])
    ]
    if opening:
        made.append(element("opener", *(_block(piece.kind, piece) for piece in opening)))
    begun = next((nth for nth, piece in enumerate(rest) if piece.kind not in ("epigraph", "more")), len(rest))
    rest[begun:] = [replace(one, kind="quote") if one.kind == "epigraph" else one for one in rest[begun:]]
    for group, run in groupby(_numbered(rest), key=lambda pair: pair[0]):
        parts = [piece for _group, piece in run]
        made += _group(group[0], parts)
    return made


def _numbered(pieces: Sequence[Piece]) -> list[tuple[tuple[str, int], Piece]]:
    """Return pieces with the group that each belongs to; a turn and each paragraph that is none are their own."""
    made: list[tuple[tuple[str, int], Piece]] = []
    count = 0
    current = around = ""
    for piece in pieces:
        kind = piece.kind
        group = {
            "turn": "sp",
            "item": "list",
            "signed": "closer",
            "dateline": "closer",
            "salute": "closer",
        }.get(kind, kind)
        if group == "slogan":
            group = "verse" if current == "verse" else "slogan"
        if kind == "more" or (kind in ("quote", "verse") and around == "sp"):
            group = around or "p"
        elif kind in ("turn", "item"):
            around = group
        else:
            around = ""
        grouped = group in ("sp", "list", "quote", "epigraph", "closer", "slogan") or (
            group == "verse" and piece.short and not piece.free_before
        )
        if not (grouped and group == current and kind != "turn"):
            count += 1
        current = group
        made.append(((group, count), piece))
    return made


def _group(group: str, pieces: list[Piece]) -> list[Element]:
    if group == "sp":
        return [_turn(pieces)]
    if group == "list":
        return [_list(pieces)]
    if group == "closer":
        return [element("closer", *(_block(piece.kind, piece) for piece in pieces))]
    if group in ("quote", "epigraph"):
        blocks = [_block("p", piece) for piece in pieces]
        return [element(group, *blocks, **({"rend": "block"} if group == "quote" else {}))]
    if group == "slogan":
        verses = [_line(part, piece) for piece in pieces for part in lines(piece.content)]
        return [element("lg", *verses, type="slogans")]
    if group == "verse":
        return [_stanza(pieces)]
    if group == "made":
        return [
            _lined(part, piece) for piece in pieces for part in piece.content if isinstance(part, Element)
        ]
    if group == "break":
        return [element("p", *piece.content, rend="break", lines=_lines(piece)) for piece in pieces]
    return [_block("p", piece) for piece in pieces]


def _turn(pieces: list[Piece]) -> Element:
    """Return a turn: its mark is markup (a dash) or the speaker."""
    first, mark = pieces[0], pieces[0].number
    rest = _within(pieces[1:])
    if not mark:
        return element("sp", _block("p", first), *rest, **({"rend": first.rend} if first.rend else {}))
    if found := DASH.match(plain(first.content)):
        content = stripped(without(first.content, 0, len(found[0])))
        return element("sp", _block("p", replace(first, content=content)), *rest, rend="dash")
    label = plain(first.content).index(mark) + len(mark)
    speaker = element("speaker", mark, lines=_lines(first))
    content = stripped(without(first.content, 0, label))
    return element("sp", speaker, *([_block("p", replace(first, content=content))] if content else []), *rest)


def _within(pieces: list[Piece]) -> list[Element]:
    """Return the blocks of a turn or an item after its first: paragraphs, quotations, verse."""
    made: list[Element] = []
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        parts = list(run)
        made += _group(kind, parts) if kind in ("quote", "verse") else [_block("p", piece) for piece in parts]
    return made


def _list(pieces: list[Piece]) -> Element:
    """Return a list: an item with several paragraphs holds them as such."""
    items: list[list[Piece]] = []
    for piece in pieces:
        if piece.kind == "item" or not items:
            items.append([piece])
        else:
            items[-1].append(piece)
    made = []
    is_numbered = any(item[0].number.strip("(")[:1].isalnum() for item in items)
    for item in items:
        first = item[0]
        text = plain(first.content)
        mark = first.number if text.startswith(first.number) else ""
        content = stripped(without(first.content, 0, len(mark)))
        number = {"n": first.number.strip("(.) –—°")} if is_numbered and first.number else {}
        whole = [replace(first, content=content), *item[1:]]
        if len(item) == 1:
            made.append(element("item", *content, lines=_lines(first), **number))
        else:
            made.append(element("item", *_within(whole), **number))
    return element("list", *made, rend="numbered" if is_numbered else "bulleted")


def _stanza(pieces: Sequence[Piece]) -> Element:
    return element("lg", *(_line(part, piece) for piece in pieces for part in lines(piece.content)))


def _line(content: Content, piece: Piece) -> Element:
    return element("l", *stripped(content), lines=_lines(piece))


def _block(kind: str, piece: Piece) -> Element:
    return element(kind, *piece.content, lines=_lines(piece))


def _lined(block: Element, piece: Piece) -> Element:
    return block.with_attributes(lines=_lines(piece))


def _lines(piece: Piece) -> str:
    return f"{piece.first} {piece.last}"
