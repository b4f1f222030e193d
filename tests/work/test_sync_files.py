"""Sync of whole files: edition.toml, the TEI documents, the glossary; what both sides changed is never lost."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editions import ANNA, entry_text, make, opened, translate
from hexapla.model.catalog import State
from hexapla.model.errors import BadFile, HexaplaError, NotAnEdition
from hexapla.work import settings, sync
from hexapla.work.edition import Edition
from hexapla.work.sync.glossary import GLOSSARY

TEXT, TOML, TBX = "source/mill.xml", "source/edition.toml", "source/glossary.tbx"
GLOSSARY_TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
 <tbxHeader><fileDesc><sourceDesc><p>Ours.</p></sourceDesc></fileDesc></tbxHeader>
 <text>
  <body>
   <conceptEntry id="c1">
    <langSec xml:lang="en">
     <termSec>
      <term>mill</term>
     </termSec>
    </langSec>
    <langSec xml:lang="de">
     <termSec>
      <term>M\u00fchle</term>
     </termSec>
    </langSec>
   </conceptEntry>
  </body>
 </text>
</tbx>
"""


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    folder = make(tmp_path / "edition")
    (folder / TBX).write_text(GLOSSARY_TEXT, "utf-8")
    with opened(folder) as edition:
        assert [row for row in synced(edition) if row.skipped] == []
        yield edition


def edit(edition: Edition, file: str, old: str, new: str) -> None:
    """Change a file as an editor does, and a minute ago."""
    assert edition.root is not None
    path = edition.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, (time.time() - 60,) * 2)


def synced(edition: Edition, **options: object) -> list[sync.Synced]:
    return sync.sync(edition, ANNA, **options)  # type: ignore[arg-type]


def row_of(edition: Edition, file: str, **options: object) -> sync.Synced:
    return next(row for row in synced(edition, **options) if row.file == file)


def read(edition: Edition, file: str) -> str:
    assert edition.root is not None
    return (edition.root / file).read_text("utf-8")


def change_term(edition: Edition, old: str, new: str) -> None:
    source = (edition.desk.document(GLOSSARY) or b"").decode()
    edition.desk.put_document(GLOSSARY, source.replace(old, new, 1).encode())


def test_nothing_changed_is_nothing_to_tell_and_nothing_is_written(edition: Edition) -> None:
    assert edition.root is not None
    before = {path: path.stat().st_mtime_ns for path in edition.root.rglob("*.*") if path.is_file()}
    assert all(row.quiet for row in synced(edition))
    for path, stamp in before.items():
        assert (
            path.suffix in (".sqlite3", ".lock") or "sqlite3" in path.name or path.stat().st_mtime_ns == stamp
        )


def test_a_source_edited_in_the_folder_is_revised_on_the_desk(edition: Edition) -> None:
    translate(edition, "u2", "Die M\u00fchle steht.", state=State.APPROVED)
    translate(edition, "u3", "Niemand mahlt.", state=State.APPROVED)
    edit(edition, TEXT, "where the river bends", "where the road bends")
    assert row_of(edition, TEXT, dry_run=True).taken == 1
    assert entry_state(edition, "u2") is State.APPROVED, "a dry run changes nothing"
    assert row_of(edition, TEXT).taken == 1
    row = edition.desk.row("mill", "de", "u2").entry
    assert (row.state, row.msgstr) == (State.NEEDS_WORK, "Die M\u00fchle steht.")
    assert row.previous == "The mill stands where the river bends."
    assert entry_state(edition, "u3") is State.APPROVED
    assert "where the road bends" in read(edition, "locales/de/LC_MESSAGES/mill.po")
    assert all(one.quiet for one in synced(edition))


def entry_state(edition: Edition, unit: str) -> State:
    return edition.desk.row("mill", "de", unit).entry.state


def test_a_source_changed_on_the_desk_is_written_to_the_folder(edition: Edition) -> None:
    _on_the_desk(edition, "river", "brook")
    assert row_of(edition, TEXT).written
    assert "where the brook bends" in read(edition, TEXT)
    assert all(one.quiet for one in synced(edition))


def _on_the_desk(edition: Edition, old: str, new: str) -> None:
    from hexapla.formats import tei

    source = edition.desk.tei("mill").replace(old.encode(), new.encode(), 1)
    edition.desk.put_text(ANNA, tei.parse(source), slug="mill", tei=source, languages=("de", "hu"))


@pytest.mark.parametrize("take", ["", "file", "desk"])
def test_a_source_changed_on_both_sides_waits_for_a_person(edition: Edition, take: str) -> None:
    _on_the_desk(edition, "river", "brook")
    edit(edition, TEXT, "river", "road")
    row = row_of(edition, TEXT)
    assert "neither was touched" in row.skipped
    assert [one.name for one in row.findings] == ["sync-conflict"]
    assert "road" in read(edition, TEXT) and b"brook" in edition.desk.tei("mill")
    done = row_of(edition, TEXT, take=take)
    wanted = {"": None, "file": "road", "desk": "brook"}[take]
    if wanted:
        assert not done.skipped
        assert wanted in read(edition, TEXT) and wanted.encode() in edition.desk.tei("mill")
        assert all(one.quiet for one in synced(edition))
    else:
        assert done.skipped


def test_an_older_source_put_back_does_not_undo_the_newer(edition: Edition) -> None:
    old = read(edition, TEXT)
    edit(edition, TEXT, "river", "road")
    synced(edition)
    edit(edition, TEXT, read(edition, TEXT), old)
    row = row_of(edition, TEXT)
    assert (row.older, row.written) == (1, True)
    assert "road" in read(edition, TEXT)
    edit(edition, TEXT, read(edition, TEXT), old)
    assert row_of(edition, TEXT, take="file").taken == 1
    assert "river" in read(edition, TEXT) and b"river" in edition.desk.tei("mill")


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: text.replace('xml:id="mill"', 'xml:id="other"', 1),
        lambda text: "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + text.split("?>", 1)[1],
    ],
    ids=["cut", "empty", "another text", "entity"],
)
def test_a_damaged_source_is_left_alone_and_named(edition: Edition, damage: Callable[[str], str]) -> None:
    translate(edition, "u2", "Die M\u00fchle steht.")
    before = edition.desk.tei("mill")
    edit(edition, TEXT, read(edition, TEXT), damage(read(edition, TEXT)))
    wrong = read(edition, TEXT)
    row = row_of(edition, TEXT)
    assert TEXT in row.skipped
    assert [one.name for one in row.findings] == ["sync-unreadable"]
    assert (edition.desk.tei("mill"), read(edition, TEXT)) == (before, wrong)
    assert edition.root is not None
    with opened(edition.root) as again:
        assert entry_text(again, "u2") == "Die M\u00fchle steht.", "the edition opens all the same"


def test_a_missing_source_is_written_again(edition: Edition) -> None:
    assert edition.root is not None
    text = read(edition, TEXT)
    (edition.root / TEXT).unlink()
    assert row_of(edition, TEXT).written
    assert read(edition, TEXT) == text


def test_a_unit_that_somebody_added_by_hand_never_has_its_number_given_again(edition: Edition) -> None:
    edit(edition, TEXT, 'xml:id="u10"', 'xml:id="u40"')
    synced(edition)
    assert re.search(r'slug = "mill"\nnext = 41', read(edition, TOML))


def test_settings_come_together_key_by_key(edition: Edition) -> None:
    edit(edition, TOML, 'licence = "CC BY 4.0"', 'licence = "CC0"  # at last')
    edition.renew()
    kept = read(edition, TOML)
    edit(edition, TOML, kept, kept.replace("CC0", "CC BY 4.0"))
    settings.change(edition, lambda now: replace(now, date="2027"))
    assert 'date = "2027"' in read(edition, TOML)
    edit(edition, TOML, 'licence = "CC BY 4.0"', 'licence = "CC0"')
    settings.change(edition, lambda now: replace(now, title=now.title | {"de": "Die M\u00fchle"}))
    synced(edition)
    text = read(edition, TOML)
    assert 'licence = "CC0"  # at last' in text
    assert 'de = "Die M\u00fchle"' in text
    assert (edition.settings.licence, edition.settings.date) == ("CC0", "2027")


def test_a_setting_changed_on_both_sides_is_the_desks_and_a_finding_says_so(edition: Edition) -> None:
    settings.change(edition, lambda now: replace(now, date="2027"), write=False)
    edit(edition, TOML, 'date = "2026"', 'date = "2030"')
    row = row_of(edition, TOML)
    assert [one.name for one in row.findings] == ["sync-conflict"]
    assert "\u201cdate\u201d was changed here and in the file" in row.findings[0].message
    assert 'date = "2027"' in read(edition, TOML)


def test_a_file_never_lowers_the_next_number_nor_names_another_edition(edition: Edition) -> None:
    before = edition.settings
    after = before.text("mill").next
    edit(edition, TOML, f"next = {after}", "next = 2")
    edit(edition, TOML, f'id = "{before.id}"', 'id = "another"')
    row = row_of(edition, TOML)
    assert row.written and "\u201cid\u201d was changed here and in the file" in row.findings[0].message
    assert edition.settings == before
    assert f"next = {after}" in read(edition, TOML) and before.id in read(edition, TOML)


def test_a_remark_alone_is_taken_with_the_file(edition: Edition) -> None:
    edit(edition, TOML, 'date = "2026"', 'date = "2026"  # of the first printing')
    row = row_of(edition, TOML)
    assert not row.written and not row.findings
    settings.change(edition, lambda now: replace(now, licence="CC0"))
    assert "# of the first printing" in read(edition, TOML)


def test_damaged_settings_are_named_and_nothing_is_taken(edition: Edition) -> None:
    edit(edition, TOML, "targets", "tragets")
    row = row_of(edition, TOML)
    assert "tragets" in row.skipped
    assert edition.settings.targets == ("de", "hu")
    assert edition.root is not None
    with pytest.raises(NotAnEdition, match="tragets"), opened(edition.root):
        pass


def test_the_glossary_comes_together_term_by_term(edition: Edition) -> None:
    edit(edition, TBX, "<term>mill</term>", "<term>water mill</term>")
    change_term(edition, "<term>M\u00fchle</term>", "<term>Wasserm\u00fchle</term>")
    row = row_of(edition, TBX)
    assert row.written and not row.findings
    for words in ("water mill", "Wasserm\u00fchle"):
        assert words in read(edition, TBX)
        assert words.encode() in (edition.desk.document(GLOSSARY) or b"")
    assert all(one.quiet for one in synced(edition))


def test_a_term_changed_on_both_sides_is_kept_twice_and_told(edition: Edition) -> None:
    preferred = '</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
    edit(edition, TBX, "<term>M\u00fchle</term>", f"<term>Mahlwerk{preferred}")
    change_term(edition, "<term>M\u00fchle</term>", f"<term>Wasserm\u00fchle{preferred}")
    row = row_of(edition, TBX)
    assert [one.name for one in row.findings] == ["sync-conflict"]
    for words in ("Mahlwerk", "Wasserm\u00fchle"):
        assert words in read(edition, TBX)


def test_what_the_file_holds_besides_stays_when_both_changed(edition: Edition) -> None:
    edit(edition, TBX, "<term>mill</term>", "<term>mill</term><!-- not the factory -->")
    change_term(edition, "<term>M\u00fchle</term>", "<term>Wasserm\u00fchle</term>")
    assert row_of(edition, TBX).written
    assert "<term>mill</term><!-- not the factory -->" in read(edition, TBX)
    assert "Wasserm\u00fchle" in read(edition, TBX)


def test_a_damaged_or_missing_glossary_takes_nothing_away(edition: Edition) -> None:
    assert edition.root is not None
    before = edition.desk.document(GLOSSARY)
    edit(edition, TBX, "</conceptEntry>", "")
    assert TBX in row_of(edition, TBX).skipped
    (edition.root / TBX).unlink()
    row_of(edition, TBX)
    assert edition.desk.document(GLOSSARY) == before
    assert read(edition, TBX) == GLOSSARY_TEXT


def test_a_desk_is_rebuilt_with_texts_settings_and_glossary(edition: Edition) -> None:
    assert edition.root is not None
    translate(edition, "u2", "Die M\u00fchle steht.")
    synced(edition)
    before = (edition.desk.tei("mill"), edition.desk.document(GLOSSARY), edition.settings)
    with opened(edition.root, desk=str(edition.root.parent / "other.sqlite3")) as again:
        assert (again.desk.tei("mill"), again.desk.document(GLOSSARY), again.settings) == before
        assert entry_text(again, "u2") == "Die M\u00fchle steht."


def test_an_edition_without_its_folder(edition: Edition, tmp_path: Path) -> None:
    assert edition.root is not None
    elsewhere, desk = tmp_path / "elsewhere", edition.root / ".hexapla" / "desk.sqlite3"
    elsewhere.mkdir()
    with opened(elsewhere, desk=str(desk)) as alone:
        assert alone.root is None
        assert alone.settings == edition.settings
        translate(alone, "u2", "Die M\u00fchle steht.")
        settings.change(alone, lambda now: replace(now, date="2031"))
        assert sync.sync(alone, ANNA) == []
    assert list(elsewhere.iterdir()) == []
    edition.renew()
    assert edition.settings.date == "2031"
    synced(edition)
    assert 'date = "2031"' in read(edition, TOML)
    for where, sentence in (("nothing.sqlite3", "no desk at this address"),):
        with pytest.raises(NotAnEdition, match=sentence), opened(elsewhere, desk=str(tmp_path / where)):
            pass


def test_a_save_made_while_a_sync_is_planned_is_not_overwritten(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file changed a unit; somebody saves it between the plan and its carrying out: both texts are kept."""
    from hexapla.desk.doors.meetings import Meetings

    translate(edition, "u2", "Erste Fassung.")
    synced(edition)
    edit(edition, "locales/de/LC_MESSAGES/mill.po", "Erste Fassung.", "Fassung der Datei.")
    genuine = Meetings.take

    def late(self: Meetings, *given: object, **named: object) -> object:
        monkeypatch.setattr(Meetings, "take", genuine)
        translate(edition, "u2", "Eben gespeichert.")
        return genuine(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Meetings, "take", late)
    synced(edition)
    row = edition.desk.row("mill", "de", "u2").entry
    assert row.msgstr == "Eben gespeichert."
    assert [one.text for one in row.suggestions] == ["Fassung der Datei."]


def test_a_text_that_is_nowhere_is_named(edition: Edition) -> None:
    assert edition.root is not None
    text = read(edition, TOML)
    (edition.root / TOML).write_text(text + '\n[[text]]\nslug = "lost"\n', "utf-8")
    with pytest.raises((BadFile, HexaplaError), match="lost"), opened(edition.root):
        pass


def test_a_text_that_a_catalog_keeps_aside_is_offered_when_its_unit_lives(edition: Edition) -> None:
    """As msgattrib leaves it, or a reverted source on a rebuilt desk: never dropped without a word."""
    assert edition.root is not None
    catalog = edition.root / "locales/de/LC_MESSAGES/mill.po"
    translate(edition, "u2", "Die M\u00fchle steht.")
    synced(edition)
    text = catalog.read_text("utf-8")
    start = text.index('msgctxt "u2"')
    end = text.index("\n\n", start)
    head = text.rindex("\n\n", 0, start)
    lines = (
        text[:head]
        + text[end:]
        + "\n"
        + "\n".join(f"#~ {line}" for line in text[start:end].splitlines())
        + "\n"
    )
    catalog.write_text(lines, "utf-8")
    os.utime(catalog, (time.time() - 60,) * 2)
    with opened(edition.root, desk=str(edition.root.parent / "other.sqlite3")) as again:
        row = again.desk.row("mill", "de", "u2").entry
        assert (row.msgstr, [one.text for one in row.suggestions]) == ("", ["Die M\u00fchle steht."])
        assert row_of(again, "locales/de/LC_MESSAGES/mill.po").written
    assert "Die M\u00fchle steht." in catalog.read_text("utf-8")


def test_a_dry_run_names_a_damaged_source_too(edition: Edition) -> None:
    edit(edition, TEXT, "</body>", "")
    assert TEXT in row_of(edition, TEXT, dry_run=True).skipped
