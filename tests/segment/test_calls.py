"""Question and exclamation marks, and dots."""

import pytest

from hexapla.segment import calls
from hexapla.segment.languages.rules import Rules, words
from hexapla.segment.place import Place, places

RULES = Rules(starters=words("the"), capitals=words("I"))


def at_bar(text: str, rules: Rules = RULES) -> Place:
    end = text.index("|")
    return next(place for place in places(text.replace("|", ""), rules) if place.end == end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Gone!”| Ropes", True),
        ("“Gone!”| said he", False),
        ("Gone!| – said he", False),
        ("Gone!| – Ropes", True),
        ("Nets (!)| Ropes", False),
        ("Nets (gone?)| Ropes", False),
        ("Nets (gone?)| The", True),
        ("It rained. (Gone?)| Ropes", True),
        ("Gone?!| 7 boats", True),
    ],
)
def test_marks_of_questions_and_exclamations(text: str, expected: bool) -> None:
    assert calls.ends(at_bar(text), False) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gone…| Ropes", True),
        ("Gone…| ropes", False),
        ("Gone ...| Ropes", True),
        ("he thought ...| I", False),
        ("I …| I do", False),
        ("You...| you", False),
        ("nets […]| Ropes", False),
        ("nets […]| The", True),
    ],
)
def test_dots(text: str, expected: bool) -> None:
    assert calls.trail_off(at_bar(text), False) is expected


def test_dots_apart_before_a_noun_are_a_pause_where_nouns_have_capitals() -> None:
    assert not calls.trail_off(at_bar("ein ...| Ufer", Rules(nouns=True)), False)


@pytest.mark.parametrize(
    ("text", "expected"), [("我……|我不", False), ("他走了……|雨", False), ("他走了……”|雨", True)]
)
def test_dots_in_scripts_without_spaces(text: str, expected: bool) -> None:
    assert calls.trail_off(at_bar(text, Rules(wide=True)), False) is expected


@pytest.mark.parametrize(("is_small_text", "expected"), [(True, True), (False, False)])
def test_where_sentences_begin_with_small_letters(is_small_text: bool, expected: bool) -> None:
    assert calls.ends(at_bar("gone?| yes"), is_small_text) is expected
    assert calls.trail_off(at_bar("gone...| yes"), is_small_text) is expected
    assert not calls.ends(at_bar("“gone?”| said he"), is_small_text)
