"""The doctor: what is wrong is named with its way out, what is safe to mend is mended."""

import os
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.model.errors import Denied, DeskError
from hexapla.model.person import Person, Right
from hexapla.work import doctor, sync
from hexapla.work.edition import Edition

CATALOG = "locales/de/LC_MESSAGES/mill.po"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make(tmp_path / "edition")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht an der Flussbiegung.")
        sync.settled(edition, ANNA)
    return folder


def age(path: Path) -> None:
    os.utime(path, (time.time() - 3600,) * 2)


def raw(folder: Path, *statements: str) -> None:
    """Do something to the desk's file behind the program's back."""
    with sqlite3.connect(folder / ".hexapla" / "desk.sqlite3", isolation_level=None) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def examined(folder: Path, *, repair: bool = False) -> doctor.Examined:
    with opened(folder) as edition:
        return doctor.examine(edition, ANNA, repair=repair)


def wrong(folder: Path) -> list[tuple[str, str]]:
    return [(finding.name, finding.message) for finding in examined(folder).wrong]


def test_all_is_whole(folder: Path) -> None:
    found = examined(folder)
    assert (found.wrong, found.warnings, found.mended) == ((), (), ())
    facts = " ".join(found.facts)
    assert "Hexapla" in facts and "SQLite" in facts and "2 texts" in facts and "MB" in facts


def test_only_who_manages_may_ask(folder: Path) -> None:
    with opened(folder) as edition, pytest.raises(Denied):
        doctor.examine(edition, Person("olga", "Olga", frozenset({Right.TRANSLATE})))


def test_a_fault_of_the_desk_ends_with_a_way_out(folder: Path) -> None:
    raw(folder, "UPDATE entry SET msgstr = 'forged' WHERE msgstr <> ''")
    ((_name, message),) = [one for one in wrong(folder) if one[0] == "desk-fault"]
    assert "u2: the entry is not what its last revision says. Restore a backup" in message
    assert "rebuilds it from the folder" in message


def test_what_follows_from_the_rest_is_mended(folder: Path) -> None:
    raw(folder, "DELETE FROM entry_words", "UPDATE entry SET position = 99 WHERE context = 'u2'")
    found = wrong(folder)
    assert {name for name, _message in found} == {"desk-slip"}
    assert all(message.endswith("“hexapla doctor --repair” mends it.") for _name, message in found)
    mended = examined(folder, repair=True)
    assert "The index of words was made anew." in mended.mended
    assert mended.wrong == () and wrong(folder) == []


def test_units_that_are_not_those_of_the_document_are_named(folder: Path) -> None:
    raw(folder, "UPDATE unit SET source = 'Another.' WHERE text = 'mill' AND id = 'u2'")
    assert any(
        "mill: the units on the desk are not those of its document" in said for _n, said in wrong(folder)
    )


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"msgid"])
def test_a_damaged_catalog_is_named_once_with_a_way_out(folder: Path, damage: bytes) -> None:
    path = folder / CATALOG
    whole = path.read_bytes()
    path.write_bytes(whole[:-20] + damage)
    age(path)
    ((name, message),) = wrong(folder)
    assert name == "sync-unreadable" and CATALOG in message
    assert message.endswith("the next sync writes it anew from the desk.")
    path.unlink()
    with opened(folder) as edition:
        sync.settled(edition, ANNA)
    assert "Flussbiegung" in path.read_text("utf-8") and wrong(folder) == [], "the way out leads out"


def test_a_damaged_text_is_named_once_with_a_way_out(folder: Path) -> None:
    path = folder / "source" / "mill.xml"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    age(path)
    ((_name, message),) = wrong(folder)
    assert "source/mill.xml:" in message and "the next sync writes it anew" in message
    path.unlink()
    with opened(folder) as edition:
        sync.settled(edition, ANNA)
    assert path.read_bytes() == whole and wrong(folder) == []


def test_what_is_not_synced_is_a_warning(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u3", "Seit sechzig Jahren hat hier niemand gemahlen.")
        found = doctor.examine(edition, ANNA)
    (warning,) = found.warnings
    assert found.wrong == ()
    assert warning.name == "unsynced" and "“hexapla sync” brings it over" in warning.message


def test_files_and_texts_that_belong_to_nothing_are_named(folder: Path) -> None:
    shutil.copy(folder / "source/mill.xml", folder / "source/stray.xml")
    shutil.copy(folder / CATALOG, folder / "locales/de/LC_MESSAGES/stray.po")
    (folder / "locales/fr/LC_MESSAGES").mkdir(parents=True)
    shutil.copy(folder / CATALOG, folder / "locales/fr/LC_MESSAGES/mill.po")
    found = wrong(folder)
    assert [name for name, _message in found] == ["folder-orphan"] * 2, (
        "the catalog of a language that is closed stays"
    )
    told = " ".join(message for _name, message in found)
    assert all(
        name in told
        for name in (
            "source/stray.xml",
            "locales/de/LC_MESSAGES/stray.po",
        )
    )


def test_a_text_of_the_desk_alone_is_named(folder: Path) -> None:
    copied = "SELECT 'ghost', 'ghost', lang, title, 9, tei, sha256 FROM text WHERE id = 'mill'"
    raw(folder, f"INSERT INTO text {copied}")
    told = [message for name, message in wrong(folder) if name == "text-unlisted"]
    assert told == [
        "The text ghost is on the desk, and not in edition.toml; put it back there if it is meant."
    ]


def test_temporary_files_are_removed_once_they_are_old(folder: Path) -> None:
    old = [
        folder / "source" / ".hexapla-a1",
        folder / "locales/de/LC_MESSAGES" / ".hexapla-b2",
        folder / ".hexapla" / ".hexapla-c3",
        folder / ".hexapla-d4",
    ]
    young, other = folder / "source" / ".hexapla-young", folder / "source" / ".hexapla"
    target = folder / "precious"
    target.write_text("precious", "utf-8")
    link = folder / "source" / ".hexapla-link"
    link.symlink_to(target)
    for path in (*old, young, other):
        path.write_bytes(b"half")
    for path in (*old, other, target):
        age(path)
    warnings = examined(folder).warnings
    assert [finding.name for finding in warnings] == ["left-file"] * 4
    assert all(path.exists() for path in old)
    found = examined(folder, repair=True)
    assert sum("was removed" in sentence for sentence in found.mended) == 4
    assert not any(path.exists() for path in old)
    assert young.exists() and other.exists() and link.is_symlink() and target.exists()


def test_a_job_whose_worker_is_gone_is_a_warning(folder: Path) -> None:
    with opened(folder) as edition:
        number = edition.desk.jobs.add(ANNA, "sync", {})
        edition.desk.jobs.claim("worker-1")
        with edition.desk.lock("worker-1"):
            assert doctor.examine(edition, ANNA).warnings == ()
        (warning,) = doctor.examine(edition, ANNA).warnings
    assert f"Job {number} was left" in warning.message


def test_what_is_left_of_somebody_who_is_gone_is_a_warning(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u3", "Text.", person=VERA)
        sync.settled(edition, ANNA)
        _draft(edition)
        edition.desk.people.put(ANNA, VERA, active=False)
        (warning,) = doctor.examine(edition, ANNA).warnings
    assert warning.name == "ownerless" and "Vera" in warning.message


def _draft(edition: Edition) -> None:
    from hexapla.model.change import Draft

    edition.desk.drafts.keep(VERA, Draft("mill", "de", ("u4",), "Halb", 0, client="w"))


def test_a_desk_that_is_no_database_is_one_sentence(folder: Path) -> None:
    (folder / ".hexapla/desk.sqlite3").write_bytes(b"not a database" * 1000)
    with pytest.raises(DeskError, match="move it away"):
        examined(folder)
    (folder / ".hexapla/desk.sqlite3").unlink()
    assert wrong(folder) == [], "the way out leads out"


def test_an_edition_without_a_folder_is_examined_too(folder: Path) -> None:
    with opened(folder) as edition:
        edition.root = None
        assert doctor.examine(edition, ANNA, repair=True).wrong == ()
