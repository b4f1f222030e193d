import pytest

from desk_texts import ANNA, BELA, numbered, put, save
from hexapla.desk import Desk
from hexapla.model.assignment import Assignment
from hexapla.model.catalog import Comment, Waiver
from hexapla.model.errors import HexaplaError, NotFound


def comments(desk: Desk, unit: str = "u1", lang: str = "hu") -> list[str]:
    return [one.text for one in desk.row("t1", lang, unit).entry.comments]


def test_a_comment_is_closed_and_opened_again(desk: Desk) -> None:
    number = desk.remarks.comment(ANNA, "t1", "hu", ("u1",), "Which mill?", question="author")
    found = desk.row("t1", "hu", "u1").entry.comments[0]
    assert (found.text, found.by, found.question, found.id) == ("Which mill?", "anna", "author", number)
    assert desk.remarks.turn(BELA, "comment", number, to_open=False)
    assert comments(desk) == []
    assert desk.remarks.turn(BELA, "comment", number, to_open=False) == 0, "nothing happened, no change set"
    desk.remarks.turn(BELA, "comment", number, to_open=True)
    assert comments(desk) == ["Which mill?"]
    for kind in ("comment", "suggestion", "waiver"):
        with pytest.raises(NotFound, match=f"no {kind} 99"):
            desk.remarks.turn(ANNA, kind, 99, to_open=False)
    assert desk.remarks.where("comment", number) == ("t1", "hu", ("u1",), "anna")


def test_a_comment_for_every_language_is_shown_in_all_and_belongs_to_one(desk: Desk) -> None:
    put(desk, numbered(6), languages=("hu", "de"))
    desk.fill(ANNA, "t1", "de", [], kind="sync")
    number = desk.remarks.comment(ANNA, "t1", "hu", ("u2",), "A pun.", every_language=True)
    desk.remarks.comment(ANNA, "t1", "hu", ("u2",), "For Hungarian alone.")
    row = desk.row("t1", "de", "u2")
    assert row.entry.comments == ()
    assert row.shared == (Comment("A pun.", "anna", row.shared[0].at, "", True),)
    assert (row.shared[0].lang, row.shared[0].id) == ("hu", number)
    assert desk.row("t1", "hu", "u2").shared == ()
    assert [one.shared for one in desk.rows("t1", "de")][1] == row.shared


def test_a_waiver_is_given_once_and_again_after_it_was_revoked(desk: Desk) -> None:
    waiver = Waiver("number-changed", "1848", ("u1",), "abc", "A slip of the author's.")
    first = desk.remarks.waive(ANNA, "t1", "hu", ("u1",), waiver)
    assert desk.remarks.waive(BELA, "t1", "hu", ("u1",), waiver) == first
    assert len(desk.row("t1", "hu", "u1").entry.waivers) == 1
    desk.remarks.turn(BELA, "waiver", first, to_open=False)
    assert desk.row("t1", "hu", "u1").entry.waivers == ()
    assert desk.remarks.waive(BELA, "t1", "hu", ("u1",), waiver) == first
    assert desk.row("t1", "hu", "u1").entry.waivers == (waiver_of(waiver, "anna"),)


def waiver_of(waiver: Waiver, by: str) -> Waiver:
    """Return the waiver as the desk stores it: of its person."""

    class Any(str):
        """Equal to every time."""

        def __eq__(self, _other: object) -> bool:
            return True

        __hash__ = str.__hash__

    return Waiver(
        waiver.finding, waiver.subject, waiver.units, waiver.hash, waiver.reason, by, Any("at any time")
    )


def test_a_suggestion_that_became_the_text_is_closed(desk: Desk) -> None:
    desk.suggest(BELA, "t1", "hu", ("u1",), "Egy.", "conflict")
    desk.suggest(BELA, "t1", "hu", ("u1",), "Kettő.", "person")
    save(desk, "u1", "Egy.")
    assert [one.text for one in desk.row("t1", "hu", "u1").entry.suggestions] == ["Kettő."]
    desk.changes.undo(ANNA, desk.changes.listed(limit=1)[0].number)
    assert {one.text for one in desk.row("t1", "hu", "u1").entry.suggestions} == {"Egy.", "Kettő."}


def test_assignments_are_hints_with_a_range_and_a_date(desk: Desk) -> None:
    later = desk.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", due="2027-01-01"))
    sooner = desk.assignments.add(
        ANNA, BELA, Assignment("t1", "hu", "bela", "u2", "u4", "d2", "2026-12-01", "with the notes")
    )
    desk.assignments.add(ANNA, ANNA, Assignment("t1", "hu", "anna"))
    assert [one.id for one in desk.assignments.listed(person="bela")] == [sooner, later]
    found = desk.assignments.listed(person="bela")[0]
    assert (found.division, found.note, found.by, found.open) == ("d2", "with the notes", "anna", True)
    assert desk.assignments.ranges("t1", "hu", "bela") == [(2, 4), (1, 6)]
    assert desk.assignments.ranges("t1", "hu") == [(2, 4), (1, 6), (1, 6)]
    assert desk.assignments.close(BELA, sooner)
    assert not desk.assignments.close(BELA, sooner)
    assert desk.assignments.ranges("t1", "hu", "bela") == [(1, 6)]
    assert len(desk.assignments.listed(person="bela", closed=True)) == 2
    with pytest.raises(NotFound, match="no unit u99"):
        desk.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", "u1", "u99"))
    with pytest.raises(HexaplaError, match="u4 comes after unit u2"):
        desk.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", "u4", "u2"))
