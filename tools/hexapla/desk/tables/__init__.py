"""The tables of the desk, as the newest migration leaves them.

- ``texts``: texts and their units
- ``entries``: entries, the units that they hold, drafts
- ``history``: change sets, revisions, answered operations
- ``remarks``: suggestions, comments, waivers
- ``house``: what the desk knows of itself, people, documents, jobs

Times are UTC as text; hashes are hex; ``place`` is a JSON object as text.
"""

from hexapla.desk.tables.base import metadata
from hexapla.desk.tables.entries import draft, entry, entry_unit
from hexapla.desk.tables.history import changeset, counter, op, revision
from hexapla.desk.tables.house import document, job, meta, person
from hexapla.desk.tables.remarks import comment, suggestion, waiver
from hexapla.desk.tables.texts import text, unit

__all__ = [
    "changeset",
    "comment",
    "counter",
    "document",
    "draft",
    "entry",
    "entry_unit",
    "job",
    "meta",
    "metadata",
    "op",
    "person",
    "revision",
    "suggestion",
    "text",
    "unit",
    "waiver",
]
