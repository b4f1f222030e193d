"""What the desk knows of itself, the people at it, the documents in it, and the work that is under way."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Table, Text

from hexapla.desk.tables.base import Number, metadata, words

meta = Table("meta", metadata, words("name", primary_key=True), words("value"))

person = Table(
    "person",
    metadata,
    words("id", primary_key=True),
    words("name"),
    words("rights"),  # as a JSON list; none until somebody grants them
    words("languages"),
)

document = Table(
    "document",
    metadata,
    words("name", primary_key=True),
    Column("source", LargeBinary, nullable=False),
    words("sha256"),
    words("at"),
)

job = Table(
    "job",
    metadata,
    Column("id", Number, primary_key=True),
    words("kind"),
    words("person", ForeignKey("person.id")),
    words("wanted"),  # what to do, as a JSON object
    words("state"),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("result", Text),
    words("at"),
)
