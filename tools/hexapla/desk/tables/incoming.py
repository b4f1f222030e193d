"""Texts on their way in: files that people have brought and not yet stored as texts of the edition."""

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Table

from hexapla.desk.tables.base import Number, metadata, number, words

incoming = Table(
    "incoming",
    metadata,
    Column("id", Number, primary_key=True),
    words("person", ForeignKey("person.id")),
    words("at"),
    words("by"),  # who did something last, and when
    words("changed"),
    number("version"),  # grows with every change: what a change is compared with
    words("state"),
    words("name"),  # of the file
    Column("source", LargeBinary, nullable=False),  # the file itself; empty when all is over
    words("slug"),
    words("title"),
    words("lang"),
    words("target"),  # the language of the translations in the file
    words("error"),  # why no reader could make a text of it
    Column("reading", LargeBinary, nullable=False),  # TEI as it was read
    Column("tei", LargeBinary, nullable=False),  # and as it stands now
    number("first"),  # the next unit number after the reading, and now
    number("next"),
    words("report"),  # what the reader decided, as a JSON object
    words("steps"),  # what people did since, as a JSON list
)
Index("incoming_state", incoming.c.state, incoming.c.id)
