"""The glossary in change sets: who is too late is told, and what is taken back takes no later change along."""

import pytest
from sqlalchemy import text

from desk_texts import ANNA, BELA
from hexapla.desk import Desk
from hexapla.model.errors import Conflict, HexaplaError

FIRST, SECOND, THIRD = b"<tbx>1\r\n\xff</tbx>", b"<tbx>2</tbx>", b"<tbx>3</tbx>"


def change(desk: Desk, before: bytes | None, after: bytes) -> int:
    return desk.glossary.change(ANNA, "terms", "kerék", before, after)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.put_document("glossary.tbx", FIRST)
    return desk


def test_a_change_is_taken_back_and_done_again(desk: Desk) -> None:
    version, listed = desk.glossary.version(), len(desk.changes.listed())
    assert change(desk, FIRST, FIRST) == 0 and len(desk.changes.listed()) == listed
    number = change(desk, FIRST, SECOND)
    newest = desk.changes.listed(limit=1)[0]
    assert (newest.number, newest.kind, newest.person, newest.note) == (number, "terms", "anna", "kerék")
    assert desk.glossary.read() == desk.document("glossary.tbx") == SECOND
    assert desk.glossary.version() != version
    undone = desk.changes.undo(BELA, number)
    assert undone.glossary and undone.restored == 0
    assert (desk.glossary.read(), desk.glossary.version()) == (FIRST, version)
    assert desk.changes.undo(BELA, number).change == 0, "nothing is left to take back"
    desk.changes.undo(BELA, undone.change)
    assert desk.glossary.read() == SECOND


def test_who_saw_another_glossary_changes_nothing(desk: Desk) -> None:
    change(desk, FIRST, SECOND)
    before = desk.changes.listed()
    for seen in (FIRST, None):
        with pytest.raises(Conflict, match="Somebody has changed the glossary in between"):
            change(desk, seen, THIRD)
    assert (desk.glossary.read(), desk.changes.listed()) == (SECOND, before)


def test_a_change_that_was_built_upon_is_refused_or_taken_out(desk: Desk) -> None:
    number = change(desk, FIRST, SECOND)
    desk.put_document("glossary.tbx", THIRD)  # as sync does
    before = desk.changes.listed()
    with pytest.raises(HexaplaError, match="changed since; take the later changes back first"):
        desk.changes.undo(ANNA, number)
    assert (desk.glossary.read(), desk.changes.listed()) == (THIRD, before)
    seen = []

    def without(*three: bytes) -> bytes:
        seen.append(three)
        return b"<tbx>3 without 2</tbx>"

    undone = desk.changes.undo(ANNA, number, without)
    assert seen == [(SECOND, THIRD, FIRST)]
    assert undone.glossary and desk.glossary.read() == b"<tbx>3 without 2</tbx>"
    desk.changes.undo(ANNA, undone.change)
    assert desk.glossary.read() == THIRD


def test_the_first_glossary_is_taken_back_by_whoever_can_write_an_empty_one(desk: Desk) -> None:
    with desk._writing() as connection:
        connection.execute(text("DELETE FROM document"))
    number = change(desk, None, FIRST)
    with pytest.raises(HexaplaError, match=f"Change set {number} made the glossary; it cannot be taken back"):
        desk.changes.undo(ANNA, number)
    assert desk.glossary.read() == FIRST
    desk.changes.undo(
        ANNA, number, lambda became, now, was: b"empty" if (became, now, was) == (FIRST, FIRST, b"") else now
    )
    assert desk.glossary.read() == b"empty"


def test_a_damaged_glossary_of_before_is_found(file_desk: Desk) -> None:
    change(file_desk, None, FIRST)
    assert file_desk.check() == []
    with file_desk._writing() as connection:
        kept = connection.execute(text("SELECT source FROM glossary_source")).scalar_one()
        connection.execute(text("UPDATE glossary_source SET source = :bytes"), {"bytes": kept[:-3]})
    assert file_desk.check() == ["A glossary of before a change is not the one that was stored."]
    with file_desk._writing() as connection:
        connection.execute(text("UPDATE glossary_source SET source = :bytes"), {"bytes": kept})
