"""How letters are set, by the names of fonts and by the shapes of letters."""

from dataclasses import replace

import pytest

from hexapla.formats.pdf import Font, Word
from hexapla.ingest.pdf.rows import rows
from hexapla.ingest.pdf.styles import Styles
from pdf_texts import words


def spans(found: list[Word], *fonts: Font, others: tuple[Word, ...] = ()) -> list[tuple[str, str]]:
    (row,) = rows(found, 10)
    styles = Styles(fonts or (Font("Serif"),), [*found, *others])
    return [(row.text[span.start : span.end], span.rend) for span in styles.spans(row)]


def in_font(name: str, **more: bool) -> list[str]:
    return [rend for _text, rend in spans(words("word"), Font(name, **more))]


@pytest.mark.parametrize(
    ("name", "rend"),
    [
        ("Times-Italic", "italic"), ("MinionPro-It", "italic"), ("CMTI10", "italic"), ("LMRoman10-Oblique", "italic"),
        ("GaramondIt", "italic"), ("Frutiger-Kursiv", "italic"), ("Times,Italic", "italic"),
        ("Times-Bold", "bold"), ("MinionPro-Bd", "bold"), ("CMBX12", "bold"), ("Univers-Black", "bold"),
        ("Akzidenz-Halbfett", "bold"), ("MinionPro-Semibold", "bold"),
        ("CMCSC10", "smallcaps"), ("AlegreyaSC-Regular", "smallcaps"), ("Garamond-SmallCaps", "smallcaps"),
    ],
)  # fmt: skip
def test_fonts_say_it_in_their_names(name: str, rend: str) -> None:
    assert in_font(name) == [rend]


@pytest.mark.parametrize("name", ["Times-Roman", "Granit-Regular", "CMR10", "Digital", "SFRM1000", "Cambria"])
def test_other_names_say_nothing(name: str) -> None:
    assert in_font(name) == []


def test_descriptors_and_drawing_say_it_too() -> None:
    assert in_font("F1", italic=True) == ["italic"]
    assert in_font("F1", forced=True) == ["bold"]
    assert spans(words("word", skewed=True, stroked=True)) == [("word", "italic"), ("word", "bold")]


def test_a_span_goes_over_spaces_and_ends_with_its_words() -> None:
    line = [replace(word, font=int(0 < nth < 3)) for nth, word in enumerate(words("and Das Kapital is"))]
    assert spans(line, Font("Serif"), Font("Serif-Italic")) == [("Das Kapital", "italic")]


def test_superscripts_by_size_and_by_shape() -> None:
    line = words("word")
    up = Word("7", line[0].x1, line[0].x1 + 3, 504, 6, 0, 1)
    shaped = Word("8", line[0].x1 + 4, line[0].x1 + 7, 500, 10, 0, 2, raised=True)
    assert spans([*line, up, shaped]) == [("78", "sup")]


def test_small_capitals_by_the_height_of_their_letters() -> None:
    usual = tuple(words("body", tall=0.7, dotted=0.65)) * 30
    found = words("Hildebrand von Dill", tall=0.45)
    assert spans(found, others=usual) == [("Hildebrand von Dill", "smallcaps")]
    assert spans(words("tint", dotted=0.45), others=usual) == [("tint", "smallcaps")]
    assert spans(words("body", tall=0.68), others=usual) == []


def test_small_capitals_that_are_made_of_capitals() -> None:
    first = Word("H", 50, 56, 500, 10, 0, 0)
    rest = Word("ILDEBRAND", 56, 92, 500, 7.5, 0, 1)
    assert spans([first, rest, *words("said", x=97, nth=2)]) == [("HILDEBRAND", "smallcaps")]
