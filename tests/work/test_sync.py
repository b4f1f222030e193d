"""Sync of catalogs between a real folder and a real desk: nobody's text is lost, and nothing is written for nothing."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import polib
import pytest

from editions import ANNA, entry_text, make, opened, translate
from hexapla.model.catalog import State
from hexapla.work import sync
from hexapla.work.edition import Edition
from tools import need

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "edition")


def age(path: Path) -> None:
    """Make a file look as if it had been still for long."""
    os.utime(path, (time.time() - 60,) * 2)


def edit(folder: Path, unit: str, text: str, **values: object) -> None:
    """Change a catalog the way Poedit does: through another gettext library, the comments kept."""
    path = folder / CATALOG
    catalog = polib.pofile(str(path), wrapwidth=76)
    entry = catalog.find(unit, by="msgctxt")
    entry.msgstr = text
    for name, value in values.items():
        setattr(entry, name, value)
    catalog.save(str(path))
    age(path)


def synced(edition: Edition, **options: Any) -> sync.Synced:
    for name in (CATALOG, Path("locales/hu/LC_MESSAGES/mill.po")):
        age(edition.root / name)
    rows = sync.sync(edition, ANNA, **options)
    return next(row for row in rows if (row.text, row.lang) == ("mill", "de"))


def test_a_saved_text_reaches_the_file(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht an der Flussbiegung.")
        assert synced(edition).written
    entry = polib.pofile(str(folder / CATALOG)).find("u2", by="msgctxt")
    assert entry.msgstr == "Die Mühle steht an der Flussbiegung."
    assert not entry.fuzzy


def test_needs_work_is_fuzzy_in_the_file(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.", state=State.NEEDS_WORK)
        synced(edition)
    assert polib.pofile(str(folder / CATALOG)).find("u2", by="msgctxt").fuzzy


def test_a_second_sync_writes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        synced(edition)
        before = (folder / CATALOG).read_bytes()
        assert synced(edition).quiet
    assert (folder / CATALOG).read_bytes() == before


def test_a_text_edited_outside_is_taken(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        synced(edition)
        edit(folder, "u2", "Die alte Mühle.")
        edit(folder, "u3", "Niemand mahlt hier.")
        assert synced(edition).taken == 2
        assert entry_text(edition, "u2") == "Die alte Mühle."
        assert entry_text(edition, "u3") == "Niemand mahlt hier."
        row = edition.desk.row(edition.text_id("mill"), "de", "u3")
        assert (row.entry.state, row.entry.by) == (State.TRANSLATED, "anna")


def test_both_edited_keeps_ours_and_suggests_theirs(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        synced(edition)
        edit(folder, "u2", "Die Mühle dort.")
        translate(edition, "u2", "Die Mühle hier.")
        outcome = synced(edition)
        assert (outcome.taken, outcome.suggested) == (0, 1)
        assert outcome.findings[0].name == "sync-conflict"
        row = edition.desk.row(edition.text_id("mill"), "de", "u2")
        assert row.entry.msgstr == "Die Mühle hier."
        assert [one.text for one in row.entry.suggestions] == ["Die Mühle dort."]
        assert synced(edition).suggested == 0
    assert "Die Mühle dort." in (folder / CATALOG).read_text("utf-8")


def test_a_mailed_copy_put_back_untouched_changes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Erste Fassung.")
        synced(edition)
        mailed = (folder / CATALOG).read_bytes()
        translate(edition, "u2", "Zweite Fassung.")
        synced(edition)
        (folder / CATALOG).write_bytes(mailed)
        assert synced(edition).older == 1
        assert entry_text(edition, "u2") == "Zweite Fassung."


def test_a_mailed_copy_edited_and_put_back_is_a_conflict_only_where_both_moved(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Erste Fassung.")
        translate(edition, "u3", "Bleibt.")
        synced(edition)
        mailed = (folder / CATALOG).read_bytes()
        translate(edition, "u2", "Zweite Fassung.")
        synced(edition)
        (folder / CATALOG).write_bytes(mailed)
        edit(folder, "u2", "Fassung aus der Ferne.")
        edit(folder, "u3", "Bleibt nicht.")
        outcome = synced(edition)
        assert (outcome.taken, outcome.suggested) == (1, 1)
        assert entry_text(edition, "u2") == "Zweite Fassung."
        assert entry_text(edition, "u3") == "Bleibt nicht."


def test_a_rebuilt_desk_has_texts_states_and_authors(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.", state=State.APPROVED)
        translate(edition, "u3", "Niemand.", state=State.NEEDS_WORK)
        synced(edition)
    before = (folder / CATALOG).read_bytes()
    shutil.rmtree(folder / ".hexapla")
    with opened(folder) as edition:
        row = edition.desk.row(edition.text_id("mill"), "de", "u2")
        assert (row.entry.msgstr, row.entry.state, row.entry.by) == ("Die Mühle.", State.APPROVED, "anna")
        assert edition.desk.row(edition.text_id("mill"), "de", "u3").entry.state == State.NEEDS_WORK
        assert not synced(edition).written
    assert (folder / CATALOG).read_bytes() == before


def test_two_clones_with_a_desk_each(tmp_path: Path, folder: Path) -> None:
    """Each works on its own unit; the files go back and forth as git would carry them."""
    with opened(folder) as edition:
        synced(edition)
    other = tmp_path / "clone"
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns(".hexapla"))
    with opened(folder) as one, opened(other) as two:
        translate(one, "u2", "Von hier.")
        translate(two, "u3", "Von dort.")
        synced(one), synced(two)
        shutil.copy(folder / CATALOG, other / CATALOG)
        synced(two)
        shutil.copy(other / CATALOG, folder / CATALOG)
        synced(one)
        for edition in (one, two):
            assert entry_text(edition, "u2") == "Von hier."
            assert entry_text(edition, "u3") == "Von dort."
    assert (folder / CATALOG).read_bytes() == (other / CATALOG).read_bytes()


def test_a_damaged_catalog_is_named_and_deletes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        synced(edition)
        whole = (folder / CATALOG).read_bytes()
        (folder / CATALOG).write_bytes(whole[: whole.index(b"Die M") + 4])
        outcome = synced(edition)
        assert "mill.po" in outcome.skipped
        assert entry_text(edition, "u2") == "Die Mühle."


def test_a_missing_and_an_emptied_catalog_delete_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        synced(edition)
        (folder / CATALOG).write_bytes(b"")
        outcome = synced(edition)
        assert entry_text(edition, "u2") == "Die Mühle."
        (folder / CATALOG).unlink()
        (folder / CATALOG).touch()
        (folder / CATALOG).unlink()
        outcome = next(row for row in sync.sync(edition, ANNA) if (row.text, row.lang) == ("mill", "de"))
        assert outcome.written
        assert entry_text(edition, "u2") == "Die Mühle."
    assert "Die Mühle." in (folder / CATALOG).read_text("utf-8")


def test_a_dry_run_tells_and_changes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle.")
        before = (folder / CATALOG).read_bytes()
        assert synced(edition, dry_run=True).written
        assert (folder / CATALOG).read_bytes() == before
        edit(folder, "u3", "Niemand.")
        assert synced(edition, dry_run=True).taken == 1
        assert entry_text(edition, "u3") == ""


def test_a_file_that_is_being_written_is_left_for_later(folder: Path) -> None:
    with opened(folder) as edition:
        edit(folder, "u2", "Halb geschrieben")
        (folder / CATALOG).touch()
        outcome = next(row for row in sync.sync(edition, ANNA) if (row.text, row.lang) == ("mill", "de"))
        assert outcome.again and entry_text(edition, "u2") == ""


def test_comments_of_people_and_foreign_entries_stay(folder: Path) -> None:
    with opened(folder) as edition:
        synced(edition)
        edit(folder, "u2", "Die Mühle.", tcomment="Ich bin nicht sicher.")
        path = folder / CATALOG
        path.write_bytes(path.read_bytes() + b'\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "\xc3\x96ffnen"\n')
        outcome = synced(edition)
        assert [finding.name for finding in outcome.findings] == ["sync-unknown-unit"]
    text = (folder / CATALOG).read_text("utf-8")
    assert "# Ich bin nicht sicher." in text
    assert 'msgctxt "menu"' in text


def test_catalogs_pass_gettext(folder: Path) -> None:
    need("msgfmt")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle „steht“.")
        translate(edition, "u3", "Niemand.", state=State.NEEDS_WORK)
        synced(edition)
    for path in (folder / "locales").rglob("*.po"):
        done = subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
