"""Marks that outlive pandoc are taken out of its tree, wherever they got to."""

import pytest

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Document, Note, Page, Para, Span
from hexapla.formats.pandoc.marks import marks, resolved
from hexapla.model.errors import BadFile

M = marks([])
FR = Attr(values=(("lang", "fr"),))


def test_a_paragraph_gets_what_its_record_says() -> None:
    para = Para(
        (f"{M.paragraph(1)}Nets ", Span("emph", (f"{M.language('fr')}mot{M.language('')} wet",)), M.page())
    )
    made = resolved(Document((), (para,)), M, [(), (("align", "center"),)])
    assert made.blocks == (
        Para(
            ("Nets ", Span("emph", (Span("span", ("mot",), FR), " wet")), Page()),
            Attr(values=(("align", "center"),)),
        ),
    )


def test_a_note_has_a_record_and_a_language_of_its_own() -> None:
    note = Note((Para((f"{M.paragraph(1)}Nota",)),))
    para = Para((f"{M.paragraph(0)}{M.language('fr')}un", note, "deux"))
    made = resolved(Document((), (para,)), M, [(), (("place", "end"),)])
    first = made.blocks[0]
    assert isinstance(first, Para)
    assert first.content == (
        Span("span", ("un",), FR),
        Note((Para(("Nota",), Attr(values=(("place", "end"),))),), place="end"),
        Span("span", ("deux",), FR),
    )


def test_metadata_that_was_a_paragraph_comes_back_in_its_place() -> None:
    about = (
        ("author", ((f"{M.paragraph(1)}Anna",),)),
        ("title", ((f"{M.paragraph(0)}Nets",),)),
        ("lang", (("de",),)),
    )
    made = resolved(Document(about, (Para(("Text",)),)), M, [(("custom-style", "Title"),), ()])
    assert [ast.plain(block.content) for block in made.blocks if isinstance(block, Para)] == [
        "Nets",
        "Anna",
        "Text",
    ]
    assert made.get("title") == (("Nets",),)


def test_no_mark_is_left_anywhere() -> None:
    text = f"{M.paragraph(0)}a{M.page()}{M.place('c1')}{M.language('fr')}"
    para = (Para((text,)),)
    blocks = (
        ast.Head(1, (text,)), ast.Quote(para), ast.Listing((para,), ("",)), ast.Terms((((text,), para),)),
        ast.Verse(((text,),)), ast.Code(text), ast.Div(para), ast.Table(para, (ast.Row((ast.Cell(para),)),)),
        ast.Figure(para, para), Para((ast.Link((text,), "x"), ast.Image((text,), "x"))),
    )  # fmt: skip
    said = repr(resolved(Document((), blocks), M, [()]))
    assert repr(M.start)[1:-1] not in said
    assert M.start not in said


def test_marks_are_letters_that_the_file_does_not_have() -> None:
    assert marks([M.start]).start != M.start
    with pytest.raises(BadFile, match="private letters"):
        marks(["".join(chr(0xFFF00 + n) for n in range(256))])
