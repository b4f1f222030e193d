"""Web pages: the text of a page, without what stands around it."""

from pathlib import PurePath

from hexapla.formats.html import decode
from hexapla.ingest.decode import clean
from hexapla.ingest.html import document
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.reader import Origin
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("web pages (.html)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is a web page: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of a web page.

    Left out, and reported with what stood there, are navigation, banners and the like; notes stand at their anchors.
    Nothing that the page names is opened.
    """
    page, decisions = clean(decode(source, origin.name), origin.name)
    return text_of(document(page, file=origin.name), origin, "html", decisions, named=False)
