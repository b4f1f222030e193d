"""Rules are found by the language of a tag, and their lists are well formed."""

import pytest

from hexapla.segment.languages import el, known, rules, zh
from hexapla.segment.languages.rules import Kind, Rules, words


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("el", el.RULES),
        ("grc", el.RULES),
        ("zh-Hant-TW", zh.RULES),
        ("ZH", zh.RULES),
        ("xx", Rules()),
        ("", Rules()),
    ],
)
def test_rules_of_a_tag(tag: str, expected: Rules) -> None:
    assert rules(tag) == expected


@pytest.mark.parametrize("tag", sorted(known()))
def test_lists_are_well_formed(tag: str) -> None:
    special = rules(tag)
    assert all(word.endswith(".") and len(word) > 1 for word in (*special.kinds, *special.measures))
    small = (*special.starters, *special.counted, *special.before_ordinals)
    assert all(word == word.lower() and not word.endswith(".") for word in small)


@pytest.mark.parametrize("tag", sorted(known()))
def test_a_word_is_in_one_list_only(tag: str) -> None:
    special = rules(tag)
    lists = (special.never, special.numbered, special.seldom, special.often)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))


@pytest.mark.parametrize("tag", sorted(known()))
def test_what_begins_a_sentence_is_no_abbreviation_that_never_ends_one(tag: str) -> None:
    never = {word for word, kind in rules(tag).kinds.items() if kind is Kind.NEVER and len(word) > 2}
    assert not never & {f"{word}." for word in rules(tag).starters}


def test_a_language_overrides_what_all_share() -> None:
    made = Rules(often=words("vs. ba."), never=words("lo."))
    assert made.kinds["vs."] is Kind.OFTEN and Rules().kinds["vs."] is Kind.NEVER
    assert made.kinds["lo."] is Kind.NEVER and made.kinds["Dr."] is Kind.NEVER
