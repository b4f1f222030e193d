"""Terminology: what is known of words, the glossary before each change, the worklist, candidates that were rejected."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from hexapla.desk.tables.base import Number, Words, metadata, number, within, words

form = Table(
    "form",
    metadata,
    words("lang"),
    words("word"),
    words("version"),  # of what was asked about it: the rest is worth nothing under another one
    words("lemmas"),  # as a JSON list
    words("guess"),
    words("stem"),
    PrimaryKeyConstraint("lang", "word"),
)
"""A memory that can be made anew at any time; in no backup, and in no change set."""

glossary_source = Table(
    "glossary_source",
    metadata,
    words("sha256", primary_key=True),
    Column("source", LargeBinary, nullable=False),  # compressed by zlib
)
"""The glossary as it stood at some time; change sets that follow one another share it."""

glossary_was = Table(
    "glossary_was",
    metadata,
    Column("changeset", Number, ForeignKey("changeset.id"), primary_key=True, autoincrement=False),
    Column("was", Words, ForeignKey("glossary_source.sha256")),  # null: there was none
    words("became", ForeignKey("glossary_source.sha256")),
)
"""What the glossary was before a change set, and after it, for undoing it."""

task = Table(
    "task",
    metadata,
    Column("id", Number, primary_key=True),
    within("changeset"),  # that of the decision
    words("concept"),
    words("text", ForeignKey("text.id")),
    words("lang"),
    words("unit"),  # the first of its entry: the task is at whatever live entry holds it
    words("old"),
    words("new"),
    words("state"),
    words("reason"),
    words("person"),  # who closed it, and when
    words("at"),
)
Index("task_changeset", task.c.changeset)
Index("task_concept", task.c.concept, task.c.lang)
Index("task_state", task.c.state, task.c.id)

task_was = Table(
    "task_was",
    metadata,
    within("changeset"),
    number("task", ForeignKey("task.id")),
    words("was"),  # state, reason, person and time before the change set, and after it, as JSON lists
    words("became"),
    PrimaryKeyConstraint("changeset", "task"),
)
"""Tasks that a change set closed, opened or withdrew."""

rejected = Table(
    "rejected",
    metadata,
    Column("id", Number, primary_key=True),
    within("changeset"),
    words("lang"),
    words("name"),
    words("person"),
    words("at"),
    Column("open", Boolean, nullable=False),  # False: it is a candidate again
    UniqueConstraint("lang", "name", name="rejected_name"),
)
"""Candidates for terms that are not to be offered again."""
Index("rejected_changeset", rejected.c.changeset)
