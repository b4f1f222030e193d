"""F12: history attacked with raw SQL, or a byte of it turned over on the disk."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desk_texts import numbered, put, save
from hexapla.desk import Desk

ATTACKS = {
    "update": "UPDATE revision SET msgstr = 'forged' WHERE number = 1",
    "update nothing": "UPDATE revision SET msgstr = msgstr WHERE number = 1",
    "delete": "DELETE FROM revision WHERE number = 2",
    "delete all": "DELETE FROM revision",
}


@pytest.fixture
def desk(where: str | Path) -> Desk:
    opened = Desk.open(where, edition="e1")
    put(opened, numbered(2))
    save(opened, "u1", "Egy szép malom.")
    save(opened, "u1", "Egy nagyon szép malom.")
    return opened


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_was_said_cannot_be_unsaid(desk: Desk, attack: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), desk._database.engine().begin() as connection:
        connection.execute(text(ATTACKS[attack]))
    assert [one.msgstr for one in desk.revisions("t1", "hu", "u1")] == [
        "Egy szép malom.",
        "Egy nagyon szép malom.",
    ]
    assert desk.check() == []
    desk.close()


def test_truncate_is_refused_where_there_is_such_a_thing(desk: Desk) -> None:
    if desk.shared:
        with pytest.raises(DBAPIError, match="append-only"), desk._database.engine().begin() as connection:
            connection.execute(text("TRUNCATE revision CASCADE"))
    assert desk.last_revision() == 2
    desk.close()


def test_one_byte_that_was_turned_over_on_the_disk_is_named(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    with Desk.open(path, edition="e1") as desk:
        put(desk, numbered(2))
        save(desk, "u1", "Egy szép malom.")
        save(desk, "u1", "Egy nagyon szép malom.")
    source = path.read_bytes()
    word = "szép malom".encode()
    places = [at for at in range(len(source)) if source.startswith(word, at)]
    assert places
    told = []
    for at in places:
        path.write_bytes(source[:at] + b"S" + source[at + 1 :])
        with Desk.open(path, edition="e1") as desk:
            told += desk.check()
    assert any("Revision 1 (u1): its text is not the one that was saved" in sentence for sentence in told)
