"""The golden books: a folder each, with the careful reading and the forms in which the book arrives."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from golden.ingest.align import Places
from golden.ingest.outline import Outline, outline
from golden.ingest.score import Form, Score, score, sentence_ends
from hexapla import ingest, segment
from hexapla.formats import tei
from hexapla.model.report import Report
from hexapla.model.text import Text

HERE = Path(__file__).parent
SET = Form(pages=True, numbers=True)
FORMS = {
    "txt": SET,
    "layout.txt": SET,
    "raw.txt": SET,
    "wrapped.txt": SET,
    "ocr.txt": Form(),
    "pdf": SET,
    "docx": Form(),
    "unstyled.docx": Form(),
    "odt": Form(),
    "epub": Form(rules=True),
    "html": Form(),
    "md": Form(rules=True),
}
"""The forms by the ends of their names. A scanner misreads pages and marks; a word processor counts notes itself."""
WRITTEN = ("docx", "unstyled.docx", "odt", "epub", "html", "md")
"""The forms that do not come of print: a book that is set again has none of them."""


@dataclass(frozen=True)
class Book:
    """One book: its folder, and its careful reading."""

    folder: Path
    lang: str

    def has(self, form: str) -> bool:
        """Whether the book is there in a form."""
        return (self.folder / f"book.{form}").exists()

    def careful(self, form: str) -> tuple[Outline, list[int]]:
        """Return the careful reading of a form and the ends of its sentences."""
        rules = FORMS[form].rules
        clean = outline(tei.parse((self.folder / "book.xml").read_bytes()).body, rules=rules)
        ends = sentence_ends(self.folder / "sentences.txt", clean, rules=rules)
        if form != "ocr.txt":
            return clean, ends
        misread = outline(tei.parse((self.folder / "book.ocr.xml").read_bytes()).body)
        places = Places(clean.letters, misread.letters)
        return misread, [places.of(end)[1] for end in ends]

    def read(self, form: str) -> tuple[Text, Report]:
        """Return what Hexapla makes of a form, divided into units, and what it decided."""
        return _read(self.folder / f"book.{form}", self.lang)

    def score(self, form: str) -> Score:
        """Return how good Hexapla's reading of a form is."""
        careful, ends = self.careful(form)
        return score(self.read(form)[0].body, careful, ends, FORMS[form])


@cache
def _read(file: Path, lang: str) -> tuple[Text, Report]:
    """Return what a file holds, read once in a run: a PDF takes its time."""
    text, report = ingest.read(file.read_bytes(), name=file.name, lang=lang, id="book")
    return segment.units(text)[0], report


def books(folder: Path = HERE) -> list[Book]:
    """Return the books in a folder: a ``book.xml`` makes one."""
    return [
        Book(file.parent, tei.parse(file.read_bytes()).lang) for file in sorted(folder.glob("*/book.xml"))
    ]
