"""S15: what comes in from a file never says who wrote it, when, under which number, or who may do what."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.errors import BadFile, HexaplaError
from hexapla.model.person import ALL
from hexapla.work import ingest, membership, people, sync
from hexapla.work.edition import Edition

CATALOG = Path("locales/de/LC_MESSAGES/mill.po")
OLD = "1999-12-31T23:59:59Z"
IDS = (
    '<seg type="unit" xml:id="u1" n="1">First.</seg><seg type="unit" xml:id="u1" n="1">Second.</seg>',
    '<seg type="unit" xml:id="u999999" n="1">First.</seg><seg type="unit" xml:id="../u2" n="2">Second.</seg>',
)
TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mill" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Forged</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc>
<revisionDesc><change when="1999-12-31" who="#vera" n="99">approved by Vera</change></revisionDesc></teiHeader>
<text><body><p xml:id="d1">{units}</p></body></text></TEI>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition in which Anna has translated two units, and its files have been still for long."""
    made = make(tmp_path / "edition")
    with opened(made) as edition:
        translate(edition, "u2", "Die Mühle steht hier.")
        translate(edition, "u3", "Niemand mahlt.")
        sync.settled(edition, ANNA)
    for path in (*made.glob("source/*"), *made.glob("locales/*/*/*")):
        still(path)
    return made


def still(path: Path) -> None:
    os.utime(path, (time.time() - 60,) * 2)


def rewritten(
    folder: Path, unit: str, text: str, *lines: dict[str, object], flags: tuple[str, ...] = ()
) -> None:
    """Change an entry of the catalog, with lines of ours that somebody made up."""
    path = folder / CATALOG
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog.metadata["Last-Translator"] = "Vera <vera@example.org>"
    catalog.metadata["PO-Revision-Date"] = "1999-12-31 23:59+0000"
    entry = catalog.find(unit, by="msgctxt")
    entry.msgstr, entry.flags = text, list(flags)
    entry.tcomment = "\n".join(
        f"hexapla: {json.dumps(line, sort_keys=True, ensure_ascii=False)}" for line in lines
    )
    catalog.save(str(path))
    still(path)


def taken(folder: Path) -> Iterator[Edition]:
    with opened(folder, ANNA) as edition:
        sync.sync(edition, ANNA)
        yield edition


def honest_hash(edition: Edition, unit: str, text: str) -> str:
    """Return the hash that a forger would write, who knows how it is made."""
    from hexapla.model.catalog import entry_hash

    return entry_hash(unit, edition.desk.row("mill", "de", unit).entry.msgid, text)


@pytest.mark.parametrize("state", ["translated", "reviewed", "approved"])
def test_a_catalog_sets_no_author_and_no_time(folder: Path, state: str) -> None:
    text = "Die Mühle stand hier."
    with opened(folder) as edition:
        base = honest_hash(edition, "u2", text)
        numbers = edition.desk.last_revision()
    rewritten(folder, "u2", text, {"at": OLD, "base": base, "by": "vera", "state": state, "revision": 7})
    for edition in taken(folder):
        entry = edition.desk.row("mill", "de", "u2").entry
        assert (entry.msgstr, entry.by) == (text, "anna")
        last = edition.desk.revisions("mill", "de", "u2")[-1]
        assert (last.by, last.number) == ("anna", numbers + 1)
        assert last.at > OLD and entry.at > OLD
        assert "vera" not in edition.desk.names()


def test_a_state_that_was_copied_from_elsewhere_counts_for_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        base = honest_hash(edition, "u3", "Niemand mahlt.")
    rewritten(folder, "u2", "Ganz anders.", {"at": OLD, "base": base, "by": "vera", "state": "approved"})
    for edition in taken(folder):
        assert edition.desk.row("mill", "de", "u2").entry.state is State.TRANSLATED


def test_remarks_in_a_catalog_are_of_whoever_syncs(folder: Path) -> None:
    said = {"at": OLD, "by": "vera", "text": "Vera says so."}
    with opened(folder) as edition:
        base = honest_hash(edition, "u2", "Die Mühle stand hier.")
    rewritten(
        folder,
        "u2",
        "Die Mühle stand hier.",
        {"at": OLD, "base": base, "by": "vera", "state": "translated"},
        {"comment": said},
        {"suggestion": said | {"origin": "person"}},
        {
            "waiver": {
                "at": OLD,
                "by": "vera",
                "finding": "f",
                "hash": "0",
                "reason": "so",
                "subject": "",
                "units": ["u2"],
            }
        },
    )
    for edition in taken(folder):
        entry = edition.desk.row("mill", "de", "u2").entry
        found = (*entry.comments, *entry.suggestions, *entry.waivers)
        assert len(found) == 3
        assert {one.by for one in found} == {"anna"}
        assert all(one.at > OLD for one in found)


@pytest.mark.parametrize("ours", [True, False])
def test_a_foreign_catalog_sets_no_author_state_or_id(folder: Path, *, ours: bool) -> None:
    """One with lines of ours is refused: it is merged, or it is none of ours."""
    file = folder.parent / "ferry.po"
    line = json.dumps({"at": OLD, "base": "000000000000", "by": "vera", "state": "approved"})
    line = f"hexapla: {line}" if ours else f"Hexapla: {line}"
    file.write_text(
        'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Last-Translator: Vera <vera@example.org>\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'# {line}\n#. by vera\nmsgctxt "harbour"\nmsgid "The ferry."\nmsgstr "Die Fähre."\n\n'
        f'# {line}\n#, approved\nmsgctxt "../../u1"\nmsgid "The quay."\nmsgstr "Der Kai."\n',
        "utf-8",
    )
    with opened(folder) as edition:
        if ours:
            with pytest.raises(BadFile, match="cannot be added as a text"):
                ingest.read(edition, file)
            return
        ingest.store(edition, ANNA, ingest.read(edition, file))
        rows = edition.desk.rows(edition.text_id("ferry"), "de", limit=None)
        assert [row.entry.units for row in rows] == [("u1",), ("u2",)]
        assert {(row.entry.by, row.entry.state) for row in rows} == {("anna", State.TRANSLATED)}
        assert all(row.entry.at > OLD for row in rows)
        assert "vera" not in edition.desk.names()


@pytest.mark.parametrize("units", IDS)
def test_a_document_brings_in_no_ids_of_its_own(folder: Path, units: str) -> None:
    """Added anew it gets ids that were never given, or is refused; what is there keeps its words either way."""
    file = folder.parent / "forged.xml"
    file.write_text(TEI.format(units=units), "utf-8")
    with opened(folder) as edition:
        try:
            ingest.store(edition, ANNA, ingest.read(edition, file))
        except HexaplaError:
            assert edition.settings.text("forged") is None
        else:
            text = edition.text("forged")
            ids = [unit.id for unit in text.units]
            assert len(set(ids)) == len(ids) and text.id != "mill"
            assert edition.settings.text("forged").next < 1000  # type: ignore[union-attr]
        assert edition.desk.row("mill", "de", "u2").entry.msgstr == "Die Mühle steht hier."
        assert edition.desk.check() == []


@pytest.mark.parametrize("units", IDS)
def test_a_document_in_the_folder_cannot_double_ids(folder: Path, units: str) -> None:
    path = folder / "source" / "mill.xml"
    path.write_text(TEI.format(units=units), "utf-8")
    still(path)
    with opened(folder, VERA) as edition:
        rows = sync.sync(edition, VERA)
        (told,) = [row for row in rows if row.file == "source/mill.xml"]
        ids = [unit.id for unit in edition.text("mill").units]
        assert len(set(ids)) == len(ids)
        if told.skipped or "u2" in ids:
            assert edition.desk.row("mill", "de", "u2").entry.by == "anna"
        assert edition.desk.check() == []
        said = [one.msgstr for one in edition.desk.revisions("mill", "de", "u2")]
        assert "Die Mühle steht hier." in said


def test_the_settings_file_gives_no_rights(folder: Path) -> None:
    with opened(folder) as edition:
        membership.grant(edition, ANNA, "vera", rights=[next(iter(ALL))], langs=["de"])
        before = people.member(edition, "vera")
    path = folder / "source" / "edition.toml"
    text = path.read_text("utf-8").replace('languages = ["de"]', "")
    rights = json.dumps(sorted(ALL))
    path.write_text(text + f'\n[[people]]\nid = "mallory"\nname = "Anna"\nrights = {rights}\n', "utf-8")
    still(path)
    with opened(folder) as edition:
        sync.settled(edition, ANNA)
        assert "mallory" in {one.id for one in edition.settings.people}
        assert people.member(edition, "vera") == before
        mallory = people.member(edition, "mallory")
        assert mallory is None or not mallory.rights
        for row in membership.listed(edition, ANNA):
            assert row.person.id != "mallory" or not row.person.rights


def test_the_settings_file_does_not_say_whose_desk_it_is(folder: Path) -> None:
    path = folder / "source" / "edition.toml"
    with opened(folder) as edition:
        own = edition.settings.id
    text = path.read_text("utf-8")
    path.write_text(text.replace(own, "00000000-0000-0000-0000-000000000000"), "utf-8")
    with pytest.raises(HexaplaError, match="another edition"), opened(folder):
        pass


def test_only_an_empty_desk_believes_a_catalog(folder: Path) -> None:
    """A desk that is rebuilt takes authors and times as the folder says; it has nothing to ask."""
    text = "Die Mühle stand hier."
    with opened(folder) as edition:
        base = honest_hash(edition, "u2", text)
    rewritten(folder, "u2", text, {"at": OLD, "base": base, "by": "vera", "state": "reviewed"})
    shutil.rmtree(folder / ".hexapla")
    with opened(folder) as edition:
        entry = edition.desk.row("mill", "de", "u2").entry
        assert (entry.by, entry.at, entry.state) == ("vera", OLD, State.REVIEWED)
        held = people.member(edition, "vera")
        assert held is None or not held.rights, "an author of the file has no rights by that"


def test_a_file_that_is_no_edition_is_none(folder: Path) -> None:
    with opened(folder) as edition, pytest.raises(BadFile):
        file = folder.parent / "broken.po"
        file.write_text('msgid "a"\nmsgstr "b', "utf-8")
        ingest.read(edition, file)
