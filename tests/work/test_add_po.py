"""``add FILE.po``: the text into the edition, its translations into the catalog of their language."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions import ANNA, ESSAY, entry_text, make, opened
from hexapla.formats.tei import schema
from hexapla.model.catalog import State
from hexapla.model.errors import BadFile, Denied, HexaplaError, NotFound
from hexapla.model.person import Person, Right
from hexapla.model.stored import StoredText
from hexapla.work import ingest, settings, status, sync
from tools import need

PO = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# Which of the two?
#. head
msgid "The <b>ferry</b>"
msgstr "Die <b>Fähre</b>"

#, fuzzy
#| msgid "It comes late."
msgid "It comes later. Much later."
msgstr "Sie kommt spät."

msgid "Wait\\n"
msgstr ""
"""
DATA = os.environ.get("HEXAPLA_PO_DATA", "")
REAL = sorted(Path(DATA).glob("*.po.gz")) if DATA else []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry.po").write_text(PO, "utf-8")
    return make(tmp_path / "e", targets=("de", "hu"))


def add(folder: Path, name: str = "ferry.po", person: Person = ANNA, **options: str) -> None:
    with opened(folder) as edition:
        ingest.store(edition, person, ingest.read(edition, folder.parent / name, **options))


def test_text_translations_and_comments_are_in_the_edition(folder: Path) -> None:
    add(folder)
    with opened(folder) as edition:
        text_id = edition.text_id("ferry")
        rows = [row.entry for row in edition.desk.rows(text_id, "de", limit=None)]
        assert [row.state for row in rows] == [State.TRANSLATED, State.NEEDS_WORK, State.UNTRANSLATED]
        assert rows[0].msgstr == "Die &lt;b&gt;Fähre&lt;/b&gt;"
        assert [one.text for one in rows[0].comments] == ["Which of the two?"]
        assert (rows[1].previous, rows[1].by) == ("It comes late.", "anna")
        assert entry_text(edition, "u1", slug="ferry", lang="hu") == ""
        assert {one.kind for one in edition.desk.revisions(text_id, "de", "u1")} == {"add"}
        progress = next(row for row in status.status(edition) if (row.text, row.lang) == ("ferry", "de"))
        assert (progress.units[State.TRANSLATED], progress.total) == (1, 3)
        ferry = edition.settings.text("ferry")
        assert ferry is not None and ferry.next == 4
    assert not schema.validate((folder / "source" / "ferry.xml").read_bytes())
    written = (folder / "locales" / "de" / "LC_MESSAGES" / "ferry.po").read_text("utf-8")
    assert '#| msgid "It comes late."' in written and "#. kind: head\n" in written


def test_a_desk_rebuilt_from_the_folder_has_it_all(folder: Path) -> None:
    add(folder)
    for path in (folder / ".hexapla").iterdir():
        path.unlink()
    with opened(folder) as edition:
        assert entry_text(edition, "u2", slug="ferry") == "Sie kommt spät."
        row = edition.desk.row(edition.text_id("ferry"), "de", "u1")
        assert [one.text for one in row.entry.comments] == ["Which of the two?"]
        assert not any(outcome.written for outcome in sync.sync(edition, ANNA) if outcome.text == "ferry")


def test_its_catalogs_pass_gettext(folder: Path) -> None:
    need("msgfmt")
    add(folder)
    for path in (folder / "locales").rglob("ferry.po"):
        done = subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_language_that_is_no_target_is_named_with_the_way_out(folder: Path) -> None:
    (folder.parent / "fr.po").write_text(PO.replace("Language: de", "Language: fr"), "utf-8")
    with pytest.raises(NotFound, match=r"hexapla target add fr.*--lang"):
        add(folder, "fr.po")
    add(folder, "fr.po", lang="hu")
    with opened(folder) as edition:
        assert entry_text(edition, "u2", slug="fr", lang="hu") == "Sie kommt spät."
        assert entry_text(edition, "u2", slug="fr", lang="de") == ""


def test_translations_into_the_source_language_have_no_place(folder: Path) -> None:
    (folder.parent / "en.po").write_text(PO.replace("Language: de", "Language: en"), "utf-8")
    with pytest.raises(HexaplaError, match=r"own source language; name another with --lang"):
        add(folder, "en.po")
    add(folder, "en.po", lang="hu")


def test_another_source_language_and_a_language_for_nothing_are_refused(folder: Path) -> None:
    (folder.parent / "hu.po").write_text(
        PO.replace("Language: de", "Language: de\\nX-Source-Language: hu"), "utf-8"
    )
    with pytest.raises(HexaplaError, match="is in hu"):
        add(folder, "hu.po")
    (folder.parent / "other.txt").write_text(ESSAY, "utf-8")
    with pytest.raises(HexaplaError, match="leave out --lang"):
        add(folder, "other.txt", lang="de")


def test_a_catalog_of_the_edition_is_not_added(folder: Path) -> None:
    path = folder / "locales" / "de" / "LC_MESSAGES" / "mill.po"
    with opened(folder) as edition, pytest.raises(BadFile, match="hexapla merge"):
        ingest.read(edition, path, slug="again")


def test_who_may_not_translate_may_not_bring_translations(folder: Path) -> None:
    manager = Person("vera", "Vera", frozenset({Right.MANAGE}))
    with pytest.raises(Denied):
        add(folder, person=manager)
    with opened(folder) as edition:
        assert edition.settings.text("ferry") is None
    add(folder, person=Person("vera", "Vera", frozenset({Right.MANAGE, Right.TRANSLATE})))


def test_an_interrupted_add_is_finished_by_doing_it_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken, pytest.raises(OSError, match="pulled"):
        broken.setattr(settings, "change", pulled)
        add(folder)
    add(folder)
    with opened(folder) as edition:
        assert entry_text(edition, "u2", slug="ferry") == "Sie kommt spät."
        found: list[StoredText] = [text for text in edition.desk.texts() if text.slug == "ferry"]
        assert len(found) == 1
        assert len(edition.desk.revisions(found[0].id, "de", "u2")) == 1


def pulled(*_words: object, **_options: object) -> None:
    raise OSError("the plug was pulled")


def test_the_command_shows_what_came_and_lists_what_was_left(folder: Path) -> None:
    words = ["-C", folder, "add", folder.parent / "ferry.po", "--yes", "--report", "json"]
    done = subprocess.run(
        [sys.executable, "-c", "from hexapla.commands import main; main()", *words],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en", "COLUMNS": "200"},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Translations into Deutsch (de): 1 translated, 1 need work." in done.stderr
    report = json.loads(done.stdout)
    assert [one["kind"] for one in report["decisions"]] == ["extracted", "space"]
    with opened(folder) as edition:
        assert entry_text(edition, "u2", slug="ferry") == "Sie kommt spät."


@pytest.mark.skipif(not REAL, reason="HEXAPLA_PO_DATA names no folder of catalogs")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_catalog_has_the_states_that_gettext_counts(path: Path, tmp_path: Path) -> None:
    lang = path.name.split(".")[-3]
    source = tmp_path / path.stem
    source.write_bytes(gzip.decompress(path.read_bytes()))
    folder = make(tmp_path / "e", targets=(lang,))
    add(folder, source.name, slug="real")
    assert not schema.validate((folder / "source" / "real.xml").read_bytes())
    made = folder / "locales" / lang / "LC_MESSAGES" / "real.po"
    assert statistics("--check", made) == statistics(source)


def statistics(*words: str | Path) -> str:
    command = [need("msgfmt"), "--statistics", "-o", os.devnull, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stderr
