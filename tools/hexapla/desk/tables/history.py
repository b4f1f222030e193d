"""Change sets, the revisions in them, and the answers that were given."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, PrimaryKeyConstraint, Table, Text

from hexapla.desk.tables.base import Number, metadata, number, words

counter = Table("counter", metadata, words("name", primary_key=True), number("value"))

changeset = Table(
    "changeset",
    metadata,
    Column("id", Number, primary_key=True),
    words("kind"),
    words("person", ForeignKey("person.id")),
    words("at"),
    words("note"),
    Column("undoes", Number, ForeignKey("changeset.id")),
)

revision = Table(
    "revision",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    number("entry", ForeignKey("entry.id")),
    number("changeset", ForeignKey("changeset.id")),
    Column("live", Boolean, nullable=False),
    words("msgid"),
    words("msgstr"),
    words("state"),
    Column("previous", Text),
    words("reason"),
    Column("place", Text),
    words("hash"),
    words("person"),
    words("at"),
)
"""Append-only: triggers refuse UPDATE and DELETE."""
Index("revision_entry", revision.c.entry, revision.c.number)
Index("revision_changeset", revision.c.changeset)

op = Table(
    "op",
    metadata,
    words("client"),
    words("op"),
    words("answer"),
    words("at"),
    PrimaryKeyConstraint("client", "op"),
)
