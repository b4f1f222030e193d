"""Attack S2: documents that are small on the disk and endless to read."""

import time

import pytest

import documents
from documents import par, run
from hexapla import ingest
from hexapla.formats.files import MAX_BYTES
from hexapla.formats.pandoc import run as pandoc_run
from hexapla.model.errors import BadFile, TooLarge

LAUGHS = "<!DOCTYPE x [<!ENTITY a '{}'>{}]>".format(
    "ha" * 100, "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 20}'>" for n in range(8))
)


def refused(source: bytes, name: str, error: type[BadFile] = TooLarge) -> str:
    with pytest.raises(error) as caught:
        ingest.read(source, name=name, lang="en", id="x")
    said = str(caught.value)
    assert said.startswith(name)
    assert "\n" not in said
    return said


def test_laughing_entities_are_refused_at_once() -> None:
    began = time.monotonic()
    refused(documents.word(par(run("&i;")), before=LAUGHS), "a.docx", BadFile)
    refused(documents.odt("<text:p>&i;</text:p>", before=LAUGHS), "a.odt", BadFile)
    refused(documents.epub({"a.xhtml": "<p>x</p>"}, before=LAUGHS), "a.epub", BadFile)
    assert time.monotonic() - began < 30


def test_laughing_entities_of_a_page_are_text() -> None:
    text, _report = ingest.read(f"{LAUGHS}<p>&i;".encode(), name="a.html", lang="en", id="x")
    assert len(repr(text)) < 100_000


@pytest.mark.parametrize("tag", ["div", "blockquote", "span", "b", "ul><li", "table><tr><td", "q", "svg"])
def test_elements_ten_thousand_deep(tag: str) -> None:
    assert "nested" in refused(f"<{tag}>".encode() * 10_000 + b"x", "a.html")


@pytest.mark.parametrize(
    "tag", ["blockquote", "b", "ul><li", "table><tr><td", "span lang=fr", "a href=#", "details"]
)
def test_elements_as_deep_as_they_may_be(tag: str) -> None:
    page = f"<{tag}>".encode() * (100 // (tag.count("<") + 1)) + b"x"
    text, _report = ingest.read(page, name="a.html", lang="en", id="x")
    assert text.blocks


def test_deep_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc_run, "SECONDS", 6.0)
    refused(b"> " * 3_000 + b"x", "a.md")
    refused(b">" * 10_000 + b"x", "a.md")


def test_deep_word_tables() -> None:
    table = par(run("x"))
    for _level in range(90):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"
    refused(documents.word(table), "a.docx")
    table = par(run("x"))
    for _level in range(20):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc><w:tc>{par(run('y'))}</w:tc></w:tr></w:tbl>"
    text, _report = ingest.read(documents.word(table), name="a.docx", lang="en", id="x")
    assert text.blocks


def test_macros_that_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc_run, "SECONDS", 3.0)
    grown = "".join(rf"\newcommand{{\{chr(98 + n)}}}{{{(chr(92) + chr(97 + n)) * 10}}}" for n in range(8))
    refused(rf"\newcommand{{\a}}{{ha}}{grown}\begin{{document}}\i\end{{document}}".encode(), "a.tex")
    refused(rb"\def\a{\a\a}\begin{document}\a\end{document}", "a.tex", BadFile)


def test_a_page_of_a_million_tags() -> None:
    refused(b"<b>x</b>" * 600_000, "a.html")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.html", "a.md", "a.tex"])
def test_a_file_over_the_limit(name: str) -> None:
    refused(b"a" * (MAX_BYTES + 1), name)


def test_a_page_that_repeats_what_is_slow_elsewhere() -> None:
    began = time.monotonic()
    for part in (
        "<!--",
        "<![CDATA[",
        "<a href='",
        "&",
        "<style>",
        "/*{",
        "<sup><a href=#n>1</a></sup>",
        "<p id=n1>1",
    ):
        source = f"<p>x</p><style>{part * 5_000}</style>{part * 10_000}"
        ingest.read(source.encode(), name="a.html", lang="en", id="x")
    assert time.monotonic() - began < 120
