"""What becomes of the entries of a language: joins, omissions, remarks; and what that costs, told beforehand."""

import pytest

from hexapla.model.catalog import Comment, Entry, State, Suggestion, Waiver
from hexapla.model.mend import Effect
from hexapla.model.revised import Fate, Fated
from hexapla.revise import Revised
from hexapla.revise.carry import Carrier, effect
from revise_texts import ESSAY, read, revise, says

FIRST, SECOND, THIRD = ESSAY
OLD = read(ESSAY)
SAID = says(OLD[0])
TOGETHER = (FIRST.replace("river bends. Nobody", "river bends, and nobody"), SECOND, THIRD)
"""u2 and u3 are one."""
COMMENT = Comment("Is that so?", "bela", "2026-01-01T00:00:00Z")


def entry(units: str, msgstr: str = "", state: State = State.APPROVED, **options: object) -> Entry:
    names = tuple(units.split("+"))
    return Entry(names, " ".join(SAID[name] for name in names), msgstr, state, **options)  # type: ignore[arg-type]


def carried(made: Revised, *entries: Entry, lang: str = "hu", aside: tuple[Entry, ...] = ()) -> list[Entry]:
    known = frozenset(unit for one in aside for unit in one.units)
    return list(Carrier(made.text, made.fates, {lang: aside}, known)(lang, entries))


def test_two_made_one_have_both_texts_and_all_remarks() -> None:
    offered = Suggestion("Ott.", "bela", "2026-01-01T00:00:00Z", "person")
    (one,) = carried(
        revise(OLD, TOGETHER),
        entry("u2", "Ott áll.", by="anna", at="2026-01-02T00:00:00Z", suggestions=(offered,)),
        entry("u3", "Senki.", State.TRANSLATED, comments=(COMMENT,)),
    )
    assert (one.units, one.msgstr, one.state, one.by) == (
        ("u2",),
        "Ott áll. Senki.",
        State.NEEDS_WORK,
        "anna",
    )
    assert one.previous == f"{SAID['u2']} {SAID['u3']}"
    assert one.remarks == (offered, COMMENT)


def test_in_a_script_without_spaces_there_is_none_between_them() -> None:
    (one,) = carried(revise(OLD, TOGETHER), entry("u2", "水车在。"), entry("u3", "没人。"), lang="zh")
    assert one.msgstr == "水车在。没人。"


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((State.UNTRANSLATED, State.UNTRANSLATED), State.UNTRANSLATED),
        ((State.APPROVED, State.UNTRANSLATED), State.NEEDS_WORK),
        ((State.OMITTED, State.OMITTED), State.OMITTED),
        ((State.OMITTED, State.UNTRANSLATED), State.UNTRANSLATED),
    ],
)
def test_states_of_what_is_made_one(states: tuple[State, State], expected: State) -> None:
    reason = {state: "No rhyme." if state is State.OMITTED else "" for state in states}
    texts = {state: "Ott áll." if state is State.APPROVED else "" for state in states}
    units = zip(("u2", "u3"), states, strict=True)
    (one,) = carried(
        revise(OLD, TOGETHER),
        *(entry(unit, texts[state], state, reason=reason[state]) for unit, state in units),
    )
    assert one.state is expected
    kept = one.reason if expected is State.OMITTED else "".join(said.text for said in one.comments)
    assert kept == ("No rhyme." if State.OMITTED in states else "")


def test_a_join_follows_its_units_through_a_merge_and_a_split() -> None:
    made = revise(OLD, TOGETHER)
    waiver = Waiver("number-changed", "60", ("u3",), "abc", "So it is.")
    whole = entry("u3+u4", "Senki, forog.", State.REVIEWED, waivers=(waiver,))
    (one,) = carried(made, entry("u2", "Ott."), whole)
    assert (one.units, one.msgstr, one.waivers) == (("u2", "u4"), "Ott. Senki, forog.", (waiver,))
    back = revise((made.text, made.next), ESSAY)
    joined = Entry(("u2", "u4"), "", "Ott. Senki, forog.", State.REVIEWED)
    (again,) = carried(back, joined)
    assert (again.units, again.state, again.msgstr) == (("u2", "u2a", "u4"), State.NEEDS_WORK, joined.msgstr)


def test_a_join_whose_words_stay_keeps_its_state() -> None:
    made = revise(OLD, TOGETHER)
    source = " ".join(says(made.text)[unit] for unit in ("u2", "u4"))
    fates = [Fated(Fate.SPLIT, ("u2x",), ("u2",), 1)]
    whole = Entry(("u2x", "u4"), source, "Egyben.", State.APPROVED)
    (one,) = Carrier(made.text, fates, {})("hu", (whole,))
    assert (one.units, one.state, one.previous) == (("u2", "u4"), State.APPROVED, None)


def test_a_join_that_loses_a_unit_keeps_its_remarks() -> None:
    made = revise(OLD, (FIRST, SECOND))
    (one,) = carried(made, entry("u7+u8", "Így. Négy.", comments=(COMMENT,)), entry("u9", "Vége."))
    assert (one.units, one.msgstr, one.comments) == (("u7",), "Így. Négy.", (COMMENT,))
    assert one.state is State.NEEDS_WORK


def test_what_is_left_out_on_purpose_is_left_out_in_both_parts() -> None:
    made = revise(OLD, TOGETHER)
    back = revise((made.text, made.next), ESSAY)
    omitted = Entry(("u2",), "", state=State.OMITTED, reason="No rhyme.")
    assert [(one.units, one.state, one.reason) for one in carried(back, omitted)] == [
        (("u2",), State.OMITTED, "No rhyme."),
        (("u2a",), State.OMITTED, "No rhyme."),
    ]
    assert carried(back, Entry(("u2",), "", "Ott.", State.APPROVED)) == [], "a text stays with the first"


def test_words_that_come_back_are_offered_their_translation() -> None:
    made = revise(OLD, (FIRST, SECOND))
    back = revise((made.text, made.next), ESSAY)
    gone = (entry("u8", "Az is.", by="anna", at="2026-01-01T00:00:00Z"), entry("u9"), entry("u7", "Nem ez."))
    (one,) = carried(back, aside=gone)
    assert (one.units, one.msgstr, one.state) == (("u10",), "", State.UNTRANSLATED)
    assert one.suggestions == (Suggestion("Az is.", "anna", "2026-01-01T00:00:00Z", "revise"),)


def test_effects_count_units_whose_translation_changes() -> None:
    made = revise(OLD, (TOGETHER[0].replace("still", "hardly"), THIRD))
    entries = [
        entry("u1", "Cím.", State.REVIEWED),
        entry("u2", "Ott."),
        entry("u3", "Senki.", State.TRANSLATED),
        entry("u4", "Forog."),
        entry("u5"),
        entry("u6+u7", "Nem. Így."),
        entry("u8", state=State.OMITTED, reason="x"),
    ]
    expected = Effect(
        "hu",
        kept=2,
        work=1,
        divided=2,
        aside=2,
        words=4 + 16,
        states=((State.TRANSLATED, 1), (State.APPROVED, 4)),
    )
    assert effect("hu", entries, made.fates) == expected
    minor = effect("hu", entries, made.fates, {"u4"})
    assert (minor.kept, minor.work, minor.words) == (3, 0, 16)
