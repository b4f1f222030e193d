"""Entries, live and obsolete; the units that each holds; what was typed and not confirmed; what is worth a look."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from hexapla.desk.tables.base import Number, Words, metadata, number, words

entry = Table(
    "entry",
    metadata,
    Column("id", Number, primary_key=True),
    words("text", ForeignKey("text.id")),
    words("lang"),
    words("context"),
    Column("live", Boolean, nullable=False),
    Column("position", Integer, nullable=False),  # that of the first unit
    words("msgid"),
    words("msgstr"),
    words("state"),
    Column("previous", Words),
    words("reason"),
    Column("place", Words),
    words("person"),  # who made the present text
    words("at"),
    number("revision"),  # the number of the last one; 0 = never touched
    Column("changeset", Number),  # the one that it came with; null: before that was noted
    words("born"),  # the hash that the entry began with
    Column("synced", Words),  # the hash at the last meeting with its file
    Column("size", Integer, nullable=False),  # in units
    Column("words", Integer, nullable=False),  # of the source
    UniqueConstraint("text", "lang", "context", name="entry_context"),
)
Index("entry_changeset", entry.c.changeset)
Index("entry_person", entry.c.person)
Index("entry_at", entry.c.at)
Index("entry_order", entry.c.text, entry.c.lang, entry.c.live, entry.c.position)
Index("entry_state", entry.c.text, entry.c.lang, entry.c.live, entry.c.state, entry.c.position)
Index("entry_progress", entry.c.live, entry.c.text, entry.c.lang, entry.c.state, entry.c.size, entry.c.words)

entry_unit = Table(
    "entry_unit",
    metadata,
    number("entry", ForeignKey("entry.id")),
    Column("nth", Integer, nullable=False),
    words("text"),
    words("lang"),
    words("unit"),
    Column("live", Boolean, nullable=False),
    PrimaryKeyConstraint("entry", "nth"),
)
Index("entry_unit_all", entry_unit.c.text, entry_unit.c.unit, entry_unit.c.lang)
Index(
    "entry_unit_once",
    entry_unit.c.text,
    entry_unit.c.lang,
    entry_unit.c.unit,
    unique=True,
    sqlite_where=entry_unit.c.live,
    postgresql_where=entry_unit.c.live,
)

draft = Table(
    "draft",
    metadata,
    words("person", ForeignKey("person.id")),
    number("entry", ForeignKey("entry.id")),
    words("client"),
    words("msgstr"),
    number("revision"),
    words("at"),
    PrimaryKeyConstraint("person", "entry"),
)
Index("draft_entry", draft.c.entry)

finding = Table(
    "finding",
    metadata,
    number("entry", ForeignKey("entry.id")),
    words("name"),
    words("subject"),
    words("message"),
    words("detail", default=""),  # what else there is to it, as JSON
    words("hash", default=""),  # that of its waiver; empty: any one will do
    PrimaryKeyConstraint("entry", "name", "subject"),
)
"""What is worth a look at an entry now; rows go when it is mended, or checked anew."""
Index("finding_name", finding.c.name, finding.c.entry)
