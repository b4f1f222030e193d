"""A file as a sheet, whichever of the formats it is."""

import codecs

from hexapla.formats import files
from hexapla.formats.tabular.columns import Sheet
from hexapla.formats.tabular.delimited import read_csv
from hexapla.formats.tabular.worksheet import read_xlsx
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.messages import _

_NO_TABLES = {
    b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"\x1f\x8b": "gzip", b"Rar!": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7z", b"{\\rtf": "RTF",
}  # fmt: skip
"""How files begin that are taken for tables by mistake."""
_CONTROLS = bytes(sorted({*range(32)} - {9, 10, 11, 12, 13, 26, 27}))
_MANY, _SAMPLE = 8, 65_536
"""So many controls are a text's, in so many bytes at the beginning."""


def read(source: bytes, name: str = "") -> Sheet:
    """Return the table that a file holds: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252, divided by , ; or tabs.

    ``name`` is the file's, for messages and for ``.tsv``. Formulas are not run: their last results are read. Raises
    BadFile for what is neither, TooLarge over 20 MiB and beyond the limits of ``limits``, ``xml`` and ``archive``.
    """
    if len(source) > files.MAX_BYTES:
        raise TooLarge(_("the file is larger than {n} MB.").format(n=files.MAX_BYTES // 2**20), file=name)
    if source.startswith(b"PK\3\4"):
        return read_xlsx(source, name)
    if source.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadFile(
            _("this is a spreadsheet of the old kind (.xls), or one with a password; save it as .xlsx."),
            file=name,
        )
    _refuse(source, name)
    return read_csv(source, name)


def _refuse(source: bytes, name: str) -> None:
    """Raise BadFile for what is no text; a stray character that is none does not make a table no text."""
    kind = "PDF" if b"%PDF-" in source[:1024] else ""
    kind = kind or next((known for start, known in _NO_TABLES.items() if source.startswith(start)), "")
    if kind:
        raise BadFile(
            _("this looks like {kind}, not like a table; save it as .xlsx or CSV.").format(kind=kind),
            file=name,
        )
    if b"\0" in source[:2] or source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return  # UTF-16 is half zeros, and is decoded strictly
    sample = source[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(_MANY, len(sample) // 50):
        raise BadFile(_("this is no text, and no workbook; save the table as .xlsx or CSV."), file=name)
