"""Word diffs: put together they give either text, and what changed is a word, not a letter."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.model.revised import Piece
from hexapla.revise.diff import diff

WORDS = st.lists(st.sampled_from(["the", "old", "mill", "wheel,", "turns.", "\u00a0—"]), max_size=8).map(
    " ".join
)


def side(pieces: tuple[Piece, ...], sign: str) -> str:
    return "".join(piece.text for piece in pieces if piece.sign in (" ", sign))


@settings(deadline=None)
@given(WORDS, WORDS)
def test_both_texts_are_in_it(before: str, after: str) -> None:
    made = diff(before, after)
    assert (side(made, "-"), side(made, "+")) == (before, after)
    signs = [piece.sign for piece in made]
    assert all(piece.text for piece in made)
    assert all(one != other for one, other in pairwise(signs)), "each run is one piece"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("sixty years", "sixty years", ((" ", "sixty years"),)),
        (
            "for sixty years",
            "for seventy years",
            ((" ", "for"), ("-", " sixty"), ("+", " seventy"), (" ", " years")),
        ),
        ("It turns.", "It still turns.", ((" ", "It"), ("+", " still"), (" ", " turns."))),
        ("", "New.", (("+", "New."),)),
    ],
)
def test_words_that_changed(before: str, after: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert tuple((piece.sign, piece.text) for piece in diff(before, after)) == expected


def test_a_unit_of_a_hundred_thousand_words_is_no_trouble() -> None:
    before, after = (" ".join(f"{word}{n}" for n in range(100_000)) for word in ("a", "b"))
    made = diff(f"One {before} end", f"One {after} end")
    assert [piece.sign for piece in made] == [" ", "-", "+", " "]
