"""Taking change sets back: what was, comes back; what somebody has done since, stays."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_texts import ANNA, BELA, numbered, put, save
from hexapla.desk import Desk
from hexapla.model.assignment import Assignment
from hexapla.model.catalog import Entry, State, Waiver
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.errors import HexaplaError, NotFound

WAIVER = Waiver("number-changed", "1848", ("u1",), "abc", "A slip of the author's.")


def entry(units: str, text: str, state: State = State.TRANSLATED) -> Entry:
    return Entry(tuple(units.split("+")), "", text, state if text else State.UNTRANSLATED)


def shape(desk: Desk, langs: Sequence[str] = ("hu",)) -> Any:
    """Return all that a person sees: entries with their remarks, the TEI, the assignments."""
    rows = {lang: [(row.entry, row.position) for row in desk.rows("t1", lang, limit=None)] for lang in langs}
    return rows, desk.tei("t1"), desk.texts(), [one.id for one in desk.assignments.listed()]


def last(desk: Desk) -> int:
    return desk.changes.listed(limit=1)[0].number


def test_a_save_is_taken_back_and_done_again(desk: Desk) -> None:
    save(desk, "u1", "Egy.")
    before = shape(desk)
    save(desk, "u1", "Kettő.", person=BELA, state=State.REVIEWED)
    after = shape(desk)
    undone = desk.changes.undo(ANNA, last(desk))
    assert (undone.restored, undone.skipped) == (1, ())
    assert shape(desk) == before, "author and time of the text are Anna's again"
    assert [one.kind for one in desk.revisions("t1", "hu", "u1")] == ["save", "save", "undo"]
    desk.changes.undo(ANNA, undone.change)
    assert shape(desk) == after
    listed = desk.changes.listed(limit=2)
    assert (listed[0].undoes, listed[1].undone_by) == (undone.change, listed[0].number)


def test_what_was_changed_since_stays_and_is_named(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u1", "Egy."), entry("u2", "Kettő.")], kind="sync")
    number = last(desk)
    save(desk, "u2", "Két.", person=BELA)
    undone = desk.changes.undo(ANNA, number)
    assert (undone.restored, undone.skipped) == (1, (("t1", "hu", "u2"),))
    assert [row.entry.msgstr for row in desk.rows("t1", "hu")][:2] == ["", "Két."]
    again = desk.changes.undo(ANNA, number)
    assert (again.change, again.restored) == (0, 0), "nothing is left to take back"
    assert {context for _text, _lang, context in again.skipped} == {"u1", "u2"}


def test_a_join_is_taken_back_whole_or_not_at_all(desk: Desk) -> None:
    save(desk, "u2", "Kettő.")
    before = shape(desk)
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy és kettő."), entry("u3+u4", "Öt.")], kind="align")
    number = last(desk)
    save(desk, "u3+u4", "Három és négy.")
    undone = desk.changes.undo(ANNA, number)
    assert {context for _text, _lang, context in undone.skipped} == {"u3", "u4", "u3+u4"}
    contexts = [row.entry.context for row in desk.rows("t1", "hu")]
    assert contexts == ["u1", "u2", "u3+u4", "u5", "u6"]
    assert shape(desk)[0]["hu"][:2] == before[0]["hu"][:2]
    desk.fill(ANNA, "t1", "hu", [entry("u5+u6", "")], kind="align")
    desk.changes.undo(ANNA, last(desk))
    assert [row.entry.context for row in desk.rows("t1", "hu")] == contexts


def test_a_replaced_text_comes_back_byte_for_byte_with_its_translations(desk: Desk) -> None:
    put(desk, numbered(6), languages=("hu", "de"))
    for unit in ("u1", "u2", "u3"):
        save(desk, unit, f"{unit} magyarul.", state=State.APPROVED)
    before = shape(desk, ("hu", "de"))
    put(
        desk,
        {"u3": "The wheel turns 3 times.", "u1": "The wheel stands.", "u7": "New."},
        tei=b"<TEI>second</TEI>",
        languages=("hu", "de"),
    )
    number = last(desk)
    assert desk.row("t1", "hu", "u1").entry.state is State.NEEDS_WORK
    desk.changes.undo(BELA, number)
    assert shape(desk, ("hu", "de")) == before
    assert [row.entry.context for row in desk.obsolete("t1", "hu")] == ["u7"]


def test_a_translation_made_since_follows_the_source_that_comes_back(desk: Desk) -> None:
    put(desk, {"u1": "The wheel stands.", "u7": "New."}, tei=b"<TEI>second</TEI>")
    number = last(desk)
    save(desk, "u1", "A kerék áll.")
    save(desk, "u7", "Új.")
    undone = desk.changes.undo(ANNA, number)
    assert ("t1", "hu", "u1") in undone.skipped
    row = desk.row("t1", "hu", "u1").entry
    assert (row.msgid, row.msgstr, row.state) == (
        "The wheel turns 1 times.",
        "A kerék áll.",
        State.NEEDS_WORK,
    )
    assert row.previous == "The wheel stands."
    assert [one.entry.msgstr for one in desk.obsolete("t1", "hu")] == ["Új."]
    put(desk, {"u1": "The wheel stands."}, tei=b"<TEI>third</TEI>")
    with pytest.raises(HexaplaError, match="take that one back first"):
        desk.changes.undo(ANNA, number)


def test_what_cannot_be_taken_back_says_so(desk: Desk) -> None:
    with pytest.raises(HexaplaError, match="added a text"):
        desk.changes.undo(ANNA, 1)
    with pytest.raises(NotFound, match="no change set 99"):
        desk.changes.undo(ANNA, 99)


def test_remarks_and_assignments_are_taken_back(desk: Desk) -> None:
    before = shape(desk)
    desk.remarks.comment(ANNA, "t1", "hu", ("u1",), "Which mill?", question="author")
    desk.remarks.waive(ANNA, "t1", "hu", ("u1",), WAIVER)
    desk.suggest(ANNA, "t1", "hu", ("u1",), "Egy.", "person")
    desk.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", "u1", "u3", due="2026-12-01"))
    made = shape(desk)
    for _act in range(4):
        newest = [one.number for one in desk.changes.listed() if not one.undone_by and not one.undoes]
        desk.changes.undo(ANNA, newest[0])
    assert shape(desk) == before
    for one in [one.number for one in desk.changes.listed(limit=4)]:
        desk.changes.undo(ANNA, one)
    assert shape(desk) == made


def test_an_accepted_suggestion_is_open_again_after_undo(desk: Desk) -> None:
    desk.suggest(BELA, "t1", "hu", ("u1",), "Egy.", "person")
    before = shape(desk)
    number = desk.row("t1", "hu", "u1").entry.suggestions[0].id
    change = Save("c", "op", "t1", "hu", ("u1",), "", State.TRANSLATED, 0, State.UNTRANSLATED)
    assert isinstance(desk.remarks.accept(ANNA, number, change), Saved)
    row = desk.row("t1", "hu", "u1").entry
    assert (row.msgstr, row.by, row.suggestions) == ("Egy.", "anna", ())
    desk.changes.undo(ANNA, last(desk))
    assert shape(desk) == before


def test_a_suggestion_accepted_too_late_is_answered_like_a_save(desk: Desk) -> None:
    desk.suggest(BELA, "t1", "hu", ("u1",), "Egy.", "person")
    number = desk.row("t1", "hu", "u1").entry.suggestions[0].id
    save(desk, "u1", "Kettő.")
    change = Save("c", "op", "t1", "hu", ("u1",), "", State.TRANSLATED, 0, State.UNTRANSLATED)
    answer = desk.remarks.accept(ANNA, number, change)
    assert isinstance(answer, Stale)
    assert (answer.ours, answer.theirs) == ("Egy.", "Kettő.")
    assert [one.text for one in desk.row("t1", "hu", "u1").entry.suggestions] == ["Egy."]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "fill", "revise", "comment", "suggest", "close"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_taking_everything_back_in_turn_leads_to_the_beginning(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    with Desk.open(Path(tmp_path_factory.mktemp("desk")) / "d.sqlite3") as desk:
        put(desk, numbered(6))
        done: list[tuple[int, Any]] = []
        for nth, (what, at, other) in enumerate(steps):
            before, known = shape(desk), last(desk)
            _act(desk, what, nth, at, other)
            if last(desk) != known:
                done.append((last(desk), before))
        for number, before in reversed(done):
            desk.changes.undo(ANNA, number)
            assert shape(desk) == before
            assert desk.check() == []


def _act(desk: Desk, what: str, nth: int, at: int, other: int) -> None:
    """Do one thing to the unit at a place of the present text, or to several from there on."""
    units = [unit for row in desk.rows("t1", "hu") for unit in row.entry.units]
    unit = units[at % len(units)]
    held = desk.row("t1", "hu", unit).entry
    if what == "save":
        save(desk, held.context, f"{nth}" if other else "", person=BELA)
    elif what == "fill":
        some = units[at % len(units) :][: other % 3 + 1]
        desk.fill(ANNA, "t1", "hu", [entry("+".join(some), f"{nth}." if other > 2 else "")], kind="align")
    elif what == "revise":
        sources = {one: f"{one}, {other}." for one in units if one != unit or len(units) == 1}
        put(desk, sources | {f"u{nth + 7}": "New."}, tei=f"<TEI n='{nth}'/>".encode())
    elif what == "comment":
        desk.remarks.comment(ANNA, "t1", "hu", held.units, f"Comment {nth}")
    elif what == "suggest":
        desk.suggest(ANNA, "t1", "hu", held.units, f"{other}", "person")
    elif held.comments:
        desk.remarks.turn(ANNA, "comment", held.comments[0].id, to_open=False)
