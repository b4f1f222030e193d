"""Lines in the middle and at the right; blocks that are set in stand in neither."""

from hexapla.formats.pdf import Word
from hexapla.ingest.pdf.aligned import aligned
from hexapla.ingest.pdf.measures import Column
from hexapla.ingest.pdf.rows import rows
from pdf_texts import words

WIDTH = Column(50, 350)


def found(*lines: list[Word]) -> list[str]:
    return aligned(rows([word for line in lines for word in line], 10), WIDTH, 10)


def middle(text: str, y: float) -> list[Word]:
    return words(text, x=200 - len(text) * 2.5, y=y)


def right(text: str, y: float) -> list[Word]:
    return words(text, x=350 - len(text) * 5, y=y)


def test_lines_in_the_middle_and_at_the_right() -> None:
    lines = [
        middle("On the Mending", 500),
        middle("of Nets", 488),
        right("Hull, in May", 450),
        right("A. Nobody", 438),
    ]
    assert found(*lines) == ["center", "center", "right", "right"]


def test_a_full_line_and_one_that_is_set_in_are_neither() -> None:
    full = words("x" * 60)
    assert found(full, words("x" * 56, x=70, y=480)) == ["", ""]


def test_a_block_that_is_set_in_on_both_sides_is_not_in_the_middle() -> None:
    lines = [words("x" * 52, x=70, y=500 - 12 * nth) for nth in range(3)]
    assert found(*lines, words("end", x=70, y=464)) == ["", "", "", ""]
