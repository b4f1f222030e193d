"""Plans for whole catalogs: joins, sources that differ, units that nobody knows."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.merge import Plan, Verdict, plan
from hexapla.merge.catalog import mark
from hexapla.model.catalog import Comment, Entry, State, Suggestion

SOURCE = {"u1": "One.", "u2": "Two.", "u3": "Three."}


def entry(context: str, text: str = "", state: State | None = None) -> Entry:
    units = tuple(context.split("+"))
    default = State.TRANSLATED if text else State.UNTRANSLATED
    return Entry(units, " ".join(SOURCE[unit] for unit in units), text, state or default)


def planned(ours: list[Entry], file: list[Entry], *, met: Sequence[Entry] = ()) -> Plan:
    return plan(
        ours,
        [(one, one.hash, None) for one in file],
        synced={one.context: mark(one) for one in met},
        known={one.context: {one.hash: 1} for one in (*met, *ours) if one.msgstr},
        source=lambda units: " ".join(SOURCE[unit] for unit in units),
    )


def test_a_first_meeting_fills_untouched_entries() -> None:
    made = planned([entry("u1"), entry("u2")], [entry("u1", "Eins."), entry("u2")])
    assert [one.msgstr for one in made.take] == ["Eins."]
    assert made.suggest == ()


def test_a_first_meeting_brings_a_join_and_an_omission() -> None:
    omitted = Entry(("u3",), "Three.", "", State.OMITTED, reason="a pun")
    made = planned([entry("u1"), entry("u2"), entry("u3")], [entry("u1+u2", "Eins und zwei."), omitted])
    assert {one.context: one.state for one in made.take} == {"u1+u2": State.TRANSLATED, "u3": State.OMITTED}


def test_a_join_in_the_file_does_not_undo_work_done_here() -> None:
    before = [entry("u1", "Eins."), entry("u2", "Zwei.")]
    ours = [entry("u1", "Erstens."), entry("u2", "Zwei.")]
    made = planned(ours, [entry("u1+u2", "Eins und zwei.")], met=before)
    assert made.take == ()
    assert [(mine.context, text) for mine, text in made.suggest] == [("u1", "Eins und zwei.")]


def test_a_join_in_the_file_is_taken_where_nothing_changed_here() -> None:
    before = [entry("u1", "Eins."), entry("u2", "Zwei.")]
    made = planned(before, [entry("u1+u2", "Eins und zwei.")], met=before)
    assert [one.context for one in made.take] == ["u1+u2"]


def test_a_translation_of_another_source_needs_work() -> None:
    theirs = Entry(("u1",), "An older one.", "Ein älteres.", State.TRANSLATED)
    made = planned([entry("u1")], [theirs])
    assert (made.take[0].state, made.take[0].previous, made.take[0].msgid) == (
        State.NEEDS_WORK,
        "An older one.",
        "One.",
    )


def test_both_changed_keeps_both_texts() -> None:
    met = [entry("u1", "Eins.")]
    made = planned([entry("u1", "Erstens.")], [entry("u1", "Zum Ersten.")], met=met)
    assert made.steps[0].verdict == Verdict.CONFLICT
    assert made.suggest[0][1] == "Zum Ersten."
    assert made.take == ()


def test_an_emptied_text_is_a_change_like_any_other() -> None:
    met = [entry("u1", "Eins.")]
    made = planned(met, [entry("u1")], met=met)
    assert [(one.context, one.msgstr) for one in made.take] == [("u1", "")]


def test_an_entry_missing_from_the_file_says_nothing() -> None:
    met = [entry("u1", "Eins."), entry("u2", "Zwei.")]
    assert planned(met, [met[0]], met=met).take == ()


def test_comments_of_the_file_are_added() -> None:
    met = [entry("u1", "Eins.")]
    said = Entry(("u1",), "One.", "Eins.", State.TRANSLATED, comments=(Comment("Warum?", "vera"),))
    assert planned(met, [said], met=met).take[0].comments == (Comment("Warum?", "vera"),)


def test_units_that_nobody_knows_are_named() -> None:
    stranger = Entry(("u9",), "Nine.", "Neun.", State.TRANSLATED)
    assert planned([entry("u1")], [stranger]).unknown == ("u9",)


def test_a_join_beside_entries_of_its_units_is_only_a_suggestion() -> None:
    met = [entry("u1", "Eins."), entry("u2", "Zwei."), entry("u3", "Drei.")]
    made = planned(met, [*met, entry("u1+u3", "Eins und drei.")], met=met)
    assert made.take == ()
    assert [(mine.context, text) for mine, text in made.suggest] == [("u1", "Eins und drei.")]


def test_what_was_said_beside_entries_is_seen_beside_the_join_that_takes_their_place() -> None:
    said, offered = Comment("Warum?", "vera"), Suggestion("Zum Ersten.", "vera")
    before = [
        replace(entry("u1", "Eins."), suggestions=(offered, Suggestion("Eins und zwei."))),
        replace(entry("u2", "Zwei."), comments=(said,)),
    ]
    (joined,) = planned(before, [entry("u1+u2", "Eins und zwei.")], met=before).take
    assert (joined.comments, joined.suggestions) == ((said,), (offered,))
    parts = planned([joined], [entry("u1", "Eins."), entry("u2", "Zwei.")], met=[joined]).take
    assert [(one.context, one.comments) for one in parts] == [("u1", (said,)), ("u2", ())]
