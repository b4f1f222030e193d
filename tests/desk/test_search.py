"""Searching: both databases find the same, in the order of the edition, page by page."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from desk_texts import ANNA, BELA, numbered, put, save, text_of
from hexapla.desk import Desk, search
from hexapla.desk.words import folded
from hexapla.model.assignment import Assignment
from hexapla.model.catalog import State
from hexapla.model.search import Cursor, Has, Query, Side, Words

SOURCES = {
    "u1": "The mill stands where the <hi>river</hi> bends.",
    "u2": "Nobody has ground flour here; the millers are gone.",
    "u3": "A commodity-phantom stands in the mill.",
    "u4": "水車は川のそばに立つ。",
    "u5": "Café &amp; mill",
}


@pytest.fixture
def full(desk: Desk) -> Desk:
    put(desk, SOURCES, languages=("hu", "de"))
    save(desk, "u1", "A malom ott áll, ahol a folyó kanyarodik.")
    save(desk, "u3", "Egy árufantom áll a malomban.", state=State.REVIEWED, person=BELA)
    save(desk, "u5", "Kávéház <hi>és malom", state=State.NEEDS_WORK)
    return desk


def found(desk: Desk, query: Query, **options: Any) -> list[str]:
    return [f"{row.entry.context} {cursor.lang}" for cursor, row in desk.search.page(query, **options)]


def words(text: str, side: Side = Side.ANY, *, begins: bool = False, absent: bool = False) -> Query:
    return Query((Words(tuple(folded(text)), side, begins, absent),), langs=frozenset({"hu"}))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (words("mill", begins=True), ["u1", "u2", "u3", "u5"]),
        (words("mill"), ["u1", "u3", "u5"]),
        (words("MILL stands"), ["u1"]),
        (words("commodity phantom"), ["u3"]),
        (words("arufantom"), ["u3"]),
        (words("áll"), ["u1", "u3"]),
        (words("áll", Side.SOURCE), []),
        (words("river", Side.TARGET), []),
        (words("cafe"), ["u5"]),
        (words("川のそば"), ["u4"]),
        (words("川立"), []),
        (words("mill", absent=True), ["u2", "u4"]),
        (Query(states=frozenset({State.REVIEWED, State.NEEDS_WORK})), ["u3", "u5"]),
        (Query(by="bela"), ["u3"]),
        (Query(since="2020", until="2021~"), []),
        (Query(since="2020"), ["u1", "u3", "u5"]),
        (Query(findings=frozenset({"markup-broken"})), ["u5"]),
        (Query(findings=frozenset({"any"})), ["u5"]),
        (Query(either=(Words(("ground", "flour")), Words(("phantom",)))), ["u2", "u3"]),
        (Query((Words(("stands",)), Words(("malom",))), langs=frozenset({"hu"})), ["u1"]),
    ],
)
def test_what_is_found(full: Desk, query: Query, expected: list[str]) -> None:
    narrowed = Query(**(vars(query) | {"langs": frozenset({"hu"})}))
    assert found(full, narrowed) == [f"{context} hu" for context in expected]
    assert full.search.count(narrowed) == len(expected)


def test_words_that_are_operators_somewhere_are_words(full: Desk) -> None:
    for text in ("and", "NEAR", "or not", "a''b", "source", "x*"):
        assert found(full, words(text)) == []


def test_what_entries_have(full: Desk) -> None:
    full.remarks.comment(ANNA, "t1", "hu", ("u2",), "Gone?", question="author")
    number = full.remarks.comment(ANNA, "t1", "de", ("u1",), "Yes.")
    full.suggest(BELA, "t1", "hu", ("u1",), "Más.", "sync")
    assert found(full, Query(has=frozenset({Has.COMMENT}))) == ["u1 de", "u2 hu"]
    assert found(full, Query(has=frozenset({Has.QUESTION}))) == ["u2 hu"]
    assert found(full, Query(has=frozenset({Has.SUGGESTION}))) == ["u1 hu"]
    assert found(full, Query(findings=frozenset({"sync-conflict"}))) == ["u1 hu"]
    full.remarks.turn(ANNA, "comment", number, to_open=False)
    assert found(full, Query(has=frozenset({Has.COMMENT}))) == ["u2 hu"]
    offered = full.row("t1", "hu", "u1").entry.suggestions[0].id
    full.remarks.turn(ANNA, "suggestion", offered, to_open=False)
    assert found(full, Query(findings=frozenset({"sync-conflict"}))) == []
    save(full, "u5", "Kávéház <hi>és</hi> malom")
    assert found(full, Query(findings=frozenset({"any"}))) == []


def test_what_is_assigned(full: Desk) -> None:
    full.assignments.add(ANNA, BELA, Assignment("t1", "hu", "bela", "u2", "u3"))
    assert found(full, Query(assigned="bela")) == ["u2 hu", "u3 hu"]
    assert found(full, Query(assigned="anna")) == []


@pytest.mark.parametrize("few", [0, 2000])
def test_pages_follow_each_other_through_texts_and_languages(
    full: Desk, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Whether entries are fetched whole or walked, the pages are the same."""
    monkeypatch.setattr(search, "FEW", few)
    full.put_text(
        ANNA, text_of({"u1": "Another mill."}, id="t2"), slug="second", tei=b"<TEI/>", languages=("hu",)
    )
    query = Query((Words(("mill",)),))
    every = [cursor for cursor, _row in full.search.page(query, limit=100)]
    assert [(one.text, one.lang) for one in every] == [("t1", "de")] * 3 + [("t1", "hu")] * 3 + [("t2", "hu")]
    paged: list[Cursor] = []
    while some := full.search.page(query, after=paged[-1] if paged else None, limit=2):
        paged += [cursor for cursor, _row in some]
    assert paged == every


def test_obsolete_entries_are_not_found(full: Desk) -> None:
    put(full, {"u2": SOURCES["u2"]}, tei=b"<TEI>2</TEI>", languages=("hu", "de"))
    assert found(full, words("malom")) == []


def test_a_search_looks_into_an_index(file_desk: Desk) -> None:
    queries: list[tuple[str, Any]] = []
    put(file_desk, numbered(30), tei=b"<TEI>30</TEI>")
    with file_desk._reading() as connection:
        event.listen(
            connection.engine, "before_cursor_execute", lambda *call: queries.append((call[2], call[3]))
        )
    file_desk.search.page(Query((Words(("wheel",)),), states=frozenset({State.UNTRANSLATED})), limit=5)
    file_desk.search.page(Query(has=frozenset(Has), by="anna"), limit=5)
    asked = [(query, values) for query, values in queries if query.startswith("SELECT entry.id")]
    assert len(asked) >= 1
    with file_desk._reading() as connection:
        for query, values in asked:
            plan = [row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + query, values)]
            assert not [
                step for step in plan if re.match(r"SCAN (entry|comment|suggestion|waiver)\b", step)
            ], plan


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_folding_is_stable_and_knows_no_case(text: str) -> None:
    pieces = folded(text)
    assert folded(" ".join(pieces)) == pieces
    assert all(piece.isalnum() for piece in pieces)
