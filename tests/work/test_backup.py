"""Backup and restore as verbs: what they refuse to overwrite, which edition they mean, what the folder does later."""

import shutil
from pathlib import Path

import pytest

import databases
from commands.test_flow import hexapla
from editions import ANNA, entry_text, make, opened, translate
from hexapla.model.errors import BadFile, CannotWrite, Denied, DeskError, NotAnEdition
from hexapla.model.person import Person, Right
from hexapla.work import backup, doctor, sync
from hexapla.work.edition import as_server

OLGA = Person("olga", "Olga", frozenset({Right.TRANSLATE}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make(tmp_path / "edition")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        sync.settled(edition, ANNA)
    return folder


@pytest.fixture
def file(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "mill.backup"
    with opened(folder) as edition:
        backup.backup(edition, ANNA, path)
    return path


def test_a_lost_desk_is_back_with_its_history(folder: Path, file: Path) -> None:
    with opened(folder) as edition:
        history = edition.desk.since(0)
    shutil.rmtree(folder / ".hexapla")
    back = backup.restore(folder, ANNA, file)
    assert (back.wrong, back.restored.aside) == ((), "")
    with opened(folder) as edition:
        assert edition.desk.since(0) == history
        assert doctor.examine(edition, ANNA).wrong == ()
        translate(edition, "u3", "Sechzig Jahre.")


def test_later_work_comes_back_from_the_folder(folder: Path, file: Path) -> None:
    """An old backup loses nothing that was synced since: the folder says what came after it."""
    with opened(folder) as edition:
        translate(edition, "u2", "Die alte Mühle.")
        translate(edition, "u3", "Sechzig Jahre.")
        sync.settled(edition, ANNA)
    assert backup.restore(folder, ANNA, file).restored.aside.startswith("desk.sqlite3.before-restore-")
    with opened(folder) as edition:
        sync.settled(edition, ANNA)
        assert entry_text(edition, "u2") == "Die alte Mühle."
        assert entry_text(edition, "u3") == "Sechzig Jahre."
        assert doctor.examine(edition, ANNA).wrong == ()


def test_a_backup_replaces_a_backup_of_its_edition_and_nothing_else(
    folder: Path, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    other = make(tmp_path / "b" / "other")
    precious = folder / "source" / "edition.toml"
    before = precious.read_bytes()
    with opened(folder) as edition:
        translate(edition, "u3", "Sechzig Jahre.")
        assert backup.backup(edition, ANNA, file).revision == edition.desk.last_revision()
        for taken in (precious, tmp_path):
            with pytest.raises(CannotWrite, match="name another file"):
                backup.backup(edition, ANNA, taken)
    with opened(other) as edition, pytest.raises(CannotWrite, match="no backup of this edition"):
        backup.backup(edition, ANNA, file)
    assert precious.read_bytes() == before


def test_only_who_manages_may(folder: Path, file: Path) -> None:
    with opened(folder) as edition, pytest.raises(Denied):
        backup.backup(edition, OLGA, file)
    with pytest.raises(Denied):
        backup.restore(folder, OLGA, file)


def test_a_served_edition_is_not_restored(folder: Path, file: Path) -> None:
    with (
        opened(folder) as edition,
        as_server(edition),
        pytest.raises(DeskError, match="stop the server"),
    ):
        backup.restore(folder, ANNA, file)


def test_what_is_no_backup_or_of_another_edition_is_refused(folder: Path, file: Path, tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        backup.restore(folder, ANNA, folder / "source" / "edition.toml")
    with pytest.raises(BadFile, match="cannot be read"):
        backup.restore(folder, ANNA, tmp_path / "missing")
    with pytest.raises(BadFile, match="cannot be read"):
        backup.restore(folder, ANNA, tmp_path)
    (tmp_path / "b").mkdir()
    with pytest.raises(DeskError, match="another edition"):
        backup.restore(make(tmp_path / "b" / "other"), ANNA, file)
    with pytest.raises(NotAnEdition):
        backup.restore(tmp_path, ANNA, file)


def test_an_edition_moves_into_postgresql_and_back(
    folder: Path, file: Path, tmp_path: Path, postgres: str
) -> None:
    where = databases.new_database(postgres)
    assert backup.restore(folder, ANNA, file, desk=where).wrong == ()
    with opened(folder, desk=where) as edition:
        assert entry_text(edition, "u2") == "Die Mühle."
        translate(edition, "u3", "Sechzig Jahre.")
        file.unlink()
        backup.backup(edition, ANNA, file)
    shutil.rmtree(folder / ".hexapla")
    backup.restore(folder, ANNA, file)
    with opened(folder) as edition:
        assert entry_text(edition, "u3") == "Sechzig Jahre."


def test_without_a_folder_the_desk_is_named(file: Path, tmp_path: Path) -> None:
    where = f"sqlite:///{tmp_path}/alone/desk.sqlite3"
    (tmp_path / "empty").mkdir()
    assert backup.restore(tmp_path / "empty", ANNA, file, desk=where).wrong == ()
    with opened(tmp_path / "empty", desk=where) as edition:
        assert entry_text(edition, "u2") == "Die Mühle."


def test_as_a_person_runs_them(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.backup"
    assert "a.backup: the desk with" in hexapla("-C", folder, "backup", file).stdout
    with opened(folder) as edition:
        translate(edition, "u4", "Das Rad dreht sich noch.")
    done = hexapla("-C", folder, "restore", file)
    assert "The desk is as it was at" in done.stdout
    assert "kept as desk.sqlite3.before-restore-" in done.stdout
    assert "next sync" in done.stdout
    with opened(folder) as edition:
        assert entry_text(edition, "u4") == ""
    assert '"wrong": []' in hexapla("-C", folder, "doctor", "--json").stdout
    assert "All is whole." in hexapla("-C", folder, "doctor", "--repair").stdout
    assert "no backup" in hexapla("-C", folder, "backup", folder / "source" / "mill.xml", code=8).stderr
    assert "not a zip" in hexapla("-C", folder, "restore", folder / "source" / "mill.xml", code=6).stderr
