"""Glossaries as tables, CSV and XLSX: read, then mapped column by column, so that a person sees what will happen.

- ``read``: a file as a ``Sheet`` of texts
- ``guess``: what its columns say, as a ``Mapping``
- ``glossary``: rows and mapping as a ``model.glossary.Glossary``, with what was left out
- ``serialize_csv``, ``serialize_xlsx``: a glossary as such a file, one row a concept
"""

from hexapla.formats.tabular.build import glossary
from hexapla.formats.tabular.columns import (
    OF_CONCEPT,
    OF_EITHER,
    OF_TERM,
    Column,
    Field,
    Mapping,
    Remark,
    Sheet,
)
from hexapla.formats.tabular.delimited import serialize_csv
from hexapla.formats.tabular.guess import guess
from hexapla.formats.tabular.read import read
from hexapla.formats.tabular.workbook import serialize_xlsx

__all__ = [
    "OF_CONCEPT",
    "OF_EITHER",
    "OF_TERM",
    "Column",
    "Field",
    "Mapping",
    "Remark",
    "Sheet",
    "glossary",
    "guess",
    "read",
    "serialize_csv",
    "serialize_xlsx",
]
