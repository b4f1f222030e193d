"""Translations that follow the words of their units."""

from dataclasses import replace

import pytest

from hexapla.mend import carry
from hexapla.model.catalog import Comment, Entry, Place, State, Suggestion, Waiver
from hexapla.model.mend import Carried

SPLIT = Carried(("u2",), ("u2", "u2a"), ("One.", "Two."))
MERGE = Carried(("u2", "u3"), ("u2",), ("One. Two.",))


def entry(units: str, msgstr: str = "", state: State | None = None, **options: object) -> Entry:
    said = state or (State.TRANSLATED if msgstr else State.UNTRANSLATED)
    names = tuple(units.split("+"))
    made = Entry(names, f"[{units}]", msgstr, said, by=f"by-{names[0]}", at="2026-01-01T00:00:00Z")
    return replace(made, **options)  # type: ignore[arg-type]


def shapes(entries: tuple[Entry, ...]) -> list[tuple[str, str, State]]:
    return [(one.context, one.msgstr, one.state) for one in entries]


def test_a_translation_is_divided_and_needs_work() -> None:
    said = (Comment("Which?"),), (Suggestion("Ein."),), (Waiver("f", "s", ("u2",), "h", "r"),)
    before = entry(
        "u2", "Eins. Zwei.", State.APPROVED, comments=said[0], suggestions=said[1], waivers=said[2]
    )
    first, second = carry("de", [before], [SPLIT])
    assert shapes((first, second)) == [
        ("u2", "Eins.", State.NEEDS_WORK),
        ("u2a", "Zwei.", State.NEEDS_WORK),
    ]
    assert first.previous == second.previous == "[u2]" and first.by == second.by == "by-u2"
    assert (first.comments, first.suggestions, first.waivers) == said and second.remarks == ()


def test_what_has_no_boundary_stays_with_the_first_part() -> None:
    made = carry("de", [entry("u2", "Eins und zwei.", previous="[old]")], [SPLIT])
    assert shapes(made) == [("u2", "Eins und zwei.", State.NEEDS_WORK), ("u2a", "", State.UNTRANSLATED)]
    assert (made[0].previous, made[1].previous) == ("[old]", None)


def test_three_parts() -> None:
    three = Carried(("u2",), ("u2", "u2a", "u2b"), ("One.", "Two.", "Three."))
    made = carry("de", [entry("u2", "Eins. Zwei. Drei.")], [three])
    assert [one.msgstr for one in made] == ["Eins.", "Zwei.", "Drei."]


def test_an_untranslated_and_an_omitted_unit_are_divided() -> None:
    assert shapes(carry("de", [entry("u2")], [SPLIT])) == [
        ("u2", "", State.UNTRANSLATED),
        ("u2a", "", State.UNTRANSLATED),
    ]
    made = carry("de", [entry("u2", state=State.OMITTED, reason="A pun.")], [SPLIT])
    assert [(one.state, one.reason) for one in made] == [(State.OMITTED, "A pun.")] * 2


def test_a_join_gains_the_new_part() -> None:
    made = carry("de", [entry("u1+u2", "Eins, zwei.", State.REVIEWED)], [SPLIT])
    assert shapes(made) == [("u1+u2+u2a", "Eins, zwei.", State.REVIEWED)]


def test_a_part_of_a_moved_unit_stays_behind_it() -> None:
    first, second = carry("de", [entry("u2", "Eins. Zwei.", place=Place(after="u7"))], [SPLIT])
    assert (first.place, second.place) == (Place(after="u7"), Place(after="u2"))
    first, second = carry("de", [entry("u2", "Eins. Zwei.", place=Place(paragraph=True))], [SPLIT])
    assert (first.place, second.place) == (Place(paragraph=True), None)


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        (State.APPROVED, State.TRANSLATED, State.TRANSLATED),
        (State.NEEDS_WORK, State.REVIEWED, State.NEEDS_WORK),
        (State.REVIEWED, State.REVIEWED, State.REVIEWED),
    ],
)
def test_translations_are_joined_with_the_lower_state(one: State, other: State, state: State) -> None:
    for pair in ((one, other), (other, one)):
        made = carry("de", [entry("u2", "Eins.", pair[0]), entry("u3", "Zwei.", pair[1])], [MERGE])
        assert shapes(made) == [("u2", "Eins. Zwei.", state)]
        assert made[0].previous is None


def test_a_half_translated_merge_needs_work() -> None:
    (made,) = carry("de", [entry("u2"), entry("u3", "Zwei.", State.APPROVED)], [MERGE])
    assert (made.msgstr, made.state, made.by) == ("Zwei.", State.NEEDS_WORK, "by-u3")
    (made,) = carry("de", [entry("u2"), entry("u3")], [MERGE])
    assert made.state is State.UNTRANSLATED


def test_scripts_without_spaces_get_none() -> None:
    assert carry("ja", [entry("u2", "一。"), entry("u3", "二。")], [MERGE])[0].msgstr == "一。二。"


def test_what_was_made_for_an_earlier_source_says_so() -> None:
    made = carry("de", [entry("u2", "Eins.", previous="[old]"), entry("u3", "Zwei.")], [MERGE], between="|")
    assert made[0].previous == "[old]|[u3]"


def test_an_omission_that_is_none_any_more_leaves_its_reason() -> None:
    (made,) = carry("de", [entry("u2", "Eins."), entry("u3", state=State.OMITTED, reason="A pun.")], [MERGE])
    assert (made.msgstr, made.state, made.reason) == ("Eins.", State.TRANSLATED, "")
    assert [(one.text, one.by) for one in made.comments] == [("A pun.", "by-u3")]
    both = [entry(unit, state=State.OMITTED, reason=f"R{unit}.") for unit in ("u2", "u3")]
    (made,) = carry("de", both, [MERGE])
    assert (made.state, made.reason, made.comments) == (State.OMITTED, "Ru2.; Ru3.", ())


def test_remarks_are_united_and_waivers_name_what_is_there() -> None:
    said = Comment("Same.", "anna")
    one = entry("u2", "Eins.", comments=(said,), waivers=(Waiver("f", "s", ("u2",), "h", "r"),))
    other = entry(
        "u3",
        "Zwei.",
        comments=(Comment("Same.", "vera"), Comment("More.")),
        suggestions=(Suggestion("Zwo."),),
        waivers=(Waiver("f", "t", ("u3", "u4"), "h", "r"),),
    )
    (made,) = carry("de", [one, other], [MERGE])
    assert [(c.text, c.by) for c in made.comments] == [("Same.", "anna"), ("More.", "")]
    assert [one.text for one in made.suggestions] == ["Zwo."]
    assert [waiver.units for waiver in made.waivers] == [("u2",), ("u2", "u4")]


def test_joins_that_are_merged() -> None:
    assert shapes(carry("de", [entry("u2+u3", "Eins, zwei.", State.APPROVED)], [MERGE])) == [
        ("u2", "Eins, zwei.", State.APPROVED)
    ]
    assert shapes(carry("de", [entry("u1+u2", "Null, eins."), entry("u3", "Zwei.")], [MERGE])) == [
        ("u1+u2", "Null, eins. Zwei.", State.TRANSLATED)
    ]
    assert shapes(carry("de", [entry("u2", "Eins."), entry("u3+u4", "Zwei, drei.")], [MERGE])) == [
        ("u2+u4", "Eins. Zwei, drei.", State.TRANSLATED)
    ]


def test_several_at_once_and_none() -> None:
    lines = Carried(("u2", "u3"), ("u2", "u3", "u3a"), ("One.", "Two.", "Three."))
    made = carry("de", [entry("u2", "Eins. Zwei."), entry("u3", "Drei.")], [lines])
    assert shapes(made) == [
        ("u2", "Eins.", State.NEEDS_WORK),
        ("u3", "Zwei.", State.NEEDS_WORK),
        ("u3a", "Drei.", State.NEEDS_WORK),
    ]
    far = Carried(("u8",), ("u8", "u8a"), ("A.", "B."))
    made = carry("de", [entry("u2", "Eins. Zwei."), entry("u8", "Acht. Neun.")], [SPLIT, far])
    assert [one.context for one in made] == ["u2", "u2a", "u8", "u8a"]
    joined = entry("u2+u8", "Eins. Acht.")
    assert [one.context for one in carry("de", [joined], [SPLIT, far])] == ["u2+u2a+u8+u8a"]
    assert carry("de", [entry("u5", "Fünf.")], [SPLIT]) == ()
