"""E-books: the documents in reading order, without cover and contents, notes at their anchors."""

from pathlib import PurePath

from hexapla.formats import epub
from hexapla.ingest.epub import document
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.reader import Origin
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".epub"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("EPUB (.epub)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is an e-book: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of an e-book; its title and authors are the package's."""
    book = epub.parse(source, file=origin.name)
    whole, decisions = document(book, file=origin.name)
    return text_of(whole, origin, "epub", decisions)
