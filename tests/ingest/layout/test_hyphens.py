"""Hyphens at the ends of lines: the text itself says whose they are."""

import pytest

from hexapla.ingest.layout.hyphens import Usage, mend, usage
from hexapla.ingest.layout.lines import split


def mended(before: str, after: str, text: str) -> str | None:
    found = mend(before, after, 1, usage(split(text)))
    return found and found.before + found.between + after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a harbourmaster came", "the harbourmaster"),
        ("a harbour-master came", "the harbour-master"),
        ("a harbourmaster, a harbour-master", "the harbour-master"),
        ("nobody came", "the harbour-master"),
        ("The HARBOURMASTER", "the harbourmaster"),
        ("the harbour-\nmaster", "the harbour-master"),
    ],
)
def test_the_hyphen_goes_only_on_evidence(text: str, expected: str) -> None:
    assert mended("the harbour-", "master", text) == expected


def test_the_last_part_of_a_word_is_evidence_too() -> None:
    assert mended("anti-harbour-", "master", "a harbourmaster") == "anti-harbourmaster"


def test_a_hanging_hyphen_is_followed_by_a_space() -> None:
    assert mended("fore-", "and aft", "in- and outward") == "fore- and aft"


def test_a_soft_hyphen_goes_where_a_line_ends_and_other_hyphens_are_hyphens() -> None:
    assert mended("har\u00ad", "bour", "") == "harbour"
    assert mended("har¬", "bour", "") == "harbour"
    assert mended("har‐", "bour", "the harbour") == "harbour"


@pytest.mark.parametrize(
    ("before", "after"),
    [("the nets -", "wet"), ("the nets", "wet"), ("nets-", "(wet)"), ("", "wet"), ("-", "wet")],
)
def test_where_no_word_is_broken_nothing_is_mended(before: str, after: str) -> None:
    assert mend(before, after, 1, Usage()) is None


def test_the_decision_shows_the_word_before_and_after() -> None:
    found = mend("in the harbour-", "master’s house", 7, usage(split("harbourmaster’s")))
    assert found is not None
    decision = found.decision
    assert (decision.kind, decision.line, decision.before, decision.after) == (
        "hyphen",
        7,
        "harbour-\nmaster’s",
        "harbourmaster’s",
    )


def test_broken_words_are_no_evidence() -> None:
    assert usage(split("one nets-\nwet two")).words == {"one", "two"}
