"""Texts with their TEI documents, and the units in them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from hexapla.desk.tables.base import metadata, words

text = Table(
    "text",
    metadata,
    words("id", primary_key=True),  # the TEI root's xml:id
    words("slug"),
    words("lang"),
    words("title"),
    Column("position", Integer, nullable=False),
    Column("tei", LargeBinary, nullable=False),
    words("sha256"),
    UniqueConstraint("slug", name="text_slug"),
)

unit = Table(
    "unit",
    metadata,
    words("text", ForeignKey("text.id")),
    words("id"),
    Column("position", Integer, nullable=False),  # reading order, from 1
    words("n"),
    words("source"),
    words("kind"),
    words("block"),  # what else the block says, as a JSON object
    PrimaryKeyConstraint("text", "id"),
)
Index("unit_order", unit.c.text, unit.c.position)
