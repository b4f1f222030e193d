"""Catalogs that Poedit, Lokalize and Weblate wrote, in the folder that HEXAPLA_PO_DATA names."""

import gzip
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from catalog_texts import spans, translated_anew
from hexapla.formats.po import chunks, parse, serialize
from tools import need

FOLDER = os.environ.get("HEXAPLA_PO_DATA", "")
FILES = sorted(Path(FOLDER).glob("*.po.gz")) if FOLDER else []

pytestmark = pytest.mark.skipif(not FILES, reason="HEXAPLA_PO_DATA names no folder of catalogs")


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> bytes:
    return gzip.decompress(request.param.read_bytes())


def test_untouched_it_comes_back_byte_for_byte(source: bytes) -> None:
    assert serialize(parse(source)) == source


def test_written_anew_it_says_the_same(source: bytes) -> None:
    read = parse(source)
    bare = replace(read, lines=None, entries=tuple(replace(entry, lines=None) for entry in read.entries))
    written = serialize(bare)
    assert parse(written) == read
    assert serialize(parse(written)) == written


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_one_changed_translation_changes_its_lines_alone(source: bytes, newline: bytes) -> None:
    source = source.replace(b"\r\n", b"\n").replace(b"\n", newline)
    read = parse(source)
    assert serialize(read) == source
    places = spans(read)
    for index in range(0, len(places), 199):
        start, end = places[index]
        new = translated_anew(read.entries[index])
        made = replace(read, entries=(*read.entries[:index], new, *read.entries[index + 1 :]))
        written = serialize(made)
        assert written.startswith(source[:start])
        assert written.endswith(source[end:])
        inside = written[start : len(written) - len(source) + end]
        assert inside != source[start:end]
        assert inside.count(b"\n") == inside.count(newline)


def test_the_quick_way_reads_what_polib_reads(source: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = parse(source)
    monkeypatch.setattr(chunks, "_ordinary", lambda *_text_and_start: None)
    assert parse(source) == quick


def test_msgfmt_is_content_where_it_was(source: bytes, tmp_path: Path) -> None:
    if not _is_clean(source, tmp_path):
        assert not _is_clean(serialize(parse(source)), tmp_path)
        return
    read = parse(source)
    entries = tuple(
        replace(entry, msgstr=f"és {entry.msgstr}")
        if index % 100 == 0 and entry.msgstr and not entry.msgid.startswith("\n")
        else entry
        for index, entry in enumerate(read.entries)
    )
    written = serialize(replace(read, entries=entries))
    assert written != source
    assert _is_clean(written, tmp_path)


def _is_clean(source: bytes, folder: Path) -> bool:
    (folder / "a.po").write_bytes(source)
    done = subprocess.run(
        [need("msgfmt"), "--check", "-o", "/dev/null", str(folder / "a.po")], capture_output=True, check=False
    )
    return (done.returncode, done.stderr) == (0, b"")
