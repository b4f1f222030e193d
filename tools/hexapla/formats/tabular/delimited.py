"""CSV: bytes as rows of texts, whatever program wrote them, and a glossary as CSV that every program opens."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from hexapla.formats.tabular.cells import guarded, unguarded
from hexapla.formats.tabular.columns import Sheet
from hexapla.formats.tabular.limits import Counted
from hexapla.formats.tabular.table import rows_of
from hexapla.formats.tei.write import clean
from hexapla.model.errors import BadFile, TooLarge
from hexapla.model.glossary import Glossary
from hexapla.model.messages import _, ngettext

_DELIMITERS = (",", ";", "\t")
_SAMPLE = 50
"""The rows by which the delimiter is chosen."""


def read_csv(source: bytes, file: str = "") -> Sheet:
    """Return the rows of a CSV file.

    Raises BadFile for bytes in no encoding that we know and for a quotation mark that is never closed; TooLarge beyond
    the limits of ``limits`` and 128 KiB in one cell.
    """
    text, told = _decoded(source, file)
    first, _newline, rest = text.partition("\n")
    delimiter = ""
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
    delimiter = delimiter or ("\t" if file.lower().endswith((".tsv", ".tab")) else _delimiter(text))
    counted = Counted(file)
    rows, lost = [], []
    for nth, row in enumerate(_records(text, delimiter, file), start=1):
        cells = [clean(cell) for cell in row]
        if cells != row:
            lost.append(nth)
        rows.append(counted.row([unguarded(cell) for cell in cells]))
    return counted.sheet(rows, told + _lost(lost))


def serialize_csv(glossary: Glossary) -> bytes:
    """Return a glossary as CSV in UTF-8 with a byte order mark, one row a concept; equal glossaries, equal bytes.

    A cell that a spreadsheet would take for a formula has an apostrophe before it, which ``read`` takes off. What a
    table has no column for (the log, elements of foreign files) is not in it.
    """
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(
        [guarded(clean(cell)) for cell in row] for row in rows_of(glossary)
    )
    return codecs.BOM_UTF8 + written.getvalue().encode()


def _decoded(source: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """Return a file's text, and what is to be said of its encoding."""
    encoding = "utf-8-sig"
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in source[:2]:
        encoding = "utf-16-be" if source[:1] == b"\0" else "utf-16-le"
    try:
        return source.decode(encoding), ()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
    if encoding == "utf-8-sig" and not source.startswith(codecs.BOM_UTF8):
        try:
            text = source.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return text, (_("The file is not UTF-8 (line {n}); it was read as Windows-1252.").format(n=line),)
    raise BadFile(_("the file is in no encoding that we know; save it as UTF-8."), file=file, line=line)


def _lost(rows: list[int]) -> tuple[str, ...]:
    """Say in which rows characters were that no XML file can hold."""
    if not rows:
        return ()
    said = ngettext(
        "Row {row} had signs in it that are no text; they were left out.",
        "{n} rows, row {row} the first, had signs in them that are no text; they were left out.",
        len(rows),
    )
    return (said.format(n=len(rows), row=rows[0]),)


def _delimiter(text: str) -> str:
    """Return the delimiter that divides the first rows most evenly into most cells."""
    found = {delimiter: _evenness(text, delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda one: found[one])


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows have as many cells as most (more than one), and how many cells those are."""
    widths: Counter[int] = Counter()
    try:
        for _nth, row in zip(
            range(_SAMPLE), csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), strict=False
        ):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return (0, 0)
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return count, width


def _records(text: str, delimiter: str, file: str) -> Iterator[list[str]]:
    """Yield the rows of a text; a quotation mark in the middle of a cell is a character like others."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    last = begun = 1
    try:
        for row in reader:
            yield row
            last, begun = begun, reader.line_num + 1
    except csv.Error as error:
        reason = _("a cell is longer than {n} characters; is a quotation mark not closed?")
        raise TooLarge(reason.format(n=csv.field_size_limit()), file=file, line=begun) from error
    if _is_open(text, delimiter):
        reason = _("a quotation mark before a cell is never closed; close it, or double it if it is text.")
        raise BadFile(reason, file=file, line=last)


def _is_open(text: str, delimiter: str) -> bool:
    """Whether the text ends within quotation marks, as ``csv`` reads them."""
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
