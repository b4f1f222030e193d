"""Runs of sentences aligned by their letters."""

import random

from hexapla.revise import beads, similar

WHEEL = "the wheel of the old mill turns slowly in the brown water, and nobody minds."
COUNT = "every spring the children count the blades that are missing."
OTHER = "quite another remark has come to stand in this place by now."


def test_an_edited_sentence_is_known() -> None:
    assert beads.align([WHEEL, COUNT], [WHEEL.replace("brown", "green"), COUNT[:-1] + " from it."]) == [
        ((0,), (0,)),
        ((1,), (1,)),
    ]


def test_a_sentence_in_two_and_two_in_one() -> None:
    first, second = "the wheel of the old mill turns slowly in the brown water.", "nobody minds."
    assert beads.align([COUNT, WHEEL], [COUNT + " so.", first, second]) == [((0,), (0,)), ((1,), (1, 2))]
    assert beads.align([first, second, COUNT], [WHEEL, COUNT + " so."]) == [((0, 1), (0,)), ((2,), (1,))]


def test_a_sentence_in_three() -> None:
    parts = ["the wheel of the old mill turns.", "slowly it does, in the brown water.", "and nobody minds."]
    whole = "the wheel of the old mill turns, slowly it does, in the brown water, and nobody minds."
    assert beads.align([whole], parts) == [((0,), (0, 1, 2))]


def test_what_is_new_beside_an_edited_sentence_is_new() -> None:
    assert beads.align([WHEEL], [WHEEL.replace("brown", "green"), "yes."]) == [((0,), (0,))]
    assert beads.align([WHEEL], [OTHER, WHEEL.replace("brown", "green")]) == [((0,), (1,))]


def test_sentences_with_nothing_in_common_are_not_paired() -> None:
    assert beads.align([COUNT], [OTHER]) == []
    assert beads.align([], [OTHER]) == beads.align([COUNT], []) == []


def test_wide_gaps_are_aligned_near_the_diagonal_and_by_rare_words() -> None:
    dice = random.Random(3)
    words = [f"{dice.choice('bdfgklmnprst')}{dice.choice('aeiou')}{n}" for n in range(3000)]
    old = [" ".join(dice.sample(words, 12)) for _n in range(400)]
    new = [text + " again" for text in old]
    new[100:100] = [" ".join(dice.sample(words, 12)) for _n in range(60)]
    made = similar.match(old, new, [])
    expected = {n: n if n < 100 else n + 60 for n in range(400)}
    assert {bead.old[0]: bead.new[0] for bead in made if len(bead.new) == 1} == expected


def test_nothing_is_quadratic_where_all_is_changed() -> None:
    """10,000 by 10,000 pairs would take an hour."""
    assert similar.match([WHEEL] * 10_000, [OTHER] * 10_000, []) == []
    assert len(similar.match([WHEEL] * 10_000, [WHEEL + " so."] * 10_000, [])) == 10_000
