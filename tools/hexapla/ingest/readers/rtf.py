"""RTF and old Word files: not read, but with a sentence that says what to do."""

from pathlib import PurePath

from hexapla.ingest.reader import Origin
from hexapla.model.errors import BadFile
from hexapla.model.messages import _
from hexapla.model.report import Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".rtf", ".doc", ".wps", ".pages"})


def accepts() -> str:
    """Return nothing: no kind of file is read here."""
    return ""


def claims(source: bytes, name: str) -> bool:
    """Whether a file is one that a word processor can save in a better form."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Raise BadFile: such a file would lose its notes and its structure."""
    kind = PurePath(origin.name).suffix.lower()
    reason = _(
        "a {kind} file would lose its notes and headings; open it in Word or LibreOffice and save it as .docx."
    )
    raise BadFile(reason.format(kind=kind), file=origin.name)
