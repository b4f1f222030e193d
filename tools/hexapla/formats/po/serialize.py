"""From a catalog to the bytes of a file."""

from hexapla.formats.po.catalog import Catalog, CatalogEntry
from hexapla.formats.po.guard.text import BOM, carried
from hexapla.formats.po.render import entry_lines, header_lines


def serialize(catalog: Catalog) -> bytes:
    """Write a catalog as UTF-8; whatever still says what it was read as keeps its bytes.

    Anything else is written as gettext writes it, unwrapped (``wrapwidth=0``), with the catalog's line
    ends; blank lines before it stay. CannotWrite is raised for characters that no XML can carry: ``parse``
    would refuse them.
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
    lines = [*header_lines(catalog), ""]
    return [_blank(text) + carried(catalog.newline.join(lines), "header")]


def _entry(entry: CatalogEntry, newline: str) -> str:
    text, values = entry.lines or (newline, None)
    if values == entry.values:
        return text
    lines = [*entry_lines(entry), ""]
    return _blank(text) + carried(newline.join(lines), entry.msgctxt or entry.msgid)


def _blank(text: str) -> str:
    """Return the blank lines that a text begins with."""
    first = len(text) - len(text.lstrip(" \t\r\n"))
    return text[: text.rfind("\n", 0, first) + 1]


def _joined(pieces: list[str], newline: str) -> str:
    """Join the pieces; one whose last line was not ended is ended where another one follows."""
    ended = [piece if piece.endswith("\n") else piece + newline for piece in pieces[:-1]]
    return "".join(ended + pieces[-1:])
