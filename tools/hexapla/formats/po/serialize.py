"""From a catalog to the bytes of a file."""

from operator import attrgetter

from hexapla.formats.po.catalog import Catalog, CatalogEntry
from hexapla.formats.po.chunks import Parts, parts
from hexapla.formats.po.guard.text import BOM
from hexapla.formats.po.render import (
    entry_lines,
    head_lines,
    header_lines,
    identity_lines,
    previous_lines,
    translation_lines,
)


def serialize(catalog: Catalog) -> bytes:
    """Write a catalog as UTF-8; whatever still says what it was read as keeps its bytes.

    Anything else is written as gettext writes it, unwrapped (``wrapwidth=0``), with the catalog's line
    ends; blank lines before it stay. Of an ordinary entry only what has changed is written anew: comments,
    previous msgid, msgctxt and msgid, or msgstr. CannotWrite is raised for characters that no XML can
    carry: ``parse`` would refuse them.
    """
    pieces = [*_header(catalog), *(_entry(entry, catalog.newline) for entry in catalog.entries)]
    text = _joined(pieces, catalog.newline)
    return ((BOM if catalog.bom else "") + text + catalog.tail).encode("utf-8")


def _header(catalog: Catalog) -> list[str]:
    text, values = catalog.lines or ("", None)
    if values == (catalog.headers, catalog.comments):
        return [text]
    if not catalog.headers and not catalog.comments:
        return []
    return [_written(text, header_lines(catalog), catalog.newline)]


def _entry(entry: CatalogEntry, newline: str) -> str:
    text, values = entry.lines or (newline, None)
    if values == entry.values:
        return text
    if values and (own := parts(text)) and _rare(entry) == _rare(old := CatalogEntry(*values)):
        return _patched(entry, old, own, newline)
    return _written(text, entry_lines(entry), newline)


def _patched(entry: CatalogEntry, old: CatalogEntry, own: Parts, newline: str) -> str:
    """Write an entry over the text of an ordinary one: only the parts that say something else now are new."""
    return "".join(
        (
            own.head if _head(entry) == _head(old) else _written(own.head, head_lines(entry), newline),
            own.previous
            if entry.previous_msgid == old.previous_msgid
            else _written("", previous_lines(entry), newline),
            own.identity
            if (entry.msgctxt, entry.msgid) == (old.msgctxt, old.msgid)
            else _written("", identity_lines(entry), newline),
            own.translation
            if entry.msgstr == old.msgstr
            else _written("", translation_lines(entry), newline),
        )
    )


_head = attrgetter("flags", "comments", "extracted", "references", "sticky")
_rare = attrgetter("msgid_plural", "msgstr_plural", "previous_msgctxt", "previous_msgid_plural", "obsolete")
"""What an ordinary entry has not: where it has none still, it can be patched."""


def _written(text: str, lines: list[str], newline: str) -> str:
    """Return lines that stand for a text, after the blank lines that it began with."""
    return _blank(text) + newline.join([*lines, ""])


def _blank(text: str) -> str:
    """Return the blank lines that a text begins with."""
    first = len(text) - len(text.lstrip(" \t\r\n"))
    return text[: text.rfind("\n", 0, first) + 1]


def _joined(pieces: list[str], newline: str) -> str:
    """Join the pieces; one whose last line was not ended is ended where another one follows."""
    ended = [piece if piece.endswith("\n") else piece + newline for piece in pieces[:-1]]
    return "".join(ended + pieces[-1:])
