"""polib, behind its adapter: never a path, never a line break that the file has not."""

from pathlib import Path

import polib
import pytest
from hypothesis import example, given, settings

from catalog_texts import catalog, texts
from hexapla.formats.po import parse
from hexapla.formats.po.adapter import read_fields, text_lines


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


@given(texts.filter(lambda text: text.split("\n") == f"{text}\n".splitlines()))
@example("")
@example("\\")
@example('a "b" \\n')
@example("a\n")
@example("\n\n")
@settings(max_examples=200, deadline=None)
def test_each_field_is_written_as_polib_writes_it(text: str) -> None:
    one = polib.POEntry(msgctxt=text, msgid=text, msgstr=text, previous_msgid=text)
    more = polib.POEntry(msgid=text, msgid_plural=text or "x", msgstr_plural={0: text, 1: text})
    assert one.__unicode__(wrapwidth=0).split("\n")[:-1] == [
        *(f"#| {line}" for line in text_lines("msgid", text)),
        *(line for keyword in ("msgctxt", "msgid", "msgstr") for line in text_lines(keyword, text)),
    ]
    assert more.__unicode__(wrapwidth=0).split("\n")[:-1] == [
        *text_lines("msgid", text),
        *text_lines("msgid_plural", text or "x"),
        *(line for index in (0, 1) for line in text_lines(f"msgstr[{index}]", text)),
    ]
