"""Furniture counts as the pages do, or says what others say in the same place; text at an edge is none."""

from hexapla.formats.pdf import Word
from hexapla.ingest.pdf.furniture import furniture, value
from hexapla.ingest.pdf.rows import rows
from pdf_texts import column, words

BODY = ["A page has some lines of text,", "all of them in one size, and", "none of them is furniture."]


def taken(*pages: list[list[Word]]) -> list[list[tuple[str, str]]]:
    made = [rows([word for line in page for word in line], 10) for page in pages]
    return [[(one.row.text, one.number) for one in page] for page in furniture(made, 12)]


def test_numbers_that_count_are_taken() -> None:
    pages = [[*column(*BODY), words(str(nth), x=200, y=40)] for nth in (17, 18, 19)]
    assert taken(*pages) == [[("17", "17")], [("18", "18")], [("19", "19")]]


def test_numbers_may_be_roman_dressed_and_on_either_side() -> None:
    pages = [
        [*column(*BODY), words(text, x=300 if nth % 2 else 50, y=40)]
        for nth, text in enumerate(["– xi –", "[xii]", "Seite xiii", "xiv"])
    ]
    assert [number for page in taken(*pages) for _text, number in page] == ["xi", "xii", "xiii", "xiv"]


def test_numbers_that_do_not_count_are_text() -> None:
    pages = [[*column(*BODY), words(str(nth), x=200, y=40)] for nth in (1931, 7, 12, 3)]
    assert taken(*pages) == [[], [], [], []]


def test_running_heads_of_left_and_right_pages() -> None:
    heads = ["A. Nobody 2", "3 On Nets", "A. Nobody 4", "5 On Nets"]
    pages = [[words(head, y=560), *column(*BODY)] for head in heads]
    assert taken(*pages) == [
        [("A. Nobody 2", "2")],
        [("3 On Nets", "3")],
        [("A. Nobody 4", "4")],
        [("5 On Nets", "5")],
    ]


def test_a_running_head_without_a_number() -> None:
    pages = [[words("On Nets", x=150, y=560), *column(*BODY)] for _nth in range(4)]
    assert taken(*pages) == [[("On Nets", "")]] * 4


def test_a_head_of_each_chapter_goes_where_others_have_theirs() -> None:
    heads = ["Of Nets", "Of Nets", "Of Nets", "Of Knots", "Of Sea", "Of Sea", "Of Sea", "Of Sea"]
    pages = [[words(head, x=150, y=560, size=8), *column(*BODY)] for head in heads]
    assert [page[0][0] for page in taken(*pages)] == heads


def test_text_that_begins_pages_stays() -> None:
    pages = [column("3. A thesis stands here.", *BODY), column("4. Another one follows it.", *BODY),
             column("5. And so they go on.", *BODY)]  # fmt: skip
    assert taken(*pages) == [[], [], []]


def test_of_one_page_only_its_own_number_is_furniture() -> None:
    assert taken([*column(*BODY), words("7", x=200, y=40)]) == [[]]
    assert taken([*column(*BODY), words("1 A note", x=200, y=40)]) == [[]]
    assert taken([*column(*BODY), words("– 1 –", x=200, y=40)]) == [[("– 1 –", "1")]]


def test_the_value_of_a_number() -> None:
    assert [value(number) for number in ("12", "xiv", "MCMXXXI", "iv")] == [12, 14, 1931, 4]
