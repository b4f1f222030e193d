"""Texts on their way in."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Text

revision = "0003"
down_revision = "0002"

Number = sa.BigInteger().with_variant(Integer, "sqlite")
Words = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "incoming",
        Column("id", Number, primary_key=True),
        _words("person", ForeignKey("person.id")),
        _words("at"),
        _words("by"),
        _words("changed"),
        _number("version"),
        _words("state"),
        _words("name"),
        _bytes("source"),
        _words("slug"),
        _words("title"),
        _words("lang"),
        _words("target"),
        _words("error"),
        _bytes("reading"),
        _bytes("tei"),
        _number("first"),
        _number("next"),
        _words("report"),
        _words("steps"),
    )
    op.create_index("incoming_state", "incoming", ["state", "id"])


def _words(name: str, *constraints: sa.schema.SchemaItem) -> Column[str]:
    return Column(name, Words, *constraints, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Number, nullable=False)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)
