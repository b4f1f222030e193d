"""polib, behind its adapter: never a path, never a line break that the file has not."""

from pathlib import Path

import polib
import pytest

from catalog_texts import catalog
from hexapla.formats.po import parse
from hexapla.formats.po.adapter import read_fields


def test_a_text_that_is_a_path_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = 'msgid "a"'
    (tmp_path / name).write_text('msgid "secret"\nmsgstr "of another file"\n')
    assert [entry.msgid for entry in polib.pofile(name)] == ["secret"]
    assert [entry.msgid for entry in read_fields(name + '\nmsgstr "b"\n')] == ["a"]
    monkeypatch.setattr("builtins.open", _fail)
    monkeypatch.setattr("io.open", _fail)
    assert parse(catalog('\nmsgid "a"\nmsgstr "b"\n')).entries[0].msgstr == "b"


def _fail(*_args: object, **_options: object) -> None:
    pytest.fail("a file was opened")


def test_an_empty_msgid_in_a_context_is_no_header() -> None:
    (entry,) = read_fields('msgctxt "u1"\nmsgid ""\nmsgstr "x"\n')
    assert (entry.msgctxt, entry.msgstr) == ("u1", "x")


def test_a_header_in_a_translation_declares_nothing() -> None:
    text = "Content-Type: text/plain; charset=utf-7"
    (entry,) = parse(catalog(f'\nmsgid "{text}"\nmsgstr "+ADw-b+AD4-"\n')).entries
    assert entry.msgstr == "+ADw-b+AD4-"


def test_many_continuations_are_one_text() -> None:
    lines = "".join(f'"{number} "\n' for number in range(5000))
    (entry,) = parse(catalog(f'\nmsgid ""\n{lines}msgstr ""\n')).entries
    assert entry.msgid.split() == [str(number) for number in range(5000)]
