"""Texts on their way in, as rows: from the file that was brought to its end, and who is too late."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

import old_schemas
from desk_texts import ANNA, BELA
from hexapla.desk import Desk, migrations
from hexapla.model.errors import NotFound
from hexapla.model.importing import ImportState, Read

FILE = b"The mill.\r\n\0\xff"


def brought(desk: Desk) -> int:
    return desk.incoming.add(ANNA, name="mill.txt", source=FILE, slug="mill-2", title="")


def opened(desk: Desk) -> int:
    number = brought(desk)
    made = Read(b"<TEI>read</TEI>", b"<TEI>read</TEI>", 4, 4, '{"reader": "plain"}')
    assert desk.incoming.put_reading(number, made, title="The mill", lang="en")
    return number


def test_a_file_is_kept_read_changed_and_stored(desk: Desk) -> None:
    number = brought(desk)
    row = desk.incoming.get(number)
    assert (row.state, row.version, row.person, row.name) == (ImportState.READING, 1, "anna", "mill.txt")
    assert desk.incoming.source(number) == FILE
    made = Read(b"<TEI>read</TEI>", b"<TEI>read</TEI>", 4, 4, '{"reader": "plain"}')
    assert desk.incoming.put_reading(number, made, title="The mill", lang="en", target="hu")
    row, read = desk.incoming.read(number)
    assert (row.state, row.title, row.lang, row.target) == (ImportState.OPEN, "The mill", "en", "hu")
    assert read == made
    assert desk.incoming.change(BELA, number, row.version, tei=b"<TEI>now</TEI>", next=5, steps='["one"]')
    row, read = desk.incoming.read(number)
    assert (row.by, row.version) == ("bela", 3)
    assert (read.reading, read.tei, read.first, read.next, read.steps) == (
        b"<TEI>read</TEI>",
        b"<TEI>now</TEI>",
        4,
        5,
        '["one"]',
    )
    assert desk.incoming.end(ANNA, number, row.version, ImportState.STORED, "mill-3")
    row, read = desk.incoming.read(number)
    assert (row.state, row.slug, row.state.over) == (ImportState.STORED, "mill-3", True)
    assert (desk.incoming.source(number), read.reading, read.tei) == (b"", b"", b"")


def test_what_is_over_is_not_listed(desk: Desk) -> None:
    waiting, refused, dropped, open_ = brought(desk), brought(desk), brought(desk), opened(desk)
    assert desk.incoming.refuse(refused, "No reader knows it.")
    assert desk.incoming.end(ANNA, dropped, 1, ImportState.DROPPED, "mill-2"), "one that is being read may go"
    assert [row.id for row in desk.incoming.listed()] == [open_, waiting]
    assert desk.incoming.get(refused).error == "No reader knows it."
    assert desk.incoming.source(refused) == b""


def test_who_saw_an_older_version_changes_nothing(desk: Desk) -> None:
    number = opened(desk)
    version = desk.incoming.get(number).version
    assert desk.incoming.change(ANNA, number, version, tei=b"a", next=4, steps="[1]")
    assert not desk.incoming.change(BELA, number, version, tei=b"b", next=4, steps="[2]")
    assert not desk.incoming.end(BELA, number, version, ImportState.DROPPED, "mill-2")
    assert desk.incoming.read(number)[1].tei == b"a"


def test_of_many_at_once_one_changes(desk: Desk) -> None:
    number = opened(desk)
    version = desk.incoming.get(number).version
    with ThreadPoolExecutor(8) as pool:
        done = list(
            pool.map(
                lambda n: desk.incoming.change(ANNA, number, version, tei=b"%d" % n, next=4, steps="[]"),
                range(8),
            )
        )
    assert done.count(True) == 1
    assert desk.incoming.read(number)[1].tei == b"%d" % done.index(True)


def test_what_is_over_is_neither_read_nor_changed(desk: Desk) -> None:
    number = opened(desk)
    row = desk.incoming.get(number)
    desk.incoming.end(ANNA, number, row.version, ImportState.DROPPED, row.slug)
    late = Read(b"x", b"x", 1, 1, "{}")
    assert not desk.incoming.put_reading(number, late, title="", lang="en")
    assert not desk.incoming.refuse(number, "late")
    assert not desk.incoming.change(ANNA, number, row.version + 1, tei=b"x", next=1, steps="[]")
    assert desk.incoming.get(number).state is ImportState.DROPPED
    with pytest.raises(NotFound, match="no import 99"):
        desk.incoming.get(99)
    with pytest.raises(NotFound, match="no import 99"):
        desk.incoming.read(99)


def test_what_has_been_over_for_long_is_forgotten(desk: Desk) -> None:
    kept, dropped, fresh = opened(desk), opened(desk), opened(desk)
    for number in (dropped, fresh):
        desk.incoming.end(ANNA, number, desk.incoming.get(number).version, ImportState.DROPPED, "mill-2")
    with desk._writing() as connection:
        for number in (kept, dropped):
            old = text("UPDATE incoming SET changed = '2020-01-01T00:00:00Z' WHERE id = :id")
            connection.execute(old, {"id": number})
    assert desk.upkeep.prune() == ["One import that is over was forgotten."]
    assert desk.upkeep.prune() == []
    assert [row.id for row in desk.incoming.listed()] == [kept], "one that is open is kept for good"
    assert desk.incoming.get(fresh).state is ImportState.DROPPED


def test_it_is_no_part_of_the_history(desk: Desk) -> None:
    before = desk.changes.listed(), desk.last_revision(), desk.watching.last()
    row = desk.incoming.get(opened(desk))
    desk.incoming.change(ANNA, row.id, row.version, tei=b"x", next=4, steps="[]")
    assert (desk.changes.listed(), desk.last_revision(), desk.watching.last()) == before


def test_a_desk_of_the_second_schema_gets_the_table(where: str | Path) -> None:
    """A desk as the program before left it is brought to today's schema when it is opened."""
    with Desk.open(where, edition="e1") as desk:
        key = desk.key()
        with desk._writing() as connection:
            old_schemas.before_incoming(connection)
    with Desk.open(where, edition="e1") as desk:
        assert desk.key() == key, "pages that are open stay signed in"
        assert desk.incoming.listed() == []
        assert desk.incoming.get(opened(desk)).state is ImportState.OPEN
        with desk._reading() as connection:
            assert migrations.version(connection) == migrations.SCHEMA
