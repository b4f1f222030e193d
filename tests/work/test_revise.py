"""Revising a text of an edition: what it does is told before it is done, and nobody's work is lost by it."""

import os
import random
import time
from pathlib import Path

import polib
import pytest

import documents
import revised_books
from editions import ANNA, ESSAY, VERA, entry_text, make, opened, translate
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Row
from hexapla.model.errors import BadName, Conflict, Denied, HexaplaError
from hexapla.model.mend import Effect
from hexapla.model.person import Person, Right
from hexapla.model.revised import Fate
from hexapla.work import changes, ingest, originals, revise, sync
from hexapla.work.edition import Edition

BENDS, NOBODY = "where the river bends. Nobody", "where the river bends, and nobody"
CATALOG = Path("locales/de/LC_MESSAGES/mill.po")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "e")


def age(path: Path) -> None:
    """Make a file look as if it had been still for long."""
    os.utime(path, (time.time() - 60,) * 2)


def plan(edition: Edition, text: str, person: Person = ANNA, name: str = "mill.txt") -> revise.Plan:
    assert edition.root is not None
    file = edition.root.parent / name
    file.write_text(text, "utf-8")
    return revise.plan(edition, person, "mill", ingest.read(edition, file, slug="mill"))


def revised(edition: Edition, text: str, **options: object) -> list[sync.Synced]:
    return revise.apply(edition, ANNA, plan(edition, text), **options)  # type: ignore[arg-type]


def row(edition: Edition, unit: str, lang: str = "de") -> Row:
    return edition.desk.row("mill", lang, unit)


def everything(folder: Path) -> dict[str, bytes]:
    """Return all files of an edition but its desk."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".hexapla" not in path.parts
    }


def catalog(folder: Path) -> dict[str, polib.POEntry]:
    found = polib.pofile(str(folder / CATALOG), wrapwidth=0)
    return {entry.msgctxt: entry for entry in found if not entry.obsolete}


def said(source: bytes) -> list[str]:
    """Return the lines of a catalog that gettext knows."""
    return [line for line in source.decode().splitlines() if not line.startswith("# hexapla:")]


def test_the_unchanged_file_is_no_change_byte_for_byte(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht, wo der Fluss sich biegt.", state=State.APPROVED)
        sync.sync(edition, ANNA)
        files, number = everything(folder), edition.desk.last_revision()
        sets, tei = edition.desk.changes.listed(limit=1), edition.desk.tei("mill")
        made = plan(edition, ESSAY)
        assert made.is_empty and {one.fate for one in made.fates} == {Fate.SAME}
        revise.apply(edition, ANNA, made)
        assert everything(folder) == files
        assert edition.desk.tei("mill") == tei
        assert (edition.desk.last_revision(), edition.desk.changes.listed(limit=1)) == (number, sets)


def test_the_very_file_again_is_no_change_whatever_has_been_mended_since(folder: Path) -> None:
    with opened(folder) as edition:
        mended = edition.desk.tei("mill").replace(b"sixty years", b"<emph>seventy</emph> years")
        path = folder / "source" / "mill.xml"
        path.write_bytes(mended)
        age(path)
        sync.sync(edition, ANNA)
        assert b"<emph>" in edition.desk.tei("mill")
        assert plan(edition, ESSAY).is_empty
        assert not plan(edition, ESSAY + "\nMore.\n").is_empty


def test_what_a_revision_does_is_told_and_then_done(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht, wo der Fluss sich biegt.", state=State.APPROVED)
        translate(edition, "u3", "Seit sechzig Jahren mahlt hier niemand.", state=State.REVIEWED)
        translate(edition, "u6", "Sie werden sich nie einig.")
        translate(edition, "u6", "Sosem értenek egyet.", lang="hu")
        before = (edition.desk.tei("mill"), everything(folder))
        made = plan(
            edition, ESSAY.replace("sixty", "seventy").replace("They never agree. ", "") + "\nIt ends.\n"
        )
        assert made.effects == (
            Effect(
                "de", kept=1, work=1, aside=1, words=8, states=((State.TRANSLATED, 1), (State.REVIEWED, 1))
            ),
            Effect("hu", aside=1, states=((State.TRANSLATED, 1),)),
        )
        assert made.edited == {"u3"}
        assert made.counts[Fate.NEW].units == made.counts[Fate.REMOVED].units == 1
        assert (edition.desk.tei("mill"), everything(folder)) == before, "nothing is done by telling"
        revise.apply(edition, ANNA, made)
        third = row(edition, "u3").entry
        assert (third.state, third.previous) == (
            State.NEEDS_WORK,
            "Nobody has ground flour here for sixty years.",
        )
        assert row(edition, "u2").entry.state is State.APPROVED
        assert edition.desk.obsolete("mill", "hu")[0].entry.msgstr == "Sosem értenek egyet."
        assert row(edition, "u11").entry.msgid == "It ends."
        assert edition.settings.text("mill").next == 12  # type: ignore[union-attr]
        assert edition.desk.check() == []
    entries = catalog(folder)
    assert (
        entries["u3"].fuzzy
        and entries["u3"].previous_msgid == "Nobody has ground flour here for sixty years."
    )
    assert "u6" not in entries and not entries["u2"].fuzzy
    assert "Sie werden sich nie einig." in (folder / CATALOG).read_text("utf-8")
    assert "seventy" in (folder / "source" / "mill.xml").read_text("utf-8")


def test_minor_corrections_keep_states_all_or_some(folder: Path) -> None:
    text = ESSAY.replace("sixty", "seventy").replace("still turns", "turns still")
    with opened(folder) as edition:
        for unit in ("u3", "u4"):
            translate(edition, unit, f"{unit}.", state=State.APPROVED)
        made = plan(edition, text)
        assert revise.effects(edition, ANNA, made, {"u4"})[0].work == 1
        revise.apply(edition, ANNA, made, minor={"u4"})
        assert (row(edition, "u3").entry.state, row(edition, "u4").entry.state) == (
            State.NEEDS_WORK,
            State.APPROVED,
        )
        revised(edition, ESSAY, minor=True)
        assert (row(edition, "u3").entry.state, row(edition, "u4").entry.state) == (
            State.NEEDS_WORK,
            State.APPROVED,
        ), "what needed work before needs it still"
        assert row(edition, "u4").entry.msgid == "The wheel still turns."


def test_two_made_one_and_parted_again_lose_nothing_and_are_undone(folder: Path) -> None:
    with opened(folder) as edition:
        translate(edition, "u2", "Die Mühle steht.", state=State.APPROVED)
        translate(edition, "u3", "Niemand mahlt.", person=VERA)
        edition.desk.remarks.comment(VERA, "mill", "de", ("u3",), "Sixty?")
        edition.desk.fill(
            ANNA, "mill", "hu", [Entry(("u3", "u4"), "", "Senki, forog.", State.REVIEWED)], kind="x"
        )
        sync.sync(edition, ANNA)
        files = everything(folder)
        rows = {lang: edition.desk.rows("mill", lang, limit=None) for lang in ("de", "hu")}
        revised(edition, ESSAY.replace(BENDS, NOBODY))
        one = row(edition, "u2").entry
        assert (one.msgstr, one.state) == ("Die Mühle steht. Niemand mahlt.", State.NEEDS_WORK)
        assert [said.text for said in one.comments] == ["Sixty?"]
        assert row(edition, "u4", "hu").entry.units == ("u2", "u4")
        set_made = edition.desk.changes.listed(limit=1)[0]
        assert (set_made.kind, set_made.note) == ("revise", "mill.txt")
        revised(edition, ESSAY)
        assert row(edition, "u2a").entry.msgid == "Nobody has ground flour here for sixty years."
        changes.undo(edition, ANNA, edition.desk.changes.listed(limit=1)[0].number)
        changes.undo(edition, ANNA, set_made.number)
        again = {lang: edition.desk.rows("mill", lang, limit=None) for lang in ("de", "hu")}
        assert {lang: [r.entry for r in some] for lang, some in again.items()} == {
            lang: [r.entry for r in some] for lang, some in rows.items()
        }
        sync.sync(edition, ANNA)
        assert edition.desk.check() == []
    after = everything(folder)
    assert after["source/mill.xml"] == files["source/mill.xml"]
    catalogs = [name for name in files if name.endswith(".po")]
    assert len(catalogs) == 4
    for name in catalogs:
        assert said(after[name]) == said(files[name]), (
            "but for what the text was put over, and a closed remark"
        )


def test_words_that_come_back_are_offered_their_translation(folder: Path) -> None:
    without = ESSAY.replace("They never agree. ", "")
    with opened(folder) as edition:
        translate(edition, "u6", "Sie werden sich nie einig.", state=State.APPROVED)
        revised(edition, without)
        revised(edition, ESSAY)
        one = row(edition, "u11").entry
        assert (one.msgid, one.msgstr, one.state) == ("They never agree.", "", State.UNTRANSLATED)
        assert [(offer.text, offer.by, offer.origin) for offer in one.suggestions] == [
            ("Sie werden sich nie einig.", "anna", "revise")
        ]
        assert edition.desk.obsolete("mill", "de")[0].entry.state is State.APPROVED


def test_a_text_that_changed_since_the_plan_is_not_overwritten(folder: Path) -> None:
    with opened(folder) as edition:
        made = plan(edition, ESSAY.replace("sixty", "seventy"))
        revised(edition, ESSAY.replace("sixty", "eighty"))
        with pytest.raises(Conflict, match="read the file again"):
            revise.apply(edition, ANNA, made)
        assert "eighty" in row(edition, "u3").entry.msgid


def test_a_translation_saved_since_the_plan_stays(folder: Path) -> None:
    with opened(folder) as edition:
        made = plan(edition, ESSAY.replace("sixty", "seventy"))
        translate(edition, "u3", "Seit sechzig Jahren.", state=State.REVIEWED)
        revise.apply(edition, ANNA, made)
        assert (entry_text(edition, "u3"), row(edition, "u3").entry.state) == (
            "Seit sechzig Jahren.",
            State.NEEDS_WORK,
        )


def test_who_may_not_manage_may_not_revise(folder: Path) -> None:
    clerk = Person("clerk", "Clerk", frozenset({Right.TRANSLATE, Right.REVIEW}))
    with opened(folder) as edition:
        with pytest.raises(Denied):
            plan(edition, ESSAY + "\nMore.\n", person=clerk)
        made = plan(edition, ESSAY + "\nMore.\n")
        with pytest.raises(Denied):
            revise.apply(edition, clerk, made)
        assert "More." not in edition.desk.tei("mill").decode()


def test_only_a_text_that_is_named_is_revised(folder: Path) -> None:
    with opened(folder) as edition, pytest.raises(BadName, match="--text mill"):
        ingest.read(edition, folder.parent / "mill.txt")


def test_the_original_is_kept_with_its_reader_and_decisions(folder: Path) -> None:
    with opened(folder) as edition:
        first = originals.of(edition, "mill")
        assert first is not None
        assert (first.name, first.reader, first.source) == ("mill.txt", "plain", ESSAY.encode())
        made = plan(edition, ESSAY + "\nMore.\n", name="second.txt")
        revise.apply(edition, ANNA, made)
        second = originals.of(edition, "mill")
        assert second is not None
        assert (second.name, second.source) == ("second.txt", (ESSAY + "\nMore.\n").encode())
        assert originals.of(edition, "edition") is None


PO = """\
msgid ""
msgstr ""
"Language: de\\n"

msgid "The ferry"
msgstr "Die Fähre"

msgid "It comes late."
msgstr "{}"
"""


def test_a_bilingual_file_brings_translations_where_there_are_none(folder: Path) -> None:
    with opened(folder) as edition:
        file = folder.parent / "ferry.po"
        file.write_text(PO.format(""), "utf-8")
        ingest.store(edition, ANNA, ingest.read(edition, file))
        file.write_text(
            PO.format("Sie kommt spät.").replace("The ferry", "The old ferry").replace("Die", "Die alte"),
            "utf-8",
        )
        revise.apply(
            edition, ANNA, revise.plan(edition, ANNA, "ferry", ingest.read(edition, file, slug="ferry"))
        )
        first, second = (row.entry for row in edition.desk.rows("ferry", "de"))
        assert (first.units, first.msgstr, first.state) == (("u1",), "Die Fähre", State.NEEDS_WORK)
        assert [offer.text for offer in first.suggestions] == ["Die alte Fähre"]
        assert (second.msgstr, second.state) == ("Sie kommt spät.", State.TRANSLATED)
        again = revise.plan(edition, ANNA, "ferry", ingest.read(edition, file, slug="ferry"))
        assert not again.changes
        number = edition.desk.last_revision()
        revise.apply(edition, ANNA, again)
        assert edition.desk.last_revision() == number


def test_an_empty_file_is_refused_and_changes_nothing(folder: Path) -> None:
    with opened(folder) as edition:
        before = edition.desk.tei("mill")
        with pytest.raises(HexaplaError):
            plan(edition, "   \n")
        assert edition.desk.tei("mill") == before


def test_in_a_long_book_only_what_changed_is_touched(tmp_path: Path) -> None:
    """5 % edited, 2 % moved, 1 % split, in three languages: every other translation keeps its text and state."""
    dice, langs = random.Random(5), ("de", "hu", "uk")
    first = revised_books.book(dice, 2000)
    second = revised_books.next_state(dice, first, edited=0.05, moved=0.02, split=0.01)
    folder = make(tmp_path / "e", targets=langs, essay=first.text)
    with opened(folder) as edition:
        assert len(edition.text("mill").units) == 2001
        revised_books.translate(edition, ANNA, "mill", langs)
        made = plan(edition, second.text)
        counts = {fate: count.units for fate, count in made.counts.items()}
        assert counts == {Fate.SAME: 1841, Fate.MOVED: 40, Fate.EDITED: 100, Fate.SPLIT: 40}
        assert all((one.kept, one.work, one.divided) == (1881, 100, 20) for one in made.effects)
        revise.apply(edition, ANNA, made)
        assert revised_books.faults(edition, "mill", langs, first, second) == {
            "kept": 3 * 1880,
            "lost": 0,
            "moved and fuzzy": 0,
            "touched and not fuzzy": 0,
        }
        assert edition.desk.check() == []
    for lang in langs:
        catalog = polib.pofile(str(folder / "locales" / lang / "LC_MESSAGES" / "mill.po"), wrapwidth=0)
        assert sum(entry.fuzzy for entry in catalog) == 120
        assert not [entry for entry in catalog if entry.obsolete]


def test_no_file_replaces_the_words_of_the_edition(folder: Path) -> None:
    file = folder.parent / "edition.txt"
    file.write_text("A head\n\nIt is new.\n", "utf-8")
    with opened(folder) as edition:
        before = edition.desk.tei("edition")
        with pytest.raises(BadName, match="own words"):
            ingest.read(edition, file)
        incoming = ingest.read(edition, file, slug="edition")
        with pytest.raises(BadName, match="own words"):
            revise.plan(edition, ANNA, "edition", incoming)
        with pytest.raises(BadName, match="own words"):
            ingest.store(edition, ANNA, incoming)
        assert edition.desk.tei("edition") == before
        own = ingest.of_bytes(edition, before, name="edition.xml", slug="edition")
        assert revise.plan(edition, ANNA, "edition", own).is_empty, "its own document may be edited"


def test_tracked_changes_decided_otherwise_are_a_change(folder: Path) -> None:
    inserted = '<w:ins w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t> and tall</w:t></w:r></w:ins>'
    source = documents.word(
        documents.par(documents.run("The mill")) + documents.par(documents.run("It is old"), inserted)
    )

    def read(changes: str) -> ingest.Incoming:
        return ingest.of_bytes(edition, source, name="tower.docx", slug="tower", changes=changes)

    def words() -> str:
        return str(edition.text("tower").units[-1].source)

    with opened(folder) as edition:
        ingest.store(edition, ANNA, read("accept"))
        assert words() == "It is old and tall"
        assert revise.plan(edition, ANNA, "tower", read("accept")).is_empty
        for changes, expected in (("reject", "It is old"), ("accept", "It is old and tall")):
            revise.apply(edition, ANNA, revise.plan(edition, ANNA, "tower", read(changes)))
            assert words() == expected
            assert revise.plan(edition, ANNA, "tower", read(changes)).is_empty


def test_a_name_that_is_no_utf_8_is_made_one_and_a_failure_stores_nothing(folder: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(folder.parent) + b"/bad\xff.txt"))
    path.write_text("A head\n\nIt is new.\n", "utf-8")
    with opened(folder) as edition:
        broken = ingest.of_bytes(edition, path.read_bytes(), name=path.name, slug="broken")
        with pytest.raises(UnicodeEncodeError):
            ingest.store(edition, ANNA, broken)
        assert [one.slug for one in edition.desk.texts()] == ["edition", "mill"]
        incoming = ingest.read(edition, path)
        ingest.store(edition, ANNA, incoming)
        kept = originals.of(edition, edition.text_id(incoming.slug))
        assert kept is not None and kept.name == "bad\ufffd.txt"


def test_rather_another_text_is_known_as_such(folder: Path) -> None:
    with opened(folder) as edition:
        for unit in ("u2", "u3", "u4"):
            translate(edition, unit, f"{unit}.")
        other = plan(edition, "Grapes\n\nVines climb walls.\n")
        assert (other.is_other, other.aside) == (True, 3)
        assert not plan(edition, ESSAY.replace(" The wheel still turns.", "")).is_other
