"""Blocks of a document as pieces: the kind only where the file says it, and the evidence elsewhere."""

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Blocks, Break, Page, Para, Raw, Span
from hexapla.ingest.pandoc import whole
from hexapla.ingest.pandoc.pieces import Around, pieces
from hexapla.ingest.pandoc.settled import settled
from hexapla.ingest.pandoc.sheet import Sheet
from hexapla.ingest.structure import Piece
from hexapla.model.text import element

RIGHT = Attr(values=(("align", "right"),))


def made(*blocks: ast.Block, shift: int = 0) -> list[Piece]:
    return list(pieces(blocks, Sheet("de"), Around(shift=shift)))


def styled(words: str, style: str, **values: str) -> Para:
    return Para((words,), Attr(values=(("custom-style", style), *values.items())))


def test_a_plain_paragraph_has_no_kind_but_evidence() -> None:
    words = Span("strong", ("Netze", Span("emph", (" und Ruder",))))
    piece = made(ast.Div((Para((words,), Attr(values=(("size", "1.40"),))),), RIGHT))[0]
    assert (piece.kind, piece.align, piece.size, piece.rend) == ("", "right", 1.4, "bold")
    assert (piece.first, piece.last) == (1, 1)


def test_emphasis_of_a_whole_head_is_dropped_and_that_within_it_stays() -> None:
    assert whole.without((Span("strong", ("Netze ", Span("emph", ("nass",)))),)) == (
        "Netze ",
        Span("emph", ("nass",)),
    )
    piece = made(ast.Head(2, (Span("strong", ("Netze",)),)), shift=1)[0]
    assert (piece.content, piece.kind, piece.level) == (("Netze",), "head", 3)


def test_pages_wait_for_the_next_piece() -> None:
    one, two = made(Para((Page("7"),)), Para(("Eins.",)), Para((Page("8"), "Zwei. ", Page("9"), "Drei.")))
    assert one.content == (element("pb", n="7"), "Eins.")
    assert two.content == (element("pb", n="8"), "Zwei. ", element("pb", n="9"), "Drei.")


def test_lines_of_verse_are_stanzas() -> None:
    lines = [styled("a", "Verse"), styled("b", "Verse"), styled("c", "Verse", gap="1")]
    assert [(piece.kind, piece.content) for piece in made(*lines)] == [
        ("verse", ("a", element("lb"), "b")),
        ("verse", ("c",)),
    ]


def test_empty_lines_part_a_paragraph() -> None:
    assert [piece.content for piece in made(Para(("a", Break(), Break(), "b", Break(), "c")))] == [
        ("a",),
        ("b", element("lb"), "c"),
    ]


def test_raw_lines_of_notes_follow_that_of_their_paragraph() -> None:
    note = ast.Note((Para(("Eins.",)), Para(("Zwei.",))))
    sheet = Sheet("de")
    blocks: Blocks = (Para(("a", note, "b")), Para(("c",)))
    found = list(pieces(blocks, sheet, Around()))
    assert sheet.raw == ["ab", "Eins.", "Zwei.", "c"]
    assert [(piece.first, piece.last) for piece in found] == [(1, 3), (4, 4)]


def test_markup_alone_is_reported_and_no_paragraph() -> None:
    sheet = Sheet("de")
    assert list(pieces((Para((Raw("latex", r"\mystery"),)),), sheet, Around())) == []
    assert [one.kind for one in sheet.decisions] == ["markup"]


def test_a_signature_amidst_a_text_is_a_paragraph() -> None:
    def kinds(*given: str) -> list[str]:
        return [piece.kind for piece in settled([Piece(("x",), kind=kind) for kind in given])]

    assert kinds("head", "dateline", "", "signed") == ["head", "dateline", "", "signed"]
    assert kinds("head", "", "signed", "", "head", "", "dateline") == [
        "head",
        "",
        "p",
        "",
        "head",
        "",
        "dateline",
    ]


def test_a_turn_ends_where_another_kind_begins() -> None:
    given = [("speaker", "A"), ("", "x"), ("quote", "y"), ("head", "z"), ("", "w")]
    first, head, last = settled([Piece((words,), kind=kind) for kind, words in given])
    assert first.kind == "made"
    assert [part.tag for part in first.content[0].walk()] == ["sp", "speaker", "p", "quote", "p"]  # type: ignore[union-attr]
    assert (head.kind, last.kind) == ("head", "")
