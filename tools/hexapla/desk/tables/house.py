"""What the desk knows of itself, the documents in it, and the work that is under way."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table

from hexapla.desk.tables.base import Number, Words, metadata, words

meta = Table("meta", metadata, words("name", primary_key=True), words("value"))

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
    Column("tries", Integer, nullable=False),
    words("worker"),  # the name of the lock that its worker holds while it lives
    Column("result", Words),  # as a JSON object
    words("at"),
)
Index("job_state", job.c.state, job.c.id)
