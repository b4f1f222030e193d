import sqlite3
import stat
from pathlib import Path

import pytest

from desk_texts import put, save
from hexapla.desk import Desk, opening
from hexapla.model.errors import CannotWrite, DeskError, HexaplaError


def test_a_new_desk_is_made_with_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / ".hexapla" / "desk.sqlite3"
    with Desk.open(path, edition="e1") as desk:
        assert desk.edition == "e1"
        assert desk.check() == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_first_edition_that_is_named_owns_the_desk(path: Path) -> None:
    with Desk.open(path) as desk:
        assert desk.edition == ""
    Desk.open(path, edition="e1").close()
    with Desk.open(path) as desk:
        assert desk.edition == "e1"
    with pytest.raises(DeskError, match=r"desk\.sqlite3 belongs to another edition \(e1\)"):
        Desk.open(path, edition="e2")


def test_the_signing_key_is_made_once(path: Path) -> None:
    with Desk.open(path) as desk:
        key = desk.key()
    with Desk.open(path) as desk:
        assert desk.key() == key
    with Desk.open(path.with_name("other.sqlite3")) as other:
        assert len(other.key()) == 32
        assert other.key() != key


def test_a_url_names_the_same_file(path: Path) -> None:
    Desk.open(f"sqlite:///{path}", edition="e1").close()
    with Desk.open(path) as desk:
        assert desk.edition == "e1"


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite://", "no such://url", "://"])
def test_another_url_is_refused(url: str) -> None:
    with pytest.raises(DeskError, match="A desk is a file"):
        Desk.open(url)


def test_without_create_nothing_is_written(path: Path) -> None:
    with pytest.raises(DeskError, match="There is no desk"):
        Desk.open(path, create=False)
    assert not path.exists()
    with Desk.open(path) as desk:
        put(desk, {"u1": "One."})
    before = path.read_bytes()
    with Desk.open(path, edition="e1", create=False) as desk:
        assert [row.entry.msgid for row in desk.rows("t1", "hu")] == ["One."]
        assert desk.edition == ""
    assert path.read_bytes() == before


def test_opening_a_desk_that_needs_nothing_writes_nothing(path: Path) -> None:
    Desk.open(path, edition="e1").close()
    before = path.read_bytes()
    Desk.open(path, edition="e1").close()
    assert path.read_bytes() == before


def test_an_empty_file_is_not_a_desk_for_a_reader(path: Path) -> None:
    path.touch()
    with pytest.raises(DeskError, match="present schema"):
        Desk.open(path, create=False)


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 500)
    with pytest.raises(DeskError, match="is no desk"):
        Desk.open(path)
    assert path.read_bytes() == b"Dear diary, " * 500


def test_another_program_s_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (name)")
    with pytest.raises(DeskError, match="not a desk"):
        Desk.open(path)


def test_a_desk_of_a_newer_program_is_refused(path: Path) -> None:
    Desk.open(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(DeskError, match=r"newer Hexapla \(schema 0999\); update the program"):
        Desk.open(path)


def test_a_place_that_cannot_hold_a_desk_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"desk\.sqlite3 cannot be made"):
        Desk.open(tmp_path / "file" / "desk.sqlite3")


def test_connections_are_safe(path: Path) -> None:
    with Desk.open(path) as desk, desk._reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(query).scalar()
            for name, query in {
                "synchronous": "PRAGMA synchronous",
                "foreign_keys": "PRAGMA foreign_keys",
                "busy_timeout": "PRAGMA busy_timeout",
                "journal": "PRAGMA journal_mode",
            }.items()
        }
    journal = "wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "truncate"
    assert pragmas == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000, "journal": journal}


def test_readers_go_on_while_somebody_writes(file_desk: Desk, path: Path) -> None:
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE entry SET msgstr = 'half done'")
        assert [row.entry.msgstr for row in file_desk.rows("t1", "hu")] == [""] * 6
        writer.execute("ROLLBACK")


def test_a_desk_that_stays_busy_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hexapla.desk.sqlite.BUSY", 0.01)
    with Desk.open(path) as desk, sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError, match="busy"):
            put(desk, {"u1": "One."})
        writer.execute("ROLLBACK")
        assert put(desk, {"u1": "One."})


def test_a_full_disk_is_one_sentence_and_nothing_is_lost(file_desk: Desk) -> None:
    save(file_desk, "u1", "Egy.")
    with file_desk._writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    # The limit holds for the one pooled connection, as a full disk would.
    with file_desk._writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = " + str(pages + 1))
    with pytest.raises(CannotWrite, match=r"SQLITE_FULL.*What was saved before is whole"):
        file_desk.put_document("original", b"x" * 1_000_000)
    with file_desk._writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert file_desk.row("t1", "hu", "u1").entry.msgstr == "Egy."
    file_desk.put_document("original", b"x" * 1_000_000)


def test_half_a_character_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(HexaplaError, match="half a character"):
        save(desk, "u1", "a\ud800b")


def test_two_that_open_a_new_desk_at_once_agree_on_its_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second has seen no owner yet when the first becomes it."""
    path = tmp_path / "desk.sqlite3"
    Desk.open(path).close()
    genuine, asked = opening.value, []

    def late(connection: object, name: str) -> str:
        asked.append(name)
        if asked.count("edition") == 1:
            with monkeypatch.context() as patch:
                patch.setattr(opening, "value", genuine)
                Desk.open(path, edition="e1").close()
            return ""
        return genuine(connection, name)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "value", late)
    with Desk.open(path, edition="e1") as desk:
        assert desk.edition == "e1"
