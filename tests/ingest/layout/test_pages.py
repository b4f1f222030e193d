"""Page numbers are taken out where they count as the pages do, and only there."""

from hexapla.ingest.layout.lines import split
from hexapla.ingest.layout.pages import numbered


def book(*pages: str) -> str:
    return "\f".join(pages)


def test_numbers_at_the_foot_are_those_of_their_pages() -> None:
    lines, decisions = numbered(split(book("one\n\n4\n", "two\n\n5\n", "three\n\n6\n")))
    assert [(decision.line, decision.before, decision.after) for decision in decisions] == [
        (3, "4", ""),
        (6, "5", ""),
        (9, "6", ""),
    ]
    assert [line.page for line in lines if line.page is not None] == ["5", "6"]
    assert [line.text for line in lines if line.text] == ["one", "two", "three"]


def test_numbers_at_the_top() -> None:
    lines, decisions = numbered(split(book("1\none\n", "2\ntwo\n", "3\nthree")))
    assert [decision.before for decision in decisions] == ["1", "2", "3"]
    assert [line.page for line in lines if line.page is not None] == ["2", "3"]


def test_a_page_without_its_number_and_a_year_do_no_harm() -> None:
    lines, decisions = numbered(split(book("one\n1", "two\n1931", "three\n3", "four\n4")))
    assert [decision.before for decision in decisions] == ["1", "3", "4"]
    assert "1931" in [line.text for line in lines]


def test_too_few_numbers_are_no_page_numbers() -> None:
    lines = split(book("one\n1", "two\n2"))
    assert numbered(lines) == (lines, [])


def test_numbers_that_do_not_count_as_pages_do_are_no_page_numbers() -> None:
    lines = split(book("one\n1", "two\n7", "three\n12", "four\n40"))
    assert numbered(lines) == (lines, [])


def test_numbers_without_pages_are_text() -> None:
    lines = split("1\none\n\n2\ntwo\n\n3\nthree")
    assert numbered(lines) == (lines, [])
