"""The sample edition is what it says it is, and the first thing that anyone sees is whole."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from editions import ANNA, opened
from hexapla.formats import tei, xml
from hexapla.formats.tei import inline, schema
from hexapla.model.catalog import State
from hexapla.work import doctor, sync
from hexapla.work.edition import Edition
from tools import need

ROOT = Path(__file__).parents[1]
TBX = "{urn:iso:std:iso:30042:ed-2}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample") / "edition"
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, made / name)
    return made


def entries(edition: Edition, lang: str) -> list[State]:
    return [
        row.entry.state
        for text in edition.settings.texts
        for row in edition.desk.rows(edition.text_id(text.slug), lang, limit=None)
        for _unit in row.entry.units
    ]


def test_sizes_and_shares(folder: Path) -> None:
    with opened(folder) as edition:
        states = {lang: entries(edition, lang) for lang in edition.settings.targets}
    assert set(states) == {"de", "fr", "hu", "ar", "uk"}
    assert all(150 <= len(some) <= 250 for some in states.values())
    for lang in ("de", "fr", "ar"):
        assert all(state.rank >= State.TRANSLATED.rank for state in states[lang])
    share = {
        lang: sum(state.rank >= 1 for state in states[lang]) / len(states[lang]) for lang in ("hu", "uk")
    }
    assert 0.6 <= share["hu"] <= 0.85 and 0.1 <= share["uk"] <= 0.6


def test_joins_an_omission_and_a_translators_note(folder: Path) -> None:
    joins, omissions, notes = 0, [], 0
    with opened(folder) as edition:
        for text in edition.settings.texts:
            for lang in edition.settings.targets:
                for row in edition.desk.rows(edition.text_id(text.slug), lang, limit=None):
                    joins += len(row.entry.units) > 1
                    omissions += [row.entry.reason] if row.entry.state == State.OMITTED else []
                    notes += 'type="translator"' in row.entry.msgstr
    assert joins == 2 and notes == 1
    assert len(omissions) == 1 and omissions[0]


def test_every_kind_of_block_is_there(folder: Path) -> None:
    with opened(folder) as edition:
        kinds = {block.kind for text in edition.settings.texts for block in edition.text(text.slug).blocks}
    assert {
        "head",
        "p",
        "item",
        "quote",
        "epigraph",
        "verse",
        "speaker",
        "turn",
        "note",
        "dateline",
        "salute",
        "signed",
    } <= kinds


def test_bound_tags_and_markup_of_every_translation(folder: Path) -> None:
    with opened(folder) as edition:
        for text in edition.settings.texts:
            for lang in edition.settings.targets:
                for row in edition.desk.rows(edition.text_id(text.slug), lang, limit=None):
                    entry = row.entry
                    assert inline.is_well_formed(entry.msgstr), (text.slug, lang, entry.context)
                    if entry.msgstr:
                        missing = set(inline.bound(entry.msgid)) - set(inline.bound(entry.msgstr))
                        assert not missing, (text.slug, lang, entry.context)


def test_opening_says_what_the_files_say(folder: Path) -> None:
    with opened(folder) as edition:
        assert doctor.examine(edition, ANNA).wrong == ()
        assert all(row.quiet for row in sync.sync(edition, ANNA, dry_run=True))


def test_texts_are_valid_and_written_as_we_write_them() -> None:
    for path in sorted((ROOT / "source").glob("*.xml")):
        source = path.read_bytes()
        assert schema.validate(source) == ()
        assert tei.serialize(tei.parse(source)) == source, path.name


def test_catalogs_pass_gettext() -> None:
    need("msgfmt")
    for path in sorted((ROOT / "locales").rglob("*.po")):
        done = subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), path


def test_the_glossary_has_its_concepts_in_every_language() -> None:
    root = xml.parse((ROOT / "source" / "glossary.tbx").read_bytes(), file="glossary.tbx")
    assert root.get("type") == "TBX-Basic" and root.get("style") == "dca"
    concepts = root.findall(f".//{TBX}conceptEntry")
    assert len(concepts) >= 15
    for concept in concepts:
        langs = [
            one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in concept.findall(f"{TBX}langSec")
        ]
        assert langs == ["en", "de", "fr", "hu", "ar", "uk"]
        assert all(term.text for term in concept.iter(f"{TBX}term"))
