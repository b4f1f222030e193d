"""Units that say the same: the nearest of several, in the order of the document."""

from hypothesis import given
from hypothesis import strategies as st

from hexapla.revise import exact

TEXTS = st.lists(st.sampled_from("abcdexyz"), max_size=14)


def matched(old: str, new: str) -> dict[int, int]:
    found: dict[int, int] = {}
    exact.match(list(old), list(new), found)
    return dict(sorted(found.items()))


def test_the_same_text_is_the_same() -> None:
    assert matched("aabab", "aabab") == {n: n for n in range(5)}


def test_one_of_many_that_changed_leaves_the_others_in_their_places() -> None:
    assert matched("aaaaa", "aabaa") == {0: 0, 1: 1, 3: 3, 4: 4}


def test_what_stands_once_is_found_wherever_it_went() -> None:
    assert matched("abcde", "eabcd") == {0: 4, 1: 0, 2: 1, 3: 2, 4: 3}


def test_repeated_words_go_with_their_neighbours() -> None:
    """The refrain after the verse that was moved goes with it; the other one stays."""
    assert matched("xrabyrcd", "yrxrabcd") == {0: 4, 1: 5, 2: 0, 3: 1, 4: 2, 5: 3, 6: 6, 7: 7}


def test_fewer_of_a_kind_take_the_nearest() -> None:
    assert matched("pa1qa2ra3s", "pb1qa2rb3s")[4] == 4


def test_an_empty_text_is_like_no_other() -> None:
    found: dict[int, int] = {}
    exact.match(["", "a"], ["", "a"], found)
    assert found == {1: 1}


@given(TEXTS, TEXTS)
def test_as_many_as_can_be_are_paired_and_each_once(old: list[str], new: list[str]) -> None:
    found: dict[int, int] = {}
    exact.match(old, new, found)
    assert all(old[there] == new[here] for here, there in found.items())
    assert len(set(found.values())) == len(found)
    for text in set(old) | set(new):
        here = [place for place in found if new[place] == text]
        assert len(here) == min(old.count(text), new.count(text))
