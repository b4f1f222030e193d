"""The tables of the desk, as the newest migration leaves them.

- ``texts``: texts and their units
- ``entries``: entries, the units that they hold, drafts, findings
- ``history``: change sets, revisions, what an undo needs, answered operations
- ``remarks``: suggestions, comments, waivers
- ``people``: people, invitations, browsers, assignments, presence
- ``house``: what the desk knows of itself, documents, jobs
- ``incoming``: texts on their way in
- ``terms``: words and their forms, the glossary before each change, the worklist, rejected candidates

Times are UTC as text; hashes are hex; ``place`` is a JSON object as text. ``desk.index`` keeps one more, of words.
"""

from hexapla.desk.tables.base import metadata
from hexapla.desk.tables.entries import draft, entry, entry_unit, finding
from hexapla.desk.tables.history import changeset, counter, op, revision, text_was, turned
from hexapla.desk.tables.house import document, job, meta
from hexapla.desk.tables.incoming import incoming
from hexapla.desk.tables.people import assignment, browser, invitation, person, presence
from hexapla.desk.tables.remarks import comment, suggestion, waiver
from hexapla.desk.tables.terms import form, glossary_source, glossary_was, rejected, task, task_was
from hexapla.desk.tables.texts import text, unit

__all__ = [
    "assignment",
    "browser",
    "changeset",
    "comment",
    "counter",
    "document",
    "draft",
    "entry",
    "entry_unit",
    "finding",
    "form",
    "glossary_source",
    "glossary_was",
    "incoming",
    "invitation",
    "job",
    "meta",
    "metadata",
    "op",
    "person",
    "presence",
    "rejected",
    "revision",
    "suggestion",
    "task",
    "task_was",
    "text",
    "text_was",
    "turned",
    "unit",
    "waiver",
]
