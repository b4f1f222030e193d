"""Heads and breaks, and what only looks like them."""

import pytest

from hexapla.ingest.layout.heads import kinds
from hexapla.ingest.layout.lines import split
from hexapla.ingest.layout.measure import Layout
from hexapla.ingest.layout.paragraphs import paragraphs

PROSE = "\n\nThe nets were wet, and nobody carried them.\n\n"


def kinds_of(text: str, layout: Layout = Layout(width=60, indents=frozenset({1}))) -> list[str]:  # noqa: B008 - frozen
    return kinds(paragraphs(split(text), layout)[0], layout)


@pytest.mark.parametrize(
    "head",
    [
        "The Harbour",
        "Part one, 3 May 1931",
        "Nets:\nA Call to the Crew!",
        "THE END OF IT.",
        "الميناء",
        "港口",
        "«Of Nets»",
    ],
)
def test_heads(head: str) -> None:
    assert kinds_of(PROSE + head + PROSE) == ["p", "head", "p"]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour.",
        "What now?",
        "We sell:",
        "We sell nets,",
        "of the harbour",
        "— Who is there",
        "a\nb\nc",
        "Nets " * 30,
        "…",
        "7",
        "IV",
    ],
)
def test_what_is_no_head(line: str) -> None:
    assert kinds_of(PROSE + line + PROSE) == ["p", "p", "p"]


def test_a_head_needs_a_body() -> None:
    assert kinds_of(PROSE + "The crew\n\n3 May 1931\n") == ["p", "p", "p"]
    assert kinds_of("The Harbour\n\n*" + PROSE) == ["p", "break", "p"]


def test_a_head_is_not_part_of_a_run_of_lines() -> None:
    assert kinds_of("Nets\n\nOars\n\nBoats\n\nRopes" + PROSE) == ["p"] * 5
    assert kinds_of("Nets\n\nOars\n\nBoats" + PROSE) == ["head", "head", "head", "p"]


def test_a_head_may_follow_an_indented_line_but_not_stand_within_lines() -> None:
    assert kinds_of("It rained.\n Nets\n\nThey rotted.") == ["p", "head", "p"]
    assert kinds_of("It rained.\n Nets.\n Oars\n They rotted.") == ["p", "p", "p"]


def test_numbers_that_count_are_heads() -> None:
    assert kinds_of("1" + PROSE + "2." + PROSE) == ["head", "p", "head", "p"]
    assert kinds_of("IX" + PROSE + "X" + PROSE) == ["head", "p", "head", "p"]


@pytest.mark.parametrize("line", ["*", "* * *", "⁂", "—", "-----"])
def test_breaks(line: str) -> None:
    assert kinds_of(PROSE + line + PROSE) == ["p", "break", "p"]


def test_a_poem_has_no_heads() -> None:
    poem = "\n\n".join(f"The tide {n}\n\nGone is the boat\n\nand all" for n in "abcdefgh")
    assert "head" not in kinds_of(poem + PROSE)


def test_where_each_line_is_a_paragraph_heads_need_no_blank_lines() -> None:
    assert kinds_of("Nets\nThey rotted.\nOars\nThey did not.", Layout(each_line=True)) == [
        "head",
        "p",
        "head",
        "p",
    ]
