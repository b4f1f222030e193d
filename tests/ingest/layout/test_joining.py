"""The lines of a paragraph as one text."""

import pytest

from hexapla.ingest.layout.hyphens import Usage
from hexapla.ingest.layout.joining import join
from hexapla.ingest.layout.lines import Line, split
from hexapla.ingest.layout.measure import Layout
from hexapla.model.text import Content, Element

PAGE = Element("pb")
BREAK = Element("lb")


def joined(text: str, layout: Layout = Layout(), *, spaced: bool = True) -> Content:  # noqa: B008 - frozen
    return join(
        [line for line in split(text) if line.text], layout, Usage(frozenset({"harbour"})), spaced=spaced
    )[0]


def test_a_line_end_is_a_space() -> None:
    assert joined("the nets\nwere wet") == ("the nets were wet",)


def test_a_word_is_mended() -> None:
    content, decisions = join(split("the har-\nbour-\nmaster"), Layout(), Usage(frozenset({"harbour"})))
    assert content == ("the harbour-master",)
    assert [decision.line for decision in decisions] == [1, 2]


@pytest.mark.parametrize(
    ("text", "expected"), [("雨停\n了", "雨停了"), ("雨\nBBC", "雨 BBC"), ("a\nb", "a b")]
)
def test_scripts_without_spaces(text: str, expected: str) -> None:
    assert joined(text, spaced=False) == (expected,)


def test_a_line_that_had_room_was_broken_on_purpose() -> None:
    layout = Layout(width=40)
    assert joined("The Nets:\nof the harbour and of nobody else in it", layout) == (
        "The Nets:",
        BREAK,
        "of the harbour and of nobody else in it",
    )
    assert joined("The nets, which were wet:\nincomprehensibly so", layout) == (
        "The nets, which were wet: incomprehensibly so",
    )


def test_lines_of_verse_are_kept() -> None:
    assert joined("out\nin", Layout(keeps_lines=True)) == ("out", BREAK, "in")


def test_pages_stand_where_they_begin() -> None:
    lines = [Line(1, "the har-", page="4"), Line(2, "bour and", page=""), Line(3, "nets", page="6")]
    content, _decisions = join(lines, Layout(), Usage(frozenset({"harbour"})))
    assert content == (
        Element("pb", (("n", "4"),)),
        "the har",
        PAGE,
        "bour and ",
        Element("pb", (("n", "6"),)),
        "nets",
    )
