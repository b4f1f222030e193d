"""Catalogs that Poedit, Lokalize and Weblate wrote, in the folder that HEXAPLA_PO_DATA names."""

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest

from hexapla.formats.po import CatalogEntry, parse, serialize

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


def test_one_changed_translation_changes_its_lines_alone(source: bytes) -> None:
    read = parse(source)
    for index in range(0, len(read.entries), 997):
        old = read.entries[index]
        new = replace(old, msgstr_plural=()) if old.msgstr_plural else replace(old, msgstr=old.msgstr + " és")
        if old.msgstr_plural:
            continue
        written = serialize(replace(read, entries=(*read.entries[:index], new, *read.entries[index + 1 :])))
        start = source.index(_lines(old).encode())
        assert written[:start] == source[:start]
        after = source[start + len(_lines(old).encode()) :]
        assert written.endswith(after)


def _lines(entry: CatalogEntry) -> str:
    return entry.lines[0] if entry.lines else ""
