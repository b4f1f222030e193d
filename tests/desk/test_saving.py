from pathlib import Path

import pytest

from desk_texts import ANNA, BELA, entry, numbered, put, said, save, texts_of
from hexapla.desk import Desk, clock
from hexapla.model.catalog import State
from hexapla.model.change import Draft, Save, Saved, Stale
from hexapla.model.errors import HexaplaError, NotFound


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: "2026-11-22T18:00:00Z")


def test_a_save_is_a_revision(desk: Desk) -> None:
    assert save(desk, "u1", "Egy.", op="1") == Saved("1", 1, State.TRANSLATED, "2026-11-22T18:00:00Z")
    row = desk.row("t1", "hu", "u1")
    assert (row.entry.msgstr, row.entry.state, row.entry.by, row.revision) == (
        "Egy.",
        State.TRANSLATED,
        "anna",
        1,
    )
    (revision,) = desk.revisions("t1", "hu", "u1")
    assert (revision.kind, revision.by, revision.units, revision.msgid) == (
        "save",
        "anna",
        ("u1",),
        row.entry.msgid,
    )


def test_the_same_text_and_state_need_no_revision(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    assert save(desk, "u1", "Egy.", op="2") == Saved("2", 1, State.TRANSLATED, "2026-11-22T18:00:00Z")
    late = save(desk, "u1", "Egy.", op="3", revision=0, seen=State.UNTRANSLATED)
    assert isinstance(late, Saved)
    assert desk.last_revision() == 1


def test_a_state_alone_is_a_revision_and_leaves_the_text_s_author(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    save(desk, "u1", "Egy.", person=BELA, state=State.REVIEWED)
    entry = desk.row("t1", "hu", "u1").entry
    assert (entry.state, entry.by) == (State.REVIEWED, "anna")
    assert [one.by for one in desk.revisions("t1", "hu", "u1")] == ["anna", "bela"]


def test_who_comes_too_late_gets_all_three_texts_and_loses_none(desk: Desk) -> None:
    save(desk, "u1", "Egy.", op="1")
    save(desk, "u1", "Egyszer.", person=BELA, op="2")
    late = save(desk, "u1", "Egy ízben.", op="3", revision=1)
    assert late == Stale(
        op="3",
        base="Egy.",
        ours="Egy ízben.",
        theirs="Egyszer.",
        by="bela",
        at="2026-11-22T18:00:00Z",
        revision=2,
        state=State.TRANSLATED,
    )
    (kept,) = desk.row("t1", "hu", "u1").entry.suggestions
    assert (kept.text, kept.by, kept.origin) == ("Egy ízben.", "anna", "conflict")
    assert desk.last_revision() == 2


def test_a_state_that_changed_in_between_is_a_conflict_too(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    assert isinstance(save(desk, "u1", "Más.", seen=State.NEEDS_WORK), Stale)


def test_equal_texts_leave_no_suggestion(desk: Desk) -> None:
    save(desk, "u1", "Egy.", op="1")
    save(desk, "u1", "Egy.", op="2", state=State.REVIEWED)
    late = save(desk, "u1", "Egy.", op="3", state=State.NEEDS_WORK, revision=1, seen=State.TRANSLATED)
    assert isinstance(late, Stale)
    assert isinstance(save(desk, "u1", "", op="4", revision=0), Stale)
    assert desk.row("t1", "hu", "u1").entry.suggestions == ()


@pytest.mark.parametrize("again", [False, True])
def test_a_repeated_operation_gets_its_first_answer(desk: Desk, where: str | Path, again: bool) -> None:
    first = save(desk, "u1", "Egy.", op="1")
    save(desk, "u1", "Kettő.", op="2")
    late = save(desk, "u1", "Három.", op="3", revision=1)
    if again:
        with Desk.open(where, edition="e1") as other:
            repeated = [save(other, "u1", "Egy.", op="1"), save(other, "u1", "Három.", op="3", revision=1)]
    else:
        repeated = [save(desk, "u1", "Egy.", op="1"), save(desk, "u1", "Három.", op="3", revision=1)]
    assert repeated == [first, late]
    assert said(desk, "u1") == ["Egy.", "Kettő."]
    assert [one.text for one in desk.row("t1", "hu", "u1").entry.suggestions] == ["Három."]


def test_text_and_state_agree(desk: Desk) -> None:
    for msgstr, state, stored in [
        ("", State.APPROVED, State.UNTRANSLATED),
        ("Egy.", State.UNTRANSLATED, State.NEEDS_WORK),
        ("  ", State.TRANSLATED, State.UNTRANSLATED),
        ("Egy.", State.OMITTED, State.NEEDS_WORK),
    ]:
        save(desk, "u1", msgstr, state=state)
        entry = desk.row("t1", "hu", "u1").entry
        assert (entry.msgstr, entry.state, entry.reason) == (msgstr.strip(), stored, "")


def test_an_omission_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(HexaplaError, match="needs a reason"):
        save(desk, "u1", "", state=State.OMITTED)
    save(desk, "u1", "", state=State.OMITTED, reason="a pun")
    entry = desk.row("t1", "hu", "u1").entry
    assert (entry.state, entry.reason) == (State.OMITTED, "a pun")
    save(desk, "u1", "Egy.")
    assert desk.row("t1", "hu", "u1").entry.reason == ""


def test_a_confirmed_translation_forgets_the_previous_source(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    put(desk, {**numbered(6), "u1": "Once."})
    save(desk, "u1", "Egy, de", state=State.NEEDS_WORK)
    assert desk.row("t1", "hu", "u1").entry.previous == "The wheel turns 1 times."
    save(desk, "u1", "Egyszer.")
    assert desk.row("t1", "hu", "u1").entry.previous is None


def test_a_save_for_a_source_that_has_changed_is_too_late(desk: Desk) -> None:
    put(desk, {**numbered(6), "u1": "Once."})
    assert isinstance(save(desk, "u1", "Egy.", revision=0), Stale)


def test_units_must_name_one_live_entry(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy, kettő.")], kind="align")
    for units in (("u1",), ("u2", "u1"), ("u9",), ()):
        with pytest.raises(NotFound):
            desk.save(
                ANNA, Save("c", "x", "t1", "hu", units, "Egy.", State.TRANSLATED, 0, State.UNTRANSLATED)
            )
    assert isinstance(save(desk, "u1+u2", "Egy meg kettő."), Saved)


def test_drafts_are_replaced_and_dropped_and_never_revisions(desk: Desk) -> None:
    for typed in ("E", "Eg"):
        assert desk.drafts.keep(ANNA, Draft("t1", "hu", ("u1",), typed, 0)) == "2026-11-22T18:00:00Z"
    desk.drafts.keep(BELA, Draft("t1", "hu", ("u1",), "Vala", 0, client=BELA.id))
    assert desk.row("t1", "hu", "u1", "anna").draft == Draft(
        "t1", "hu", ("u1",), "Eg", 0, "2026-11-22T18:00:00Z"
    )
    assert (desk.last_revision(), texts_of(desk)["u1"]) == (0, "")
    desk.drafts.drop(ANNA, "t1", "hu", ("u1",))
    desk.drafts.drop(ANNA, "t1", "hu", ("u1",))
    assert desk.row("t1", "hu", "u1", "anna").draft is None
    save(desk, "u1", "Egy.", person=BELA)
    assert desk.row("t1", "hu", "u1", "bela").draft is None


def test_a_draft_outlives_a_conflict(desk: Desk) -> None:
    desk.drafts.keep(ANNA, Draft("t1", "hu", ("u1",), "Egy íz", 0))
    save(desk, "u1", "Egy.", person=BELA)
    save(desk, "u1", "Egy íz", revision=0)
    draft = desk.row("t1", "hu", "u1", "anna").draft
    assert draft is not None and draft.msgstr == "Egy íz"


def test_a_suggestion_is_offered_once(desk: Desk) -> None:
    assert desk.suggest(BELA, "t1", "hu", ("u1",), "Egy.", "person")
    assert desk.suggest(ANNA, "t1", "hu", ("u1",), "Egy.", "person") == 0
    (one,) = desk.row("t1", "hu", "u1").entry.suggestions
    assert (one.text, one.by, one.origin) == ("Egy.", "bela", "person")


def test_order_is_by_number_when_the_clock_goes_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    save(desk, "u1", "Egy.")
    monkeypatch.setattr(clock, "now", lambda: "2026-11-22T17:00:00Z")
    save(desk, "u1", "Egyszer.")
    assert [(one.number, one.msgstr) for one in desk.since(0)] == [(1, "Egy."), (2, "Egyszer.")]
    assert [one.number for one in desk.since(1)] == [2]
    assert [one.number for one in desk.since(0, limit=1)] == [1]
