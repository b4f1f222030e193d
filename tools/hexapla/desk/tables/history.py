"""Change sets, the revisions in them, and the answers that were given."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, PrimaryKeyConstraint, Table

from hexapla.desk.tables.base import Number, Words, metadata, number, within, words

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
    within("changeset"),
    Column("live", Boolean, nullable=False),
    words("msgid"),
    words("msgstr"),
    words("state"),
    Column("previous", Words),
    words("reason"),
    Column("place", Words),
    words("hash"),
    words("person"),
    words("at"),
)
"""Append-only: triggers refuse UPDATE and DELETE."""
Index("revision_entry", revision.c.entry, revision.c.number)
Index("revision_changeset", revision.c.changeset)

text_was = Table(
    "text_was",
    metadata,
    within("changeset"),
    words("text"),
    Column("was", Words),  # the text's row and its units as a JSON object; null: there was no such text
    Column("tei", LargeBinary),
    PrimaryKeyConstraint("changeset", "text"),
)
"""What a text was before a change set, for undoing it."""

turned = Table(
    "turned",
    metadata,
    within("changeset"),
    words("kind"),
    number("row"),
    Column("was_open", Boolean, nullable=False),
    PrimaryKeyConstraint("changeset", "kind", "row"),
)
"""Suggestions, comments, waivers, assignments and rejected candidates (``kind``, their number) that a change set closed
or opened again."""

op = Table(
    "op",
    metadata,
    words("client"),
    words("op"),
    words("answer"),
    words("at"),
    PrimaryKeyConstraint("client", "op"),
)
