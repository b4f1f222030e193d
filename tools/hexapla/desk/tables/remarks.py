"""What people said about entries; closed remarks are kept."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, UniqueConstraint

from hexapla.desk.tables.base import Number, metadata, number, words

suggestion = Table(
    "suggestion",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    number("changeset", ForeignKey("changeset.id")),
    words("text"),
    words("person"),
    words("at"),
    words("origin"),
    Column("open", Boolean, nullable=False),
)
Index("suggestion_entry", suggestion.c.entry)

comment = Table(
    "comment",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    number("changeset", ForeignKey("changeset.id")),
    words("text"),
    words("person"),
    words("at"),
    words("question"),
    Column("every_language", Boolean, nullable=False),
    Column("open", Boolean, nullable=False),
)
Index("comment_entry", comment.c.entry)

waiver = Table(
    "waiver",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    number("changeset", ForeignKey("changeset.id")),
    words("finding"),
    words("subject"),
    words("units"),
    words("hash"),
    words("reason"),
    words("person"),
    words("at"),
    Column("open", Boolean, nullable=False),
    UniqueConstraint("entry", "finding", "subject", "units", "hash", name="waiver_content"),
)
