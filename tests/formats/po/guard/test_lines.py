"""The guard before polib: each known fault of a catalog is refused with its line, in one sentence."""

from dataclasses import dataclass

import polib
import pytest

from catalog_texts import FERRY, HEADER, RIVER, catalog
from hexapla.formats.po import parse
from hexapla.formats.po.guard import text
from hexapla.model.errors import BadFile, TooLarge

AFTER = HEADER.count("\n") + 2
"""The line of the first entry's first line, behind header and blank line."""


@dataclass(frozen=True)
class Fault:
    """A damaged body, the line to be named (counted from the first entry's), and words of the message."""

    name: str
    body: str
    line: int
    words: str


FAULTS = (
    Fault("cut in mid text", 'msgid "The fer', 0, "no closing quotation mark"),
    Fault("cut behind a backslash", 'msgid "The fer\\', 0, "no closing quotation mark"),
    Fault("unterminated, then another", 'msgid "The ferry\nmsgstr "komp"\n', 0, "no closing"),
    Fault("unterminated by an escape", 'msgid "a\\"\nmsgstr "b"\n', 0, "no closing quotation mark"),
    Fault("cut behind msgid", 'msgid "a"\n', 0, "cut off"),
    Fault("cut behind msgctxt", 'msgctxt "u1"\n', 0, "cut off"),
    Fault("cut behind a previous msgid", '#| msgid "a"\n', 0, "cut off"),
    Fault("no msgstr, then a comment", 'msgid "a"\n\n# x\nmsgid "b"\nmsgstr "c"\n', 2, "no msgstr"),
    Fault("no msgstr, then an entry", 'msgid "a"\n\nmsgctxt "u2"\nmsgid "b"\nmsgstr "c"\n', 2, "no msgstr"),
    Fault("no msgstr, then a msgid", 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', 1, "no msgstr"),
    Fault("a comment inside an entry", 'msgid "a"\n# x\nmsgstr "b"\n', 1, "no msgstr"),
    Fault("msgstr first", 'msgstr "b"\n', 0, "msgstr is out of place"),
    Fault("msgstr twice", 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 2, "msgstr is out of place"),
    Fault("msgctxt behind msgid", 'msgid "a"\nmsgctxt "u1"\nmsgstr "b"\n', 1, "no msgstr"),
    Fault("text first", '"a"\nmsgid "a"\nmsgstr "b"\n', 0, "belongs to no field"),
    Fault("text behind a comment", 'msgid "a"\nmsgstr "b"\n\n# x\n"c"\n', 4, "belongs to no field"),
    Fault("text without its mark", '#| msgid "x"\n"y"\nmsgid "a"\nmsgstr "b"\n', 1, "belongs to no field"),
    Fault("a previous text without field", '#| "x"\nmsgid "a"\nmsgstr "b"\n', 0, "belongs to no field"),
    Fault("a previous msgstr", '#| msgstr "x"\nmsgid "a"\nmsgstr "b"\n', 0, "previous msgstr"),
    Fault("a bare quotation mark", 'msgid "a"b"\nmsgstr "b"\n', 0, "without a backslash"),
    Fault("a quotation mark that an escape hides", 'msgid "a\\\\"b"\nmsgstr "b"\n', 0, "without a backslash"),
    Fault("words", "msgid 'a'\nmsgstr 'b'\n", 0, "no line of a catalog"),
    Fault("another keyword", 'msgstring "a"\n', 0, "no line of a catalog"),
    Fault("a letter as plural index", 'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n', 2, "no line of a"),
    Fault("a huge plural index", 'msgid "a"\nmsgid_plural "b"\nmsgstr[99999999] "c"\n', 2, "counted from 0"),
    Fault("a plural left out", 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 3, "counted"),
    Fault("a plural form without plural", 'msgid "a"\nmsgstr[0] "b"\n', 1, "msgstr.0. is out of place"),
    Fault("a plural without its forms", 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 2, "msgstr is out of"),
    Fault("git's ours", '<<<<<<< ours\nmsgid "a"\nmsgstr "b"\n=======\n', 0, "merge conflict"),
    Fault("git's middle", 'msgid "a"\nmsgstr "b"\n=======\nmsgid "c"\nmsgstr "d"\n', 2, "merge conflict"),
    Fault("half obsolete", 'msgid "a"\n#~ msgstr "b"\n', 1, "Half of this entry"),
    Fault("an unknown escape", 'msgid "a\\q"\nmsgstr "b"\n', 0, "no escape “\\\\q”"),
    Fault("a byte that is no letter", 'msgid "\\xff"\nmsgstr "b"\n', 0, "no escape"),
    Fault("a bell", 'msgid "a"\nmsgstr "b\\a"\n', 1, "U\\+0007"),
    Fault("a vertical tab", 'msgid "a"\nmsgstr ""\n"b\\v"\n', 2, "U\\+000B"),
    Fault("a NUL by its number", 'msgid "\\000"\nmsgstr "b"\n', 0, "U\\+0000"),
    Fault("a NUL as it is", 'msgid "a"\nmsgstr "b\0"\n', 1, "U\\+0000"),
    Fault("a control character in a comment", '# \x1b[2J\nmsgid "a"\nmsgstr "b"\n', 0, "U\\+001B"),
    Fault("a noncharacter", 'msgid "a"\nmsgstr "\uffff"\n', 1, "U\\+FFFF"),
    Fault("a lone carriage return", 'msgid "a"\nmsgstr "b\rc"\n', 1, "lone carriage return"),
    Fault(
        "a second header", 'msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "X: y\\n"\n', 3, "header comes first"
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_its_line(fault: Fault) -> None:
    with pytest.raises(BadFile, match=fault.words) as caught:
        parse(catalog("\n", fault.body), file="hu.po")
    assert (caught.value.file, caught.value.line) == ("hu.po", AFTER + fault.line)
    assert str(caught.value).startswith(f"hu.po:{AFTER + fault.line}: ")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_behind_a_thousand_entries(fault: Fault) -> None:
    many = "".join(f'\nmsgid "m{number}"\nmsgstr "x"\n' for number in range(1000))
    with pytest.raises(BadFile, match=fault.words) as caught:
        parse(catalog(many, "\n", fault.body).replace(b"\n", b"\r\n"))
    assert caught.value.line == AFTER + fault.line + 3000


def test_polib_alone_would_lose_a_text() -> None:
    assert [entry.msgid for entry in polib.pofile('msgid "long\nmsgstr "kurz"\n')] == ["lon"]


def test_bytes_that_are_not_utf8_name_their_line() -> None:
    with pytest.raises(BadFile, match="not UTF-8") as caught:
        parse(catalog(FERRY) + b'\nmsgid "caf\xe9"\nmsgstr "x"\n')
    assert caught.value.line == AFTER + 6


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused(encoding: str) -> None:
    with pytest.raises(BadFile):
        parse(catalog(FERRY).decode().encode(encoding))


@pytest.mark.parametrize("source", [b"", b"\n\n", b"# only comments\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_no_empty_catalog(source: bytes) -> None:
    with pytest.raises(BadFile, match="no entry in it"):
        parse(source)


def test_a_header_alone_is_an_empty_catalog() -> None:
    assert parse(catalog()).entries == ()


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LARGEST", len(catalog(FERRY)) - 1)
    with pytest.raises(TooLarge):
        parse(catalog(FERRY))
    monkeypatch.setattr(text, "LARGEST", len(catalog(FERRY)))
    assert len(parse(catalog(FERRY)).entries) == 1


def test_an_entry_that_stands_twice_is_refused_with_both_lines() -> None:
    with pytest.raises(BadFile, match=f"“u1” stands twice, here and in line {AFTER + 2};") as caught:
        parse(catalog(FERRY, RIVER, FERRY))
    assert caught.value.line == AFTER + 12


def test_contexts_and_their_absence_tell_entries_apart() -> None:
    body = (
        '\nmsgid "a"\nmsgstr "1"\n\nmsgctxt ""\nmsgid "a"\nmsgstr "2"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "3"\n'
    )
    assert [entry.msgstr for entry in parse(catalog(body)).entries] == ["1", "2", "3"]


def test_foreign_text_is_shortened_and_escaped_in_a_message() -> None:
    with pytest.raises(BadFile) as caught:
        parse(catalog("\n", "garbage\u202e\u200b " + "x" * 500))
    assert "garbage\\u202e\\u200b" in str(caught.value)
    assert len(str(caught.value)) < 200
