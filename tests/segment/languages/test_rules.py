"""Rules are found by the language of a tag."""

import pytest

from hexapla.segment.languages import el, ja, rules, zh
from hexapla.segment.languages.rules import Rules


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("el", el.RULES),
        ("grc", el.RULES),
        ("zh-Hant-TW", zh.RULES),
        ("JA", ja.RULES),
        ("en", Rules()),
        ("", Rules()),
    ],
)
def test_rules_of_a_tag(tag: str, expected: Rules) -> None:
    assert rules(tag) == expected
