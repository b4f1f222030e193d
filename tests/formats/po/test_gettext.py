"""gettext's own programs find nothing to complain of, and read what we read."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from hexapla.formats.po import Catalog, CatalogEntry, parse, serialize
from hexapla.formats.po.grammar import new_catalog, read, write
from hexapla.model.catalog import Comment, Entry, Place, State, Suggestion, Waiver
from hexapla.model.languages import language
from tools import need

AT = "2026-11-22T18:00:00Z"
ENTRIES = (
    Entry(("u1",), "The ferry is late.", "Késik a komp.", State.TRANSLATED, by="anna", at=AT),
    Entry(("u2", "u3"), "The river is not. It waits.", "A folyó nem; vár.", State.APPROVED, by="béla", at=AT),
    Entry(
        ("u4",), "The pilot sings.", "Énekel.", State.NEEDS_WORK, previous="The pilot hums.", by="anna", at=AT
    ),
    Entry(("u5",), "Nobody pays.", "", State.OMITTED, reason="said before", by="anna", at=AT),
    Entry(("u6",), "The ferry is late.", "", suggestions=(Suggestion("Komp?", by="béla"),)),
    Entry(("u7",), 'Say <hi rend="italic">now</hi>.', 'Mondd <hi rend="italic">most</hi>.', State.REVIEWED),
    Entry(
        ("u8",),
        "The end.",
        "Vége.",
        State.TRANSLATED,
        place=Place("u6", True),
        comments=(Comment("Of what?", question="author"),),
        waivers=(Waiver("length", "", ("u8",), "0a", "short on purpose"),),
    ),
)


def entry(one: Entry) -> CatalogEntry:
    return write(
        one,
        kind="turn",
        heads=("Part one", "On ferries"),
        speaker="Anna",
        reference="source/ferry.xml:u1",
        old=None,
    )


def whole(tag: str = "hu") -> Catalog:
    head = new_catalog(text_title="The ferry", language=language(tag), edition_id="e1", revised=AT)
    gone = replace(entry(ENTRIES[0]), msgctxt="u99", obsolete=True, extracted=(), references=())
    return replace(head, entries=(*map(entry, ENTRIES), gone))


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([need(program), *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("tag", ["hu", "uk", "ar", "zh-Hant", "pt-BR", "grc", "en-x-scots", "ja"])
def test_msgfmt_has_nothing_to_say(tag: str, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(serialize(whole(tag)))
    done = run("msgfmt", "--check", "-o", "/dev/null", str(tmp_path / "a.po"))
    assert (done.returncode, done.stderr) == (0, "")


def test_msgcat_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(serialize(whole()))
    done = run("msgcat", "--no-wrap", str(tmp_path / "a.po"))
    assert done.stderr == ""
    assert parse(done.stdout.encode()) == whole()


def test_msgcat_wraps_and_nothing_is_lost(tmp_path: Path) -> None:
    long = replace(ENTRIES[0], msgid="The ferry " * 30, msgstr="A komp 渡し船 " * 30)
    made = replace(whole(), entries=(entry(long), *whole().entries[1:]))
    (tmp_path / "a.po").write_bytes(serialize(made))
    wrapped = parse(run("msgcat", str(tmp_path / "a.po")).stdout.encode())
    assert [(one.msgid, one.msgstr, one.comments) for one in wrapped.entries] == [
        (one.msgid, one.msgstr, one.comments) for one in made.entries
    ]


def test_a_state_that_msgmerge_carries_to_a_new_source_is_not_believed(tmp_path: Path) -> None:
    approved = replace(ENTRIES[1], units=("u2",))
    (tmp_path / "a.po").write_bytes(serialize(replace(whole(), entries=(entry(approved),))))
    moved = replace(Entry(("u2",), approved.msgid + " Always."))
    (tmp_path / "a.pot").write_bytes(serialize(replace(whole(), entries=(entry(moved),))))
    done = run("msgmerge", "-q", "--previous", str(tmp_path / "a.po"), str(tmp_path / "a.pot"))
    (found,) = [one for one in parse(done.stdout.encode()).entries if not one.obsolete]
    assert '"approved"' in found.comments[0]
    assert read(found).state == State.NEEDS_WORK
    assert read(replace(found, flags=())).state == State.TRANSLATED
    assert read(found).previous == approved.msgid
