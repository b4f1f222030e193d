"""Entries carried over to other units when their text changes, in one change set that can be taken back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desk_texts import ANNA, BELA, entry, numbered, put, save, text_of, texts_of
from hexapla.desk import Desk
from hexapla.model.catalog import Comment, Entry, State, Suggestion, Waiver
from hexapla.model.change import Carry, Draft

SPLIT = {**numbered(6), "u2": "The wheel turns", "u2a": "2 times."}
SPLIT = {unit: SPLIT[unit] for unit in ("u1", "u2", "u2a", "u3", "u4", "u5", "u6")}
MERGED = {unit: source for unit, source in numbered(6).items() if unit != "u3"}
MERGED["u2"] = "The wheel turns 2 times. The wheel turns 3 times."


def shape(desk: Desk) -> Any:
    """Return all that a person sees, and what was put aside with a text."""
    rows = [(row.entry, row.position) for row in desk.rows("t1", "hu", limit=None)]
    return rows, desk.tei("t1"), desk.texts()


def carried(desk: Desk, sources: dict[str, str], carry: Carry, **options: Any) -> int:
    return put(desk, sources, carry=carry, kind="split", note="Unit u2 in two.", **options)


def in_two(lang: str, entries: Iterable[Entry]) -> Iterable[Entry]:
    for one in entries:
        if one.units == ("u2",):
            first, _space, rest = one.msgstr.partition(" ")
            yield replace(one, msgstr=first, state=State.NEEDS_WORK, previous=one.msgid)
            yield replace(one, units=("u2a",), msgstr=rest, state=State.NEEDS_WORK, previous=one.msgid)
        else:
            at = one.units.index("u2") + 1
            yield replace(one, units=(*one.units[:at], "u2a", *one.units[at:]))


def into_one(lang: str, entries: Iterable[Entry]) -> Iterable[Entry]:
    first, second = entries
    yield replace(
        first,
        msgstr=f"{first.msgstr} {second.msgstr}",
        state=min(first.state, second.state, key=lambda state: state.rank),
        waivers=first.waivers + second.waivers,
        suggestions=first.suggestions + second.suggestions,
        comments=first.comments + second.comments,
    )


def test_a_translation_is_divided_with_its_remarks_and_undone(desk: Desk) -> None:
    save(desk, "u2", "Kétszer fordul.", person=BELA, state=State.APPROVED)
    waiver = Waiver("number-changed", "2", ("u2",), "abc", "It is the author's.")
    desk.remarks.waive(ANNA, "t1", "hu", ("u2",), waiver)
    desk.remarks.comment(BELA, "t1", "hu", ("u2",), "Twice?", question="author")
    desk.suggest(BELA, "t1", "hu", ("u2",), "Duplán fordul.", "person")
    before = shape(desk)
    number = carried(desk, SPLIT, in_two)
    first, second = (row.entry for row in desk.rows("t1", "hu")[1:3])
    assert (first.units, first.msgstr, first.state) == (("u2",), "Kétszer", State.NEEDS_WORK)
    assert (second.units, second.msgstr, second.by) == (("u2a",), "fordul.", "bela")
    assert second.previous == "The wheel turns 2 times."
    assert second.remarks == first.remarks and len(second.remarks) == 3
    (change,) = desk.changes.listed(limit=1)
    assert (change.number, change.kind, change.note) == (number, "split", "Unit u2 in two.")
    desk.changes.undo(ANNA, number)
    assert shape(desk) == before
    carried(desk, SPLIT, in_two)
    again = desk.row("t1", "hu", "u2a").entry
    assert again == second, "what the undo closed is open again"


def test_what_somebody_closed_on_the_new_unit_alone_stays_closed(desk: Desk) -> None:
    desk.suggest(BELA, "t1", "hu", ("u2",), "Duplán fordul.", "person")
    carried(desk, SPLIT, in_two)
    (offered,) = desk.row("t1", "hu", "u2a").entry.suggestions
    desk.remarks.turn(ANNA, "suggestion", offered.id, to_open=False)
    assert [one.text for one in desk.row("t1", "hu", "u2").entry.suggestions] == ["Duplán fordul."]
    put(desk, {**SPLIT, "u5": "It stands."}, carry=lambda _lang, entries: entries)
    assert desk.row("t1", "hu", "u2a").entry.suggestions == ()


def test_translations_are_joined_and_undone(desk: Desk) -> None:
    save(desk, "u2", "Kettő.", state=State.APPROVED)
    save(desk, "u3", "Három.", person=BELA)
    desk.remarks.comment(BELA, "t1", "hu", ("u3",), "Three?")
    before = shape(desk)
    number = carried(desk, MERGED, into_one)
    row = desk.row("t1", "hu", "u2").entry
    assert (row.msgstr, row.state, row.msgid) == ("Kettő. Három.", State.TRANSLATED, MERGED["u2"])
    assert [one.text for one in row.comments] == ["Three?"]
    desk.changes.undo(ANNA, number)
    assert shape(desk) == before


def test_a_join_gains_the_new_part_and_gives_it_back(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy és kettő.", State.REVIEWED)], kind="align")
    before = shape(desk)
    number = carried(desk, SPLIT, in_two)
    assert list(texts_of(desk)) == ["u1+u2+u2a", "u3", "u4", "u5", "u6"]
    row = desk.row("t1", "hu", "u2a").entry
    assert (row.msgstr, row.state) == ("Egy és kettő.", State.REVIEWED)
    assert row.msgid == "The wheel turns 1 times. The wheel turns 2 times."
    desk.changes.undo(ANNA, number)
    assert shape(desk) == before


def test_only_entries_that_the_change_touches_are_asked_about(desk: Desk) -> None:
    asked: list[tuple[str, list[str]]] = []

    def carry(lang: str, entries: tuple[Entry, ...]) -> Iterable[Entry]:
        asked.append((lang, [one.context for one in entries]))
        return ()

    carried(desk, {**MERGED, "u7": "New."}, carry)
    assert asked == [("hu", ["u2", "u3"])]
    assert carried(desk, {**MERGED, "u7": "New."}, carry) == 0
    assert len(asked) == 1, "a text that did not change is not asked about"


def test_units_that_were_only_corrected_keep_their_states(desk: Desk) -> None:
    for unit in ("u1", "u2"):
        save(desk, unit, f"{unit}.", state=State.APPROVED)
    desk.fill(ANNA, "t1", "hu", [entry("u3+u4", "Három, négy.", State.REVIEWED)], kind="align")
    sources = {**numbered(6), "u1": "One.", "u2": "Two.", "u3": "Three."}
    put(desk, sources, minor={"u1", "u3"})
    rows = {row.entry.context: row.entry for row in desk.rows("t1", "hu")}
    assert (rows["u1"].state, rows["u1"].msgid, rows["u1"].previous) == (State.APPROVED, "One.", None)
    assert (rows["u2"].state, rows["u2"].previous) == (State.NEEDS_WORK, "The wheel turns 2 times.")
    assert rows["u3+u4"].state is State.REVIEWED, "the other unit of the join did not change"
    put(desk, {**sources, "u3": "3.", "u4": "4."}, minor={"u3"})
    assert desk.row("t1", "hu", "u3").entry.state is State.NEEDS_WORK


def draft(desk: Desk, units: tuple[str, ...], text: str) -> None:
    desk.drafts.keep(ANNA, Draft("t1", "hu", units, text, 0, client="w1"))


def typed(desk: Desk) -> dict[str, str]:
    rows = desk.rows("t1", "hu", person="anna", limit=None)
    return {row.entry.context: row.draft.msgstr for row in rows if row.draft}


def test_what_somebody_types_follows_its_unit_into_a_join_and_back(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy és kettő.")], kind="align")
    draft(desk, ("u1", "u2"), "Egy, kettő")
    number = carried(desk, SPLIT, in_two)
    assert typed(desk) == {"u1+u2+u2a": "Egy, kettő"}
    desk.changes.undo(ANNA, number)
    assert typed(desk) == {"u1+u2": "Egy, kettő"}


def test_what_somebody_types_at_a_unit_that_goes_is_offered_where_its_words_went(desk: Desk) -> None:
    draft(desk, ("u2",), "Kett")
    draft(desk, ("u3",), "Háro")
    number = carried(desk, MERGED, into_one)
    assert typed(desk) == {"u2": "Kett"}
    assert desk.row("t1", "hu", "u2").entry.suggestions == (
        Suggestion("Háro", "anna", desk.row("t1", "hu", "u2").entry.suggestions[0].at, "draft"),
    )
    desk.changes.undo(ANNA, number)
    assert typed(desk) == {"u2": "Kett", "u3": "Háro"}


def test_a_text_that_is_added_has_nothing_to_carry(desk: Desk) -> None:
    asked: list[tuple[Entry, ...]] = []

    def carry(_lang: str, entries: tuple[Entry, ...]) -> Iterable[Entry]:
        asked.append(entries)
        return [replace(entry("u1", "Egy."), comments=(Comment("New.", "bela", "2026-01-01T00:00:00Z"),))]

    desk.put_text(ANNA, text_of({"u1": "One."}, id="t2"), slug="two", tei=b"", languages=["hu"], carry=carry)
    assert asked == [()]
    (row,) = desk.rows("t2", "hu")
    assert (row.entry.msgstr, row.entry.comments[0].by) == ("Egy.", "bela")
