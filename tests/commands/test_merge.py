"""Catalogs that come back by mail, and catalogs that git merges between two clones with a desk each."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import polib
import pytest

from editions import ANNA, VERA, entry_text, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.change import Save
from hexapla.work import sync
from tools import need

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")
RUN = [sys.executable, "-c", "from hexapla.commands import main; main()"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make(tmp_path / "edition")
    with opened(made) as edition:
        translate(edition, "u2", "Die Mühle steht.")
        translate(edition, "u3", "Niemand mahlt.")
        sync.sync(edition, ANNA)
    return made


def hexapla(folder: Path, *words: str | Path, code: int = 0) -> str:
    done = subprocess.run(
        [*RUN, "-C", str(folder), "--as", "Anna", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en"},
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def mailed(folder: Path, **texts: str) -> Path:
    """Copy the catalog elsewhere and edit it there with another program."""
    copy = folder.parent / "from-vera.po"
    shutil.copy(folder / CATALOG, copy)
    catalog = polib.pofile(str(copy), wrapwidth=76)
    for unit, text in texts.items():
        catalog.find(unit, by="msgctxt").msgstr = text
    catalog.save(str(copy))
    return copy


def state(folder: Path, unit: str) -> tuple[str, list[str]]:
    with opened(folder) as edition:
        entry = edition.desk.row("mill", "de", unit).entry
        return entry.msgstr, [one.text for one in entry.suggestions]


def test_a_mailed_copy_put_back_untouched_changes_nothing(folder: Path) -> None:
    copy = mailed(folder)
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle dort.")
        translate(edition, "u3", "")
        before = edition.desk.last_revision()
    assert "older copies left" in hexapla(folder, "merge", copy)
    with opened(folder) as edition:
        assert edition.desk.last_revision() == before
        assert (entry_text(edition, "u2"), entry_text(edition, "u3")) == ("Die Mühle dort.", "")


def test_a_mailed_copy_edited_in_two_units_brings_these_two(folder: Path) -> None:
    copy = mailed(folder, u3="Keiner mahlt hier.", u4="Das Rad dreht sich.")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle dort.")
    told = hexapla(folder, "merge", copy, "--dry-run")
    assert "2 taken from the file" in told
    assert state(folder, "u3") == ("Niemand mahlt.", [])
    hexapla(folder, "merge", copy)
    assert state(folder, "u2") == ("Die Mühle dort.", [])
    assert state(folder, "u3") == ("Keiner mahlt hier.", [])
    assert state(folder, "u4") == ("Das Rad dreht sich.", [])
    assert "one older copy left" in hexapla(folder, "merge", copy)
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht.")
    assert "The desk has all of it already." in hexapla(folder, "merge", copy)


def test_what_both_sides_changed_becomes_a_suggestion_once(folder: Path) -> None:
    copy = mailed(folder, u2="Die Mühle von Vera.")
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle von Anna.")
    for _twice in range(2):
        hexapla(folder, "merge", copy)
    assert state(folder, "u2") == ("Die Mühle von Anna.", ["Die Mühle von Vera."])


def test_a_merge_does_not_touch_what_the_desk_remembers_of_its_own_file(folder: Path) -> None:
    copy = mailed(folder, u2="Die Mühle von Vera.")
    with opened(folder) as edition:
        before = edition.desk.meetings.synced("mill", "de")
    hexapla(folder, "merge", copy)
    with opened(folder) as edition:
        assert edition.desk.meetings.synced("mill", "de") == before


def test_files_that_fit_nowhere_are_named(folder: Path, tmp_path: Path) -> None:
    copy = mailed(folder)
    text = copy.read_text("utf-8")
    for name, content, options, code, sentence in (
        ("a.po", text.replace("Language: de", "Language: fi"), (), 10, "not translated into fi"),
        ("b.po", text.replace("source/mill.xml", "source/other.xml"), (), 6, "fits no text"),
        ("c.po", text.replace("Language: de", "Language: "), (), 6, "does not say its language"),
        ("d.po", text[:300], (), 6, "d.po"),
        ("e.docx", "x", (), 6, "files of this kind"),
        ("f.po", text.replace('msgctxt "u', 'msgctxt "x'), (), 6, "None of its entries"),
        ("g.po", text, ("--text", "nothing"), 10, "no text"),
    ):
        file = tmp_path / name
        file.write_text(content, "utf-8")
        assert sentence in hexapla(folder, "merge", file, *options, code=code), name
    file = tmp_path / "c.po"
    hexapla(folder, "merge", file, "--lang", "de", "--text", "mill")


# Two clones


def git(folder: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en", "HOME": str(folder.parent)},
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


class Clones:
    """Two clones of one edition, each with a desk; they meet through a bare repository."""

    def __init__(self, folder: Path) -> None:
        need("git")
        self.hub = folder.parent / "hub.git"
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(self.hub)], check=True)
        (folder / ".gitattributes").write_text("*.po merge=hexapla\n")
        git(folder, "init", "-q", "-b", "main")
        self.folders = {"anna": folder, "vera": folder.parent / "vera"}
        self._configure(folder, "anna")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "begin")
        git(folder, "remote", "add", "origin", str(self.hub))
        git(folder, "push", "-q", "-u", "origin", "main")
        git(folder.parent, "clone", "-q", str(self.hub), "vera")
        self._configure(self.folders["vera"], "vera")

    def _configure(self, folder: Path, name: str) -> None:
        driver = f"{sys.executable} -c 'from hexapla.commands import main; main()' merge-driver %O %A %B %P"
        git(folder, "config", "merge.hexapla.driver", driver)
        git(folder, "config", "user.name", name)
        git(folder, "config", "user.email", f"{name}@example.org")

    def work(self, who: str, units: dict[str, str], state: State = State.TRANSLATED) -> None:
        """Translate on one's own desk, sync, and commit."""
        with self.opened(who) as edition:
            for unit, text in units.items():
                translate(edition, unit, text, state=state, person={"anna": ANNA, "vera": VERA}[who])
        self.sync(who)

    def opened(self, who: str):  # type: ignore[no-untyped-def]
        return opened(self.folders[who], {"anna": ANNA, "vera": VERA}[who])

    def sync(self, who: str) -> None:
        self._age(who)
        with self.opened(who) as edition:
            sync.settled(edition, {"anna": ANNA, "vera": VERA}[who])
        if git(self.folders[who], "status", "--porcelain"):
            git(self.folders[who], "commit", "-qam", f"{who} works")

    def _age(self, who: str) -> None:
        for path in (self.folders[who] / "locales").rglob("*.po"):
            os.utime(path, (time.time() - 60,) * 2)

    def exchange(self, *order: str) -> None:
        """Each pulls, lets the desk meet the merged files, and pushes."""
        for who in order:
            git(self.folders[who], "pull", "-q", "--no-rebase", "--no-edit")
            self.sync(who)
            git(self.folders[who], "push", "-q")

    def texts(self, who: str, unit: str) -> tuple[str, list[str]]:
        with self.opened(who) as edition:
            entry = edition.desk.row("mill", "de", unit).entry
            return entry.msgstr, [one.text for one in entry.suggestions]


@pytest.fixture
def clones(folder: Path) -> Clones:
    return Clones(folder)


def test_different_units_of_two_clones_come_together(clones: Clones) -> None:
    clones.work("anna", {"u4": "Annas vier."})
    clones.work("vera", {"u5": "Veras fünf."})
    clones.exchange("anna", "vera", "anna")
    for who in ("anna", "vera"):
        assert (clones.texts(who, "u4"), clones.texts(who, "u5")) == (
            ("Annas vier.", []),
            ("Veras fünf.", []),
        )


def test_the_same_unit_of_two_clones_is_one_text_and_one_suggestion_everywhere(clones: Clones) -> None:
    clones.work("anna", {"u2": "Annas Mühle."})
    clones.work("vera", {"u2": "Veras Mühle."})
    clones.exchange("anna", "vera", "anna", "vera")
    for who in ("anna", "vera"):
        text, offered = clones.texts(who, "u2")
        assert {text, *offered} == {"Annas Mühle.", "Veras Mühle."}
    assert clones.texts("anna", "u2")[0] == clones.texts("vera", "u2")[0]


def test_equal_texts_and_moved_states(clones: Clones) -> None:
    clones.work("anna", {"u2": "Gleich."})
    clones.work("vera", {"u2": "Gleich."})
    clones.exchange("anna", "vera", "anna")
    clones.work("anna", {"u3": "Niemand mahlt."}, State.APPROVED)
    clones.work("vera", {"u6": "Sechs."})
    clones.exchange("anna", "vera", "anna")
    with clones.opened("vera") as edition:
        entry = edition.desk.row("mill", "de", "u3").entry
        assert (entry.msgstr, entry.state) == ("Niemand mahlt.", State.APPROVED)
    assert clones.texts("vera", "u2") == ("Gleich.", [])


def test_what_one_clone_closed_is_closed_in_the_other_and_stays_so(clones: Clones) -> None:
    clones.work("anna", {"u2": "Annas Mühle."})
    clones.work("vera", {"u2": "Veras Mühle."})
    clones.exchange("anna", "vera", "anna", "vera")
    with clones.opened("anna") as edition:
        offered = edition.desk.row("mill", "de", "u2").entry.suggestions
        edition.desk.remarks.turn(ANNA, "suggestion", offered[0].id, to_open=False)
    clones.sync("anna")
    clones.exchange("anna", "vera", "anna", "vera")
    assert clones.texts("anna", "u2")[1] == clones.texts("vera", "u2")[1] == []
    heads = {git(folder, "rev-parse", "HEAD") for folder in clones.folders.values()}
    clones.exchange("anna", "vera", "anna")
    assert heads == {git(folder, "rev-parse", "HEAD") for folder in clones.folders.values()}, (
        "nothing goes back and forth"
    )


def test_a_damaged_side_is_left_to_a_person(clones: Clones, tmp_path: Path) -> None:
    clones.work("anna", {"u4": "Annas vier."})
    git(clones.folders["anna"], "push", "-q")
    path = clones.folders["vera"] / CATALOG
    path.write_text(path.read_text("utf-8").replace('msgstr "Niemand', "msgstr Niemand"), "utf-8")
    git(clones.folders["vera"], "commit", "-qam", "damaged")
    before = path.read_bytes()
    told = git(clones.folders["vera"], "pull", "-q", "--no-rebase", "--no-edit", code=1)
    assert "mill.po:" in told and "CONFLICT" in told
    assert path.read_bytes() == before


def test_a_rebuilt_desk_and_a_merged_catalog(clones: Clones) -> None:
    clones.work("anna", {"u4": "Annas vier."})
    clones.work("vera", {"u4": "Veras vier."})
    clones.exchange("anna", "vera")
    shutil.rmtree(clones.folders["vera"] / ".hexapla")
    text, offered = clones.texts("vera", "u4")
    assert {text, *offered} == {"Annas vier.", "Veras vier."}


def test_a_join_here_and_an_edit_there(clones: Clones) -> None:
    """Anna joins two units in her file; Vera, who does not know, corrects one of them."""
    path = clones.folders["anna"] / CATALOG
    catalog = polib.pofile(str(path), wrapwidth=0)
    first, second = (catalog.find(unit, by="msgctxt") for unit in ("u2", "u3"))
    first.msgctxt, first.msgid, first.msgstr = "u2+u3", f"{first.msgid} {second.msgid}", "Annas Mühle, leer."
    catalog.remove(second)
    catalog.save(str(path))
    clones.sync("anna")
    clones.work("vera", {"u3": "Veras Niemand."})
    clones.exchange("anna", "vera", "anna", "vera")
    for who in ("anna", "vera"):
        found = [
            text
            for unit in ("u2", "u3")
            for text, offers in [clones.texts(who, unit)]
            for text in (text, *offers)
        ]
        assert {"Annas Mühle, leer.", "Veras Niemand."} <= set(found)
    assert clones.texts("anna", "u2") == clones.texts("vera", "u2")


def test_a_confirmed_text_here_and_an_omission_there(clones: Clones) -> None:
    with clones.opened("vera") as edition:
        row = edition.desk.row("mill", "de", "u3")
        omitted = Save(
            "vera",
            "omits",
            "mill",
            "de",
            ("u3",),
            "",
            State.OMITTED,
            row.revision,
            row.entry.state,
            reason="Zu viel.",
        )
        edition.desk.save(VERA, omitted)
    clones.sync("vera")
    clones.work("anna", {"u3": "Niemand mahlt hier."}, State.APPROVED)
    clones.exchange("anna", "vera", "anna", "vera")
    assert clones.texts("anna", "u3") == clones.texts("vera", "u3")
    text, offered = clones.texts("anna", "u3")
    assert "Niemand mahlt hier." in (text, *offered)
    with clones.opened("anna") as edition:
        entry = edition.desk.row("mill", "de", "u3").entry
        assert "Zu viel." in (entry.reason, *(comment.text for comment in entry.comments))
