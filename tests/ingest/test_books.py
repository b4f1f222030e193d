"""Golden books come in well, in every form in which people have them; and the scorer can tell."""

from dataclasses import replace

import pytest

from golden.ingest.books import FORMS, SET, WRITTEN, Book, books
from golden.ingest.outline import outline
from golden.ingest.score import Score, score, unaccounted
from golden.ingest.to_typst import LOOKS, typst
from hexapla import segment
from hexapla.formats import tei
from hexapla.formats.tei.schema import validate
from hexapla.model.text import Element, element

BOOKS = {book.folder.name: book for book in books()}
FLOORS = {
    "txt": (0.91, 0.97),
    "layout.txt": (0.99, 0.99),
    "raw.txt": (0.94, 0.98),
    "wrapped.txt": (0.98, 0.97),
    "ocr.txt": (0.90, 0.97),
    "pdf": (0.99, 0.99),
    "docx": (0.99, 0.99),
    "unstyled.docx": (0.99, 0.99),
    "odt": (0.99, 0.99),
    "epub": (0.99, 0.99),
    "html": (0.99, 0.99),
    "md": (0.99, 0.99),
}
"""F1 of the ends of paragraphs and of sentences that no book may fall below, by form.

Where an extractor leaves neither indents nor blank lines (txt, raw, ocr), the end of a paragraph whose last line is
full cannot be known.
"""
AGAIN = {
    "txt": (0.90, 0.96),
    "layout.txt": (0.96, 0.97),
    "raw.txt": (0.93, 0.95),
    "wrapped.txt": (0.90, 0.93),
    "ocr.txt": (0.91, 0.92),
    "pdf": (0.99, 0.99),
}
"""The same for books that are set again, with marks, numbers and gaps that are harder to read."""


def _floors(name: str) -> dict[str, tuple[float, float]]:
    return AGAIN if name.endswith("-again") else FLOORS


@pytest.fixture(params=list(BOOKS))
def book(request: pytest.FixtureRequest) -> Book:
    return BOOKS[request.param]


def test_the_careful_reading_is_valid_and_has_no_units(book: Book) -> None:
    source = (book.folder / "book.xml").read_bytes()
    assert validate(source) == ()
    assert tei.parse(source).units == ()


def test_the_careful_reading_was_typeset(book: Book) -> None:
    text = tei.parse((book.folder / "book.xml").read_bytes())
    assert (book.folder / "book.typ").read_text("utf-8") == typst(text, LOOKS[book.folder.name])


def test_all_forms_are_there(book: Book) -> None:
    missing = [form for form in FORMS if not book.has(form)]
    assert missing == [] or (book.folder.name.endswith("-again") and set(missing) == set(WRITTEN))


@pytest.mark.parametrize(("name", "form"), [(name, form) for name in BOOKS for form in _floors(name)])
def test_a_form_comes_in_as_well_as_ever(name: str, form: str) -> None:
    made = BOOKS[name].score(form)
    paragraphs, sentences = _floors(name)[form]
    assert made.paragraphs.f1 >= paragraphs, made.joins + made.splits
    assert made.sentences.f1 >= sentences


@pytest.mark.parametrize("form", [form for form in FORMS if form.endswith("txt")])
def test_every_letter_of_a_text_is_read_or_decided_on(book: Book, form: str) -> None:
    text, report = book.read(form)
    removed = [(one.before, one.after) for one in report.removed]
    source = (book.folder / f"book.{form}").read_text("utf-8")
    assert unaccounted(source, removed, outline(text.body)) == {}


TURN = element("sp", element("p", "Ja."))
SMALL = element(
    "text",
    element(
        "body",
        element(
            "div", element("head", "Ein Kopf"), element("p", "Eins. Zwei.", element("note", "Fuß.", n="1"))
        ),
        element(
            "div", element("head", "Noch", element("lb"), "einer"), element("p", "Drei Netze hängen."), TURN
        ),
    ),
)


def small(body: Element = SMALL) -> Score:
    """Return the score of a reading of a small text, its sentences found as ever."""
    careful = outline(SMALL)
    return score(divided(body), careful, outline(divided(SMALL)).units, SET)


def divided(body: Element) -> Element:
    text = tei.parse((BOOKS["handwerk"].folder / "book.xml").read_bytes())
    return segment.units(replace(text, body=body))[0].body


def changed(node: Element, old: Element, *new: str | Element) -> Element:
    """Return a tree with an element replaced by others."""
    content: list[str | Element] = []
    for child in node.content:
        if child == old:
            content += new
        else:
            content.append(child if isinstance(child, str) else changed(child, old, *new))
    return replace(node, content=tuple(content))


def test_a_perfect_reading() -> None:
    made = small()
    assert (made.paragraphs.f1, made.sentences.f1) == (1, 1)
    assert (made.joins, made.splits, made.differences, made.wrong) == ((), (), (), ())
    assert {kind: rate.there for kind, rate in made.kinds.items()} == {
        "head": 2,
        "level": 2,
        "note": 1,
        "sp": 1,
    }


def test_two_heads_are_one_of_two_lines() -> None:
    two = changed(
        SMALL,
        element("head", "Noch", element("lb"), "einer"),
        element("head", "Noch"),
        element("head", "einer"),
    )
    assert small(two).paragraphs.f1 == 1
    assert small(two).wrong == ()


def test_paragraphs_that_were_joined() -> None:
    made = small(changed(SMALL, TURN, element("p", "Ja.")))
    assert made.paragraphs.f1 == 1
    assert made.kinds["sp"].found == 0
    joined = changed(
        changed(SMALL, element("p", "Drei Netze hängen."), element("p", "Drei Netze hängen. Ja.")), TURN
    )
    assert len(small(joined).joins) == 1
    assert small(joined).paragraphs.f1 < 1


def test_a_paragraph_that_was_split() -> None:
    made = small(
        changed(
            SMALL, element("p", "Drei Netze hängen."), element("p", "Drei"), element("p", "Netze hängen.")
        )
    )
    assert made.splits and not made.joins
    assert made.sentences.f1 < 1


def test_letters_that_went_and_came() -> None:
    made = small(
        changed(
            SMALL, element("p", "Drei Netze hängen."), element("p", "Dri Netze hängen."), element("p", "12")
        )
    )
    assert [(one.missing, one.added) for one in made.differences] == [("e", ""), ("", "12")]
    assert made.splits and made.paragraphs.found == made.paragraphs.there + 1


def test_a_note_that_was_not_attached() -> None:
    note = element("note", "Fuß.", n="1")
    loose = changed(changed(SMALL, note), TURN, TURN, element("p", "1 Fuß."))
    assert small(loose).kinds["note"].right == 0


def test_a_note_at_another_word() -> None:
    note = element("note", "Fuß.", n="1")
    moved = changed(SMALL, element("p", "Eins. Zwei.", note), element("p", "Eins.", note, " Zwei."))
    assert small(moved).kinds["note"].right == 0
    assert small(moved).differences == ()


def test_a_head_of_another_level() -> None:
    deeper = replace(SMALL, content=(element("body", element("div", *SMALL.content[0].content)),))  # type: ignore[union-attr]
    made = small(deeper)
    assert made.kinds["head"].f1 == 1
    assert made.kinds["level"].right == 0
