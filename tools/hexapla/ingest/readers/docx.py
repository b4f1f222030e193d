"""Word documents, with styles and without; tracked changes are accepted, rejected, or asked about."""

from pathlib import PurePath

from hexapla.formats import docx, pandoc
from hexapla.formats.docx import Change
from hexapla.formats.pandoc.marks import resolved
from hexapla.ingest.pandoc import text_of
from hexapla.ingest.pandoc.beside import beside
from hexapla.ingest.reader import Origin
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.report import Decision, Report
from hexapla.model.text import Text

_SUFFIXES = frozenset({".docx", ".docm", ".dotx"})


def accepts() -> str:
    """Return the kinds of files that are read here, in words."""
    return _("Word (.docx)")


def claims(source: bytes, name: str) -> bool:
    """Whether a file is a Word document: its name says so."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def read(source: bytes, origin: Origin) -> tuple[Text, Report]:
    """Return the text of a Word document.

    Comments, and the heads and feet of pages, are left out and reported; so is what becomes of each tracked change.
    Raises BadFile for a document with changes where ``origin.changes`` is ``ask``.
    """
    package = docx.open(source, file=origin.name)
    reject = origin.changes == "reject"
    marked = docx.mark(package, reject=reject)
    if marked.changes and origin.changes == "ask":
        raise _asking(len(marked.changes), origin.name)
    document = pandoc.read(marked.source, "docx+styles", file=origin.name)
    whole = resolved(document, marked.marks, marked.records)
    about = tuple(pair for pair in whole.about if pair[0] in ("title", "author"))
    told = pandoc.Document(about, (*whole.blocks, *beside(marked.beside)))
    placed = {name: _decision(change, reject=reject) for name, change in marked.changes.items()}
    return text_of(told, origin, "docx", placed=placed)


def _asking(n: int, file: str) -> BadFile:
    reason = ngettext(
        "it has a tracked change; say what becomes of it: “--changes accept” or “--changes reject”.",
        "it has {n} tracked changes; say what becomes of them: “--changes accept” or “--changes reject”.",
        n,
    )
    return BadFile(reason.format(n=n), file=file)


def _decision(change: Change, *, reject: bool) -> Decision:
    """Return the decision about a tracked change."""
    reason = (
        _("A tracked change of {author} ({day}) is rejected.")
        if reject
        else _("A tracked change of {author} ({day}) is accepted.")
    ).format(author=shown(change.author or "?", 60), day=shown(change.day or "?", 20))
    before, after = (change.after, change.before) if reject else (change.before, change.after)
    return Decision("change", 1, before, after, reason)
