"""Attack S11: characters that no XML holds, half characters, and controls that show letters in another order."""

import pytest

import documents
from documents import letters, par, run
from hexapla import ingest
from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.model.errors import BadFile
from hexapla.model.report import Report
from hexapla.model.text import Text

TEXTS = ["a.html", "a.md", "a.tex"]


def read(source: bytes, name: str) -> tuple[Text, Report]:
    text, report = ingest.read(source, name=name, lang="en", id="x")
    written = tei.serialize(text)
    assert schema.validate(written) == ()
    assert tei.parse(written) == text
    return text, report


def made(name: str, words: str) -> bytes:
    if name == "a.docx":
        return documents.word(par(run(words)))
    if name == "a.odt":
        return documents.odt(f"<text:p>{words}</text:p>")
    if name == "a.epub":
        return documents.epub({"a.xhtml": f"<p>{words}</p>"})
    if name == "a.tex":
        return rf"\begin{{document}}{words}\end{{document}}".encode("utf-8", "surrogatepass")
    return (f"<p>{words}</p>" if name == "a.html" else words).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", [*TEXTS, "a.epub"])
def test_what_xml_refuses_is_taken_out_and_reported(name: str) -> None:
    text, report = read(made(name, "a\0b\x01c\ufffed\x7fe\x85f"), name)
    assert letters(text).replace("\x7f", "").replace("\x85", "") == "abcdef"
    assert [one.reason for one in report.decisions if one.kind == "character"] == [
        "U+0000 cannot stand in XML.",
        "U+0001 cannot stand in XML.",
        "U+FFFE cannot stand in XML.",
    ]


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.epub"])
def test_references_to_half_characters_and_none(name: str) -> None:
    text, _report = read(made(name, "a&#xD800;b&#0;c&#x1;d&#xFFFF;e&#x110000;f"), name)
    assert "".join(sign for sign in letters(text) if sign.isascii()) == "abcdef"


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_references_in_the_xml_of_documents(name: str) -> None:
    for reference in ("&#xD800;", "&#0;", "&#x1;", "&#xFFFF;"):
        with pytest.raises(BadFile):
            ingest.read(made(name, reference), name=name, lang="en", id="x")


@pytest.mark.parametrize("name", TEXTS)
def test_bytes_that_are_no_text(name: str) -> None:
    for source in (b"Nets\n\xff\xfa", b"\xed\xa0\x80", b"\xc0\x80", "Für".encode("cp1252")):
        with pytest.raises(BadFile, match=rf"{name}:\d+: this line holds a byte that is not UTF-8"):
            ingest.read(source, name=name, lang="en", id="x")
    with pytest.raises(BadFile, match="full of control characters"):
        ingest.read(bytes(range(8)) * 200, name=name, lang="en", id="x")


@pytest.mark.parametrize("name", [*TEXTS, "a.docx", "a.odt", "a.epub"])
def test_controls_of_direction_stay_and_are_reported(name: str) -> None:
    text, report = read(made(name, "one \u202etwo\u202c \u2066three\u2069 four\u200f."), name)
    assert letters(text) == "one\u202etwo\u202c\u2066three\u2069four\u200f."
    found = [one for one in report.decisions if one.kind == "bidi"]
    assert [(one.line, one.before) for one in found] == [(1, "")]
    assert "U+202C, U+202E, U+2066, U+2069" in found[0].reason


@pytest.mark.parametrize("name", [*TEXTS, "a.docx", "a.odt", "a.epub"])
def test_letters_that_look_like_layout_stay(name: str) -> None:
    words = "so\u00adft no\u00a0break \u202fthin zero\u200bwidth \u2060e\u0301 \U000fff00own\U000fff01 \U0001f980 שלום"
    text, _report = read(made(name, words), name)
    assert letters(text) == "".join(words.split())
    assert "no\u00a0break" in tei.serialize(text).decode()
