import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from desk_texts import ANNA, BELA, entry, put, save, text_of
from hexapla.desk import Desk, words
from hexapla.model.catalog import State
from hexapla.model.change import Draft
from hexapla.model.errors import NotFound


def test_pages_follow_each_other(desk: Desk) -> None:
    first = desk.rows("t1", "hu", limit=4)
    second = desk.rows("t1", "hu", after=first[-1].position, limit=4)
    assert [row.entry.context for row in first + second] == ["u1", "u2", "u3", "u4", "u5", "u6"]
    assert desk.rows("t1", "hu", after=second[-1].position) == []
    assert desk.rows("t9", "hu") == []


def test_a_page_costs_a_look_into_an_index(file_desk: Desk) -> None:
    queries: list[str] = []
    with file_desk._reading() as connection:
        event.listen(connection.engine, "before_cursor_execute", lambda *call: queries.append(call[2]))
    file_desk.rows("t1", "hu", after=2, limit=2)
    file_desk.next("t1", "hu", after=2, states=set(State))
    asked = [query for query in queries if query.startswith("SELECT")]
    assert len(asked) > 4
    with file_desk._reading() as connection:
        for query in asked:
            arguments = (1,) * query.count("?")
            plan = [row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + query, arguments)]
            assert not [
                step for step in plan if re.match(r"SCAN (entry|waiver|suggestion|comment|draft)", step)
            ], query
            if query.endswith("LIMIT ? OFFSET ?"):
                assert not [step for step in plan if "TEMP B-TREE" in step], query


def test_a_unit_is_found_through_its_join(desk: Desk) -> None:
    desk.fill(ANNA, "t1", "hu", [entry("u2+u3", "Kettő és három.")], kind="align")
    assert desk.row("t1", "hu", "u3").entry.context == "u2+u3"
    assert desk.position("t1", "hu", "u3") == 2
    assert desk.position("t1", "hu", "u4") == 4
    assert desk.count("t1", "hu") == 5
    with pytest.raises(NotFound, match="u9"):
        desk.position("t1", "hu", "u9")


def test_drafts_are_shown_to_their_person_alone(desk: Desk) -> None:
    desk.drafts.keep(ANNA, Draft("t1", "hu", ("u2",), "Ket", 0))
    assert [row.draft.msgstr for row in desk.rows("t1", "hu", person="anna") if row.draft] == ["Ket"]
    assert not any(row.draft for row in desk.rows("t1", "hu", person="bela"))
    assert not any(row.draft for row in desk.rows("t1", "hu"))


def test_next_goes_round_once(desk: Desk) -> None:
    save(desk, "u2", "Kettő.", state=State.NEEDS_WORK)
    save(desk, "u5", "Öt.", state=State.APPROVED)
    wanted = {State.NEEDS_WORK, State.APPROVED}
    assert desk.next("t1", "hu", after=2, states=wanted) == "u5"
    assert desk.next("t1", "hu", after=5, states=wanted) == "u2"
    assert desk.next("t1", "hu", after=2, states={State.NEEDS_WORK}) == "u2"
    assert desk.next("t1", "hu", after=0, states={State.OMITTED}) is None
    assert desk.next("t1", "hu", after=0, states=()) is None


def test_progress_counts_units_and_words_of_live_entries(desk: Desk) -> None:
    desk.put_text(
        ANNA,
        text_of({"u1": "A water-<hi>mill</hi> &amp; 水車."}, id="t0"),
        slug="a",
        tei=b"",
        languages=["de"],
        position=0,
    )
    desk.fill(
        ANNA,
        "t1",
        "hu",
        [entry("u1+u2", "Egy."), entry("u3", "", State.OMITTED, reason="said before")],
        kind="align",
    )
    other, own = desk.progress()
    assert (other.text, other.lang, other.units[State.UNTRANSLATED], other.words[State.UNTRANSLATED]) == (
        "t0",
        "de",
        1,
        5,
    )
    assert (own.text, own.lang, own.total) == ("t1", "hu", 6)
    assert {state: count for state, count in own.units.items() if count} == {
        State.TRANSLATED: 2,
        State.OMITTED: 1,
        State.UNTRANSLATED: 3,
    }
    assert own.words[State.TRANSLATED] == 10
    assert desk.progress("t1", "hu") == [own]
    assert desk.progress("t1", "de") == []


def test_documents_are_kept_whole(desk: Desk) -> None:
    assert desk.document("glossary.tbx") is None
    for source in (b"\x00\xff first", b""):
        desk.put_document("glossary.tbx", source)
        assert desk.document("glossary.tbx") == source


def test_people_s_names_follow(desk: Desk) -> None:
    save(desk, "u1", "Egy.", person=BELA)
    put(desk, {"u1": "Changed."})
    assert {one.by for one in desk.since(0)} == {"bela", "anna"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_words_of_any_text_can_be_counted(source: str) -> None:
    assert 0 <= words.count(source) <= len(source)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("", 0),
        ("The mill.", 2),
        ("a commodity-phantom", 2),
        ("Arbeiter*innen und Arbeiter:innen", 3),
        ("don’t <hi>stop</hi>", 2),
        ("A &lt; B", 2),
        ("水車が回る", 5),
        ("die 3 Räder — alle", 4),
    ],
)
def test_words(source: str, count: int) -> None:
    assert words.count(source) == count
