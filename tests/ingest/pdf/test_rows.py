"""Words on one baseline are a row; what is small and off it belongs to it, a drop capital to its first row."""

from dataclasses import replace

from hexapla.formats.pdf import Word
from hexapla.ingest.pdf.rows import Row, rows
from pdf_texts import words


def texts(found: list[Row]) -> list[str]:
    return [row.text for row in found]


def test_a_row_reads_from_left_to_right_whatever_the_order_of_the_file() -> None:
    line = words("and so it goes")
    found = rows([*words("below", y=480, nth=9), *reversed(line)], 10)
    assert texts(found) == ["and so it goes", "below"]


def test_baselines_that_differ_a_little_are_one() -> None:
    line = [
        replace(word, y=word.y + nth % 2) for nth, word in enumerate(words("a scan stands never straight"))
    ]
    assert texts(rows(line, 10)) == ["a scan stands never straight"]


def test_a_space_stands_where_a_gap_is_or_the_file_says_so() -> None:
    one = Word("itali", 50, 75, 500, 10, 0, 0)
    two = Word("c,", 75.5, 85, 500, 10, 1, 1)
    three = Word("then", 86, 106, 500, 10, 1, 2, spaced=True)
    four = Word("more", 110, 130, 500, 10, 1, 3)
    assert texts(rows([one, two, three, four], 10)) == ["italic, then more"]


def test_superscripts_and_subscripts_belong_to_the_row_that_they_stand_by() -> None:
    line = [Word("H", 50, 57, 500, 10, 0, 0), Word("O", 60, 67, 500, 10, 0, 2)]
    down = Word("2", 57, 60, 498, 6.5, 0, 1)
    up = Word("12", 67, 73, 504, 6.5, 0, 3)
    (row,) = rows([*line, up, down], 10)
    assert (row.text, row.shifts, row.y, row.size) == ("H2O12", ("", "sub", "", "sup"), 500, 10)


def test_small_letters_alone_are_no_superscript() -> None:
    found = rows([*words("body text"), *words("1 a note", y=490, size=6, x=200)], 10)
    assert texts(found) == ["body text", "1 a note"]


def test_a_drop_capital_goes_before_the_first_of_the_rows_beside_it() -> None:
    capital = Word("D", 50, 74, 477, 36, 0, 0)
    beside = [
        words(line, x=76, y=500 - nth * 12, nth=10 * nth + 1)
        for nth, line in enumerate(["ie Bahn", "gab", "auf"])
    ]
    found = rows([capital, *(word for line in beside for word in line), *words("Later.", y=464, nth=90)], 10)
    assert texts(found) == ["Die Bahn", "gab", "auf", "Later."]
    assert [round(row.x0) for row in found] == [50, 50, 50, 50]
    assert [row.size for row in found] == [10, 10, 10, 10]


def test_a_large_letter_with_nothing_beside_it_is_a_row() -> None:
    assert texts(rows([Word("I", 200, 212, 520, 20, 0, 0), *words("Text begins")], 10)) == [
        "I",
        "Text begins",
    ]


def test_a_line_from_right_to_left_keeps_the_order_of_the_file() -> None:
    right = Word("שלום", 120, 150, 500, 10, 0, 0)
    left = Word("עולם", 80, 115, 500, 10, 0, 1, spaced=True)
    assert texts(rows([left, right], 10)) == ["שלום עולם"]


def test_letters_are_neither_lost_nor_doubled() -> None:
    heap = [
        Word(f"w{nth}", (nth * 37) % 300, (nth * 37) % 300 + 9, 500 - (nth * 7) % 41, 5 + nth % 9, 0, nth)
        for nth in range(400)
    ]
    read = [word for row in rows(heap, 8) for word in row.words]
    assert sorted(word.text for word in read) == sorted(word.text for word in heap)
