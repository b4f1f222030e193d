"""Places where a sentence may end: what belongs to them, and what stands around them."""

import pytest

from hexapla.segment.languages.rules import Rules, words
from hexapla.segment.place import Place, places

RULES = Rules(starters=words("the"))


def found(text: str, rules: Rules = RULES) -> list[Place]:
    return list(places(text, rules))


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Gone. The", "."),
        ("“Gone.” The", ".”"),
        ("(Gone?!) The", "?!)"),
        ("« Allé ! » The", "! »"),
        ('" Gone. " The', '. "'),
        ('Gone. " The', "."),
        ("``Gone.'' The", ".''"),
        ("(Gone. ) The", ". )"),
        ("Gone. . . . The", ". . . ."),
        ("Gone! 😀🌧 The", "! 😀🌧"),
        ("Gone. :-) The", ". :-)"),
        ("Gone.[12] The", ".[12]"),
        ("Gone.¹² The", ".¹²"),
        ("Gone. ✔ The", "."),
        ("»Gone.« The", ".«"),
    ],
)
def test_what_belongs_to_an_end(text: str, belongs: str) -> None:
    place = found(text)[0]
    assert (text[place.start : place.end], place.word, place.begins) == (belongs, "The", True)


@pytest.mark.parametrize("text", ["3.14", "harbour.example/boats?all", "a…b", "?»,", "ASP.net"])
def test_a_mark_within_a_word_is_no_place(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "token", "previous"),
    [
        ("See (Fig. 3", "Fig", "See"),
        ("u. a. m. fort", "u", ""),
        ("gone . Then", "", "gone"),
        ("“No. He", "No", ""),
    ],
)
def test_the_words_before_the_marks(text: str, token: str, previous: str) -> None:
    place = found(text)[0]
    assert (place.token, place.previous) == (token, previous)


@pytest.mark.parametrize(
    ("behind", "small", "capital", "dash"),
    [
        (" – said he", True, False, True),
        (" “And", False, True, False),
        (" 7", False, False, False),
        (" ’s Avonds", False, True, False),
        (" b) nets", False, False, False),
        (" http://harbour.example", False, False, False),
        (" ,,Dat", False, True, False),
    ],
)
def test_what_stands_behind(behind: str, small: bool, capital: bool, dash: bool) -> None:
    place = found("Gone." + behind)[0]
    assert (place.is_small, place.is_capital, place.has_dash) == (small, capital, dash)


def test_in_scripts_without_spaces_a_stop_needs_none() -> None:
    wide = Rules(wide=True)
    assert [place.token for place in found("雨U.S.公司。3.5米", wide)] == ["U.S", "雨U.S.公司"]
