"""OpenDocument texts (LibreOffice), with styles and without."""

from pathlib import PurePath

from hexapla.formats import odt, pandoc
from hexapla.formats.pandoc.marks import resolved
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.pandoc.beside import beside
from hexapla.ingest.reader import Origin
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown
from hexapla.model.report import Decision, Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".odt", ".ott"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("OpenDocument (.odt)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is an OpenDocument text: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of an OpenDocument text; tracked changes are accepted.

    Raises BadFile for a document with changes where ``origin.changes`` is ``ask`` or ``reject``.
    """
    marked = odt.mark(odt.open(source, file=origin.name))
    changes = [one for one in marked.beside if one[0] == "change"]
    if changes and origin.changes != "accept":
        reason = _(
            "it has tracked changes; accept them with “--changes accept”, or reject them in LibreOffice."
        )
        raise BadFile(reason, file=origin.name)
    document = pandoc.read(marked.source, "odt", file=origin.name)
    whole = resolved(document, marked.marks, marked.records)
    told = pandoc.Document((), (*whole.blocks, *beside(marked.beside)))
    return text_of(told, origin, "odt", [_change(author, text) for _kind, author, text in changes])


def _change(author: str, text: str) -> Decision:
    reason = _("A tracked change of {author} is accepted.").format(author=shown(author or "?", 60))
    return Decision("change", 1, text, "", reason)
