"""Columns are read one after the other; what runs over them comes before and after; tables are read across."""

from hexapla.ingest.pdf.columns import regions
from hexapla.ingest.pdf.rows import rows
from pdf_texts import column, words

LEFT = ["the left column has some", "lines of words that run", "down to its foot and then"]
RIGHT = ["go on at the head of the", "right column, where they", "come to their end at last."]


def read(*lines: list) -> list[tuple[int, bool, list[str]]]:  # type: ignore[type-arg]
    found = rows([word for line in lines for word in line], 10)
    return [(one.column, one.shared, [row.text for row in one.rows]) for one in regions(found, 10, 12)]


def test_a_page_of_one_column_is_one_region() -> None:
    lines = ["a page has lines of words", "that fill it, one below the", "other, down to its foot"]
    assert read(*column(*lines)) == [(0, False, lines)]


def test_the_left_column_comes_first() -> None:
    assert read(*column(*LEFT), *column(*RIGHT, x=250)) == [(0, True, LEFT), (1, True, RIGHT)]


def test_baselines_may_differ() -> None:
    assert read(*column(*LEFT), *column(*RIGHT, x=250, y=495)) == [(0, True, LEFT), (1, True, RIGHT)]


def test_three_columns() -> None:
    last = ["a third one stands there", "at the side of the others", "and is read as the last"]
    made = read(*column(*LEFT, x=20), *column(*RIGHT, x=190), *column(*last, x=360))
    assert [lines for _column, _shared, lines in made] == [LEFT, RIGHT, last]


def test_what_runs_over_both_columns_divides_them() -> None:
    head = "A head that runs over the whole of the page, from here to there"
    foot = "And a paragraph below them both, again as wide as the whole page"
    made = read(words(head, y=530), *column(*LEFT), *column(*RIGHT, x=250), words(foot, y=440))
    assert [lines for _column, _shared, lines in made] == [[head], LEFT, RIGHT, [foot]]
    assert [shared for _column, shared, _lines in made] == [False, True, True, False]


def test_a_short_head_above_the_columns_comes_before_them() -> None:
    made = read(words("A head", y=540, size=14), *column(*LEFT), *column(*RIGHT, x=250))
    assert [lines for _column, _shared, lines in made] == [["A head"], LEFT, RIGHT]


def test_the_longer_left_column_stays_one() -> None:
    more = [*LEFT, "the left one is longer", "than the other is here", "by these three lines"]
    made = read(*column(*more), *column(*RIGHT, x=250))
    assert [lines for _column, _shared, lines in made] == [more, RIGHT]


def test_a_column_of_numbers_or_labels_is_read_across() -> None:
    lines = [[*words(str(nth), y=500 - 12 * nth), *words(text, x=90, y=500 - 12 * nth, nth=10)]
             for nth, text in enumerate([*LEFT, *RIGHT])]  # fmt: skip
    assert [text for _column, _shared, lines in read(*lines) for text in lines] == [
        f"{nth} {text}" for nth, text in enumerate([*LEFT, *RIGHT])
    ]
