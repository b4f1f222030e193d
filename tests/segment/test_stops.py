"""What follows the full stop of each kind of abbreviation, a number, an initial, a numeral."""

import pytest

from hexapla.segment import stops
from hexapla.segment.languages.rules import Rules, words
from hexapla.segment.place import places

RULES = Rules(
    never=words("ba. u.lo."),
    numbered=words("no. p."),
    seldom=words("co."),
    often=words("et. u.so."),
    measures=words("in."),
    endings=("str",),
    starters=words("the"),
    capitals=words("I"),
)
GERMAN = Rules(
    often=words("et."),
    starters=words("the"),
    nouns=True,
    ordinals=True,
    numerals=True,
    counted=words("mai"),
    before_ordinals=words("am"),
)


def last(text: str, rules: Rules, own: frozenset[str] = frozenset(), is_small_text: bool = False) -> bool:
    """Whether a sentence ends at the bar."""
    end = text.index("|")
    place = next(place for place in places(text.replace("|", ""), rules) if place.end == end)
    return stops.ends(place, "xx", own, is_small_text)


@pytest.mark.parametrize(
    "text",
    [
        "He saw no.| He left",
        "the co.| The end",
        "nets et.| Ropes",
        "nets u. so.| Ropes",
        "it is 5 in.| Ropes",
        "it is 5in.| Ropes",
        "stay in.| Ropes",
        "in 1914.| 46 boats",
        "see no. 7.| Ropes",
        "the letter B.| The end",
        "Louis XIV.| Ropes",
        "(gone).| Ropes",
        "the ropes .| Ropes",
        "the harbour.| it rained",
        "the Harbourstr.| Ropes",
        "No.| The end",
    ],
)
def test_it_ends(text: str) -> None:
    assert last(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "so ba.| The end",
        "so u. lo.| The end",
        "BA.| THE END",
        "see no.| 7",
        "see no.| IV",
        "see p.| 7",
        "the co.| Ropes",
        "nets et.| ropes",
        "(nets et.)| Ropes",
        "nets et.| (Ropes",
        "in 5 in.| Ropes",
        "by J. R.| Hale",
        "by J.-B.| Hale",
        "A.| The end",
        "at 5.| ropes",
        "these: 5.| Ropes",
        "Harbourstr.| 7",
        "an unkn.| ropes",
        "the harbour.”| said he",
        "the harbour.| – said he",
    ],
)
def test_it_does_not_end(text: str) -> None:
    assert not last(text, RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam am 3.| Mai", False),
        ("Er kam am 3.| Ufer", False),
        ("Er war 3.| Ufer", True),
        ("Er kam am 3.| The", True),
        ("Er kam am 3.| 5. an", False),
        ("im Jahr 1914.| Ufer", True),
        ("1914.| 05. 12.", False),
        ("Karl XIV.| Ufer", False),
        ("Karl XIV.| The", True),
        ("Ufer et.| Netze", False),
        ("Ufer et.| The", True),
    ],
)
def test_where_numbers_are_ordinals_and_nouns_have_capitals(text: str, expected: bool) -> None:
    assert last(text, GERMAN) is expected


def test_an_own_abbreviation_never_ends_a_sentence() -> None:
    assert last("so Ferr.| The", RULES) and not last("so Ferr.| The", RULES, frozenset({"Ferr."}))


def test_where_sentences_begin_small_every_word_ends_one() -> None:
    assert last("the cat.| it ran", RULES, is_small_text=True) and not last("the cat.| it ran", RULES)
