"""A glossary as an XLSX workbook."""

import io
import re

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from hexapla.formats import archive
from hexapla.formats.packing import packing
from hexapla.formats.tabular.cells import TRIGGERS
from hexapla.formats.tabular.table import rows_of
from hexapla.formats.tei.write import clean
from hexapla.model.errors import TooLarge
from hexapla.model.glossary import Glossary
from hexapla.model.messages import _

MAX_CELL = 32_767
"""The most characters of a cell (Excel)."""
_WIDTH = 24
_LITERAL = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def serialize_xlsx(glossary: Glossary) -> bytes:
    """Return a glossary as a workbook, one row a concept, every cell a text; equal glossaries, equal bytes.

    What a table has no column for (the log, elements of foreign files) is not in it. Raises TooLarge where a cell would
    hold more than Excel lets it.
    """
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Glossary"
    sheet.freeze_panes = "B2"
    for nth, row in enumerate(rows_of(glossary), start=1):
        for column, value in enumerate(row, start=1):
            text = _LITERAL.sub("_x005F_", clean(value))
            if len(text) > MAX_CELL:
                reason = _(
                    "a cell would hold more than {n} characters, which a workbook cannot; export TBX or CSV."
                )
                raise TooLarge(reason.format(n=MAX_CELL))
            if not text:
                continue
            cell = sheet.cell(nth, column)
            cell.value, cell.data_type = text, "s"
            cell.quotePrefix = text[0] in TRIGGERS  # or it would be a formula once somebody edits it
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    saved = io.BytesIO()
    workbook.save(saved)
    return _without_times(saved.getvalue())


def _without_times(source: bytes) -> bytes:
    """Return a workbook without the times of its making: two of the same glossary are the same."""
    opened = archive.open(source)
    made = io.BytesIO()
    with packing(made) as zipped:
        for name in opened.names:
            content = opened.read(name)
            zipped.add(name, _TIMES.sub(b"", content) if name == "docProps/core.xml" else content)
    return made.getvalue()
