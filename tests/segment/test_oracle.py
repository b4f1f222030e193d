"""The oracle knows abbreviations that no list of ours has."""

import pytest

from hexapla.segment.oracle import is_abbreviation


@pytest.mark.parametrize(
    ("word", "lang", "expected"), [("Prof", "en", True), ("harbour", "en", False), ("", "xx", False)]
)
def test_what_is_an_abbreviation(word: str, lang: str, expected: bool) -> None:
    assert is_abbreviation(word, lang) is expected
