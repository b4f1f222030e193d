"""A TEI document of the folder, edited by hand in an XML editor, and picked up by sync."""

import os
import re
import time
from pathlib import Path

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.model.catalog import Entry, State
from hexapla.model.errors import BadFile
from hexapla.work import ingest, revise, sync
from hexapla.work.edition import Edition

TEXT = Path("source/mill.xml")
NEW = "<p>Nobody has counted the ferry. It is one of the oldest.</p></div>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "e")


def edit(folder: Path, old: str, new: str, count: int = 1) -> None:
    """Change the document as an editor does, and let the file settle."""
    path = folder / TEXT
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, count), "utf-8")
    os.utime(path, (time.time() - 60,) * 2)


def synced(edition: Edition, **options: object) -> sync.Synced:
    rows = sync.sync(edition, ANNA, **options)  # type: ignore[arg-type]
    return next(row for row in rows if row.file == TEXT.as_posix())


def state(edition: Edition, unit: str, lang: str = "de") -> tuple[str, State]:
    entry = edition.desk.row("mill", lang, unit).entry
    return entry.msgstr, entry.state


def test_new_paragraphs_get_units_and_the_file_is_written_back_with_them(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht.", state=State.APPROVED)
        sync.sync(edition, ANNA)
        edit(folder, "</div>", NEW)
        row = synced(edition)
        assert (row.taken, row.written, row.skipped) == (1, True, "")
        text = edition.text("mill")
        assert {"u11", "u12"} <= set(text.places)
        assert state(edition, "u2") == ("Die Mühle steht.", State.APPROVED)
        assert (folder / TEXT).read_bytes() == edition.desk.tei("mill")
        assert edition.settings.text("mill").next == 13  # type: ignore[union-attr]
        assert synced(edition).quiet
        assert not schema.validate(edition.desk.tei("mill"))
        catalog = (folder / "locales/de/LC_MESSAGES/mill.po").read_text("utf-8")
        assert 'msgctxt "u12"' in catalog
        assert edition.desk.check() == []


def test_a_document_that_lacks_nothing_keeps_its_bytes(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u3", "Niemand.", state=State.APPROVED)
        edit(folder, "sixty years", "seventy  years<!-- sic -->")
        source = (folder / TEXT).read_bytes()
        row = synced(edition)
        assert (row.taken, row.written) == (1, False)
        assert (folder / TEXT).read_bytes() == source == edition.desk.tei("mill")
        assert state(edition, "u3") == ("Niemand.", State.NEEDS_WORK)


def test_opening_takes_it_in_and_the_next_sync_writes_it_back(folder: Path) -> None:
    edit(folder, "</div>", NEW)
    source = (folder / TEXT).read_bytes()
    with opened(folder) as edition:
        assert {"u11", "u12"} <= set(edition.text("mill").places)
        assert (folder / TEXT).read_bytes() == source, "opening writes no file"
    edit(folder, "one of the oldest.", "one of the oldest, and leaks.")
    with opened(folder) as edition:
        assert "leaks" in edition.text("mill").places["u12"][1].source, "edited again before it had its ids"
        row = synced(edition)
        assert row.written and not row.skipped
        assert "leaks.</seg>" in (folder / TEXT).read_text("utf-8")
        assert synced(edition).quiet


def test_a_copied_paragraph_is_new_and_its_translations_stay_with_the_first(folder: Path) -> None:
    with opened(folder) as edition:
        for unit in ("u5", "u6", "u7"):
            translate(edition, unit, f"{unit}.", state=State.REVIEWED)
        text = (folder / TEXT).read_text("utf-8")
        paragraph = re.search(r'<p xml:id="[^"]*"><seg n="5".*?</p>', text, re.DOTALL)
        assert paragraph
        edit(folder, paragraph[0], paragraph[0] + paragraph[0])
        assert not synced(edition).skipped
        assert [state(edition, f"u{n}")[1] for n in (5, 6, 7, 11, 12, 13)] == [State.REVIEWED] * 3 + [
            State.UNTRANSLATED
        ] * 3
        assert tei.parse((folder / TEXT).read_bytes()) == edition.text("mill")


def test_a_sentence_parted_by_hand_is_split_and_its_join_gains_the_part(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht, wo der Fluss sich biegt.")
        edition.desk.remarks.comment(VERA, "mill", "hu", ("u2",), "Where?")
        edition.desk.fill(
            ANNA, "mill", "hu", [Entry(("u2", "u3"), "", "Ott áll, senki.", State.APPROVED)], kind="x"
        )
        edit(folder, "where the river bends.", '</seg> <seg type="unit">where the river bends.')
        assert not synced(edition).skipped
        assert state(edition, "u2") == ("Die Mühle steht, wo der Fluss sich biegt.", State.NEEDS_WORK)
        assert state(edition, "u2a") == ("", State.UNTRANSLATED)
        joined = edition.desk.row("mill", "hu", "u2a").entry
        assert (joined.units, joined.msgstr, joined.state) == (
            ("u2", "u2a", "u3"),
            "Ott áll, senki.",
            State.APPROVED,
        )


def test_a_removed_unit_that_comes_back_by_its_id_brings_its_entry(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u6", "Sie werden sich nie einig.", state=State.APPROVED)
        sync.sync(edition, ANNA)
        seg = '<seg n="6" type="unit" xml:id="u6">They never agree.</seg>\n'
        edit(folder, seg, "")
        synced(edition)
        assert [row.entry.context for row in edition.desk.obsolete("mill", "de")] == ["u6"]
        back = (
            '<seg type="unit" xml:id="u6">They never agree.</seg> '  # the very bytes would be an older copy
        )
        edit(folder, '<seg n="7"', back + '<seg n="7"')
        assert synced(edition).taken
        assert state(edition, "u6") == ("Sie werden sich nie einig.", State.APPROVED)
        edit(folder, back, "  ")
        assert synced(edition).taken
        other = back.replace("They never agree", "Quite another matter is this")
        edit(folder, '<seg n="7"', other + '<seg n="7"')
        assert synced(edition).taken
        assert "u6" not in edition.text("mill").places, "an id is never reused for another sentence"
        assert state(edition, "u11") == ("", State.UNTRANSLATED)


def test_a_dry_run_changes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        edit(folder, "</div>", NEW)
        source, before = (folder / TEXT).read_bytes(), edition.desk.tei("mill")
        assert synced(edition, dry_run=True).taken == 1
        assert ((folder / TEXT).read_bytes(), edition.desk.tei("mill")) == (source, before)


def test_the_document_can_also_be_brought_by_add(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u3", "Niemand.", state=State.APPROVED)
        file = folder.parent / "from-an-editor.xml"
        source = (folder / TEXT).read_text("utf-8")
        file.write_text(source.replace("</div>", NEW, 1).replace("sixty", "seventy"), "utf-8")
        made = revise.plan(edition, ANNA, "mill", ingest.read(edition, file, slug="mill"))
        assert made.effects[0].work == 1 and made.changes
        revise.apply(edition, ANNA, made)
        assert {"u11", "u12"} <= set(edition.text("mill").places)
        assert (folder / TEXT).read_bytes() == edition.desk.tei("mill")
        assert not revise.plan(edition, ANNA, "mill", ingest.read(edition, file, slug="mill")).changes
        file.write_text(source[:-40], "utf-8")
        with pytest.raises(BadFile, match=r"from-an-editor\.xml"):
            ingest.read(edition, file, slug="mill")


def test_a_translation_that_was_there_before_its_unit_is_taken_when_the_unit_comes(folder: Path) -> None:
    """The catalog was pushed first, the text a day later: what nobody knew then is not written over now."""
    path = folder / "locales/de/LC_MESSAGES/mill.po"
    with opened(folder) as edition:
        sync.sync(edition, ANNA)
        early = '\nmsgctxt "u11"\nmsgid "It ends here."\nmsgstr "Hier endet es."\n'
        path.write_text(path.read_text("utf-8") + early, "utf-8")
        os.utime(path, (time.time() - 60,) * 2)
        sync.sync(edition, ANNA)
        sync.sync(edition, ANNA)
        unit = '<p><seg type="unit" n="11" xml:id="u11">It ends here.</seg></p></div>'
        edit(folder, "</div>", unit)
        assert synced(edition).taken
        assert state(edition, "u11") == ("Hier endet es.", State.TRANSLATED)
        assert "Hier endet es." in path.read_text("utf-8")


def test_a_text_that_is_being_written_is_taken_before_its_catalogs_are_rendered(folder: Path) -> None:
    catalog = folder / "locales/de/LC_MESSAGES/mill.po"
    with opened(folder) as edition:
        translate(edition, "u3", "Seit sechzig Jahren.")
        sync.settled(edition, ANNA)
        edit(folder, "sixty years", "seventy years")
        os.utime(folder / TEXT)
        rows = {row.file: row for row in sync.settled(edition, ANNA)}
        assert rows[TEXT.as_posix()].taken == 1
        assert "seventy years" in catalog.read_text("utf-8")
        assert rows["locales/de/LC_MESSAGES/mill.po"].written
        assert all(row.quiet for row in sync.settled(edition, ANNA))
