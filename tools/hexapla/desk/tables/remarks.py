"""What people said about entries; closed remarks are kept."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, UniqueConstraint

from hexapla.desk.tables.base import Number, metadata, number, within, words

suggestion = Table(
    "suggestion",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    within("changeset"),
    words("text"),
    words("person"),
    words("at"),
    words("origin"),
    Column("open", Boolean, nullable=False),
)
Index("suggestion_entry", suggestion.c.entry)
Index("suggestion_changeset", suggestion.c.changeset)

comment = Table(
    "comment",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    within("changeset"),
    words("text"),
    words("person"),
    words("at"),
    words("question"),
    Column("every_language", Boolean, nullable=False),
    Column("open", Boolean, nullable=False),
)
Index("comment_entry", comment.c.entry)
Index("comment_changeset", comment.c.changeset)

waiver = Table(
    "waiver",
    metadata,
    Column("id", Number, primary_key=True),
    number("entry", ForeignKey("entry.id")),
    within("changeset"),
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
Index("waiver_changeset", waiver.c.changeset)
for _table in (suggestion, comment, waiver):
    Index(
        f"{_table.name}_open",
        _table.c.entry,
        sqlite_where=_table.c.open,
        postgresql_where=_table.c.open,
    )
