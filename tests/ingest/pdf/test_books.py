"""Whole books, set by typst from ``golden/ingest/pdf``: what was written comes back, letter by letter."""

import subprocess
from dataclasses import dataclass
from functools import cache

import pytest

from hexapla import ingest
from hexapla.formats import pdf, tei
from hexapla.ingest.pdf import lines_of
from hexapla.model.report import Report
from hexapla.model.text import Text
from pdf_books import BOOKS, Book, book, boundaries, f1, read_blocks
from tools import need


@dataclass(frozen=True)
class Set:
    """How a book is set: its source, and the least F1 of its paragraphs' boundaries."""

    source: str
    least: float


SETS = {
    "gaerten": Set("gaerten.de", 0.98),
    "gaerten-columns": Set("gaerten.de", 0.95),
    "lavoirs": Set("lavoirs.fr", 0.98),
    "lavoirs-gaps": Set("lavoirs.fr", 0.98),
}


@cache
def read(name: str) -> tuple[Text, Report, Book]:
    source = SETS[name].source
    text, report = ingest.read(
        (BOOKS / f"{name}.pdf").read_bytes(), name=f"{name}.pdf", lang=source[-2:], id="b"
    )
    return text, report, book(source)


@pytest.mark.parametrize("name", SETS)
def test_every_letter_is_there_in_order(name: str) -> None:
    text, _report, written = read(name)
    blocks, notes, _settings = read_blocks(text.body)
    assert "".join(letters for _kind, letters in blocks) == "".join(
        letters for _kind, letters in written.blocks
    )
    assert notes == written.notes


@pytest.mark.parametrize("name", SETS)
def test_paragraphs_are_found(name: str) -> None:
    text, _report, written = read(name)
    blocks, _notes, _settings = read_blocks(text.body)
    wanted = boundaries([one for one in written.blocks if one[0] != "break"])
    assert f1(boundaries(blocks), wanted) >= SETS[name].least


@pytest.mark.parametrize("name", SETS)
def test_italics_bold_and_small_capitals_are_kept(name: str) -> None:
    text, _report, written = read(name)
    assert written.settings <= read_blocks(text.body)[2]


@pytest.mark.parametrize("name", SETS)
def test_running_heads_are_taken_out_and_pages_have_their_printed_numbers(name: str) -> None:
    text, report, _written = read(name)
    pages = [part.get("n") for part in text.body.walk() if part.tag == "pb"]
    heads = [one.before for one in report.decisions if one.kind == "page"]
    assert pages == [str(nth) for nth in range(2, len(pages) + 2)]
    assert len(heads) == len(pages) > 1
    assert all(number in head for number, head in zip(pages, heads, strict=True))


@pytest.mark.parametrize("name", SETS)
def test_it_is_a_text_that_comes_back(name: str) -> None:
    text, report, _written = read(name)
    assert tei.parse(tei.serialize(text)) == text
    assert text.title == {"de": "Die Gärten am Damm", "fr": "Le bruit des lavoirs"}[text.lang]
    assert all(1 <= one.line <= len(report.raw) for one in report.decisions)
    assert all(1 <= first <= last <= len(report.raw) for first, last in report.places)


@pytest.mark.parametrize("name", SETS)
def test_another_reader_finds_the_same_letters(name: str) -> None:
    """In the order of the file where the page has one column; notes of columns come after both here."""
    path = BOOKS / f"{name}.pdf"
    command = [need("pdftotext"), "-raw", "-enc", "UTF-8", str(path), "-"]
    theirs = letters(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode())
    ours = letters("".join(lines_of(pdf.parse(path.read_bytes())).raw))
    assert sorted(ours) == sorted(theirs)
    assert ours == theirs or "columns" in name


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
