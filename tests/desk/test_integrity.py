"""``check`` names what somebody has done to the file behind the program's back (F12)."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_texts import ANNA, entry, numbered, put, save
from hexapla.desk import Desk


@pytest.fixture
def damaged(path: Path) -> Iterator[tuple[Desk, sqlite3.Connection]]:
    with Desk.open(path) as desk:
        put(desk, numbered(3))
        save(desk, "u1", "Egy.")
        save(desk, "u2", "Kettő.")
        desk.put_document("glossary.tbx", b"<tbx/>")
        assert desk.check() == []
        with sqlite3.connect(path, isolation_level=None) as raw:
            yield desk, raw


@pytest.mark.parametrize("attack", ["UPDATE revision SET msgstr = 'forged'", "DELETE FROM revision"])
def test_revisions_are_append_only(damaged: tuple[Desk, sqlite3.Connection], attack: str) -> None:
    desk, raw = damaged
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(attack)
    assert desk.check() == []


@pytest.mark.parametrize(
    ("attack", "sentence"),
    [
        (
            "UPDATE revision SET msgstr = 'forged' WHERE number = 1",
            "Revision 1 (u1): its text is not the one",
        ),
        (
            "DELETE FROM revision WHERE number = 1",
            "There are 1 revisions; the newest is number 2, and 2 were counted.",
        ),
        ("UPDATE counter SET value = 7", "and 7 were counted"),
        (
            "UPDATE entry SET msgstr = 'forged' WHERE context = 'u1'",
            "t1, hu, u1: the entry is not what its last",
        ),
        (
            "UPDATE entry SET msgstr = 'forged' WHERE context = 'u3'",
            "t1, hu, u3: the entry is not what its last",
        ),
        ("UPDATE entry SET revision = 0 WHERE context = 'u1'", "t1, hu, u1: the entry is not what its last"),
        ("UPDATE entry_unit SET live = 0 WHERE unit = 'u3'", "t1, hu, u3: the unit is in no entry"),
        ("UPDATE entry SET position = 9 WHERE context = 'u3'", "t1, hu, u3: the entry does not stand where"),
        ("UPDATE entry SET context = 'u9' WHERE context = 'u3'", "t1, hu, u9: the entry holds other units"),
        ("UPDATE entry SET size = 2 WHERE context = 'u3'", "t1, hu, u3: the entry holds other units"),
        ("UPDATE entry SET changeset = 99 WHERE context = 'u3'", "t1, hu, u3: what it came with is missing"),
        ("UPDATE unit SET position = 9 WHERE id = 'u3'", "t1: its 3 units are not numbered from 1 to 3"),
        ("DELETE FROM unit WHERE id = 'u3'", "t1, hu, u3: the entry does not stand as its units do"),
        ("DELETE FROM entry_words WHERE rowid = 1", "The index of words is wrong for one entry"),
        (
            "UPDATE entry_words SET target = 'egyke' WHERE rowid = 1",
            "The index of words is wrong for one entry",
        ),
        ("INSERT INTO entry_words (rowid, source, target) VALUES (99, 'a', 'b')", "wrong for one entry"),
        ("UPDATE text SET tei = x'00'", "mill: the document is not the one"),
        ("UPDATE document SET source = x'00'", "glossary.tbx: the document is not the one"),
        ("UPDATE revision SET changeset = 99 WHERE number = 2", "what it refers to in changeset is missing"),
    ],
)
def test_a_fault_is_one_sentence(
    damaged: tuple[Desk, sqlite3.Connection], attack: str, sentence: str
) -> None:
    desk, raw = damaged
    raw.execute("DROP TRIGGER revision_no_update")
    raw.execute("DROP TRIGGER revision_no_delete")
    raw.execute(attack)
    assert any(sentence in fault for fault in desk.check()), desk.check()


def test_no_unit_can_be_in_two_live_entries(damaged: tuple[Desk, sqlite3.Connection]) -> None:
    desk, raw = damaged
    desk.fill(ANNA, "t1", "hu", [entry("u1+u2", "Egy-kettő.")], kind="align")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        raw.execute("UPDATE entry_unit SET live = 1")
