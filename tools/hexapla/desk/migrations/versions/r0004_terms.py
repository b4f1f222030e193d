"""Terminology: words and their forms, the glossary before each change, the worklist, rejected candidates, findings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0004"
down_revision = "0003"

Number = sa.BigInteger().with_variant(Integer, "sqlite")
Words = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "form",
        _words("lang"),
        _words("word"),
        _words("version"),
        _words("lemmas"),
        _words("guess"),
        _words("stem"),
        sa.PrimaryKeyConstraint("lang", "word"),
    )
    _glossary()
    _tasks()
    op.create_table(
        "rejected",
        Column("id", Number, primary_key=True),
        _within(),
        _words("lang"),
        _words("name"),
        _words("person"),
        _words("at"),
        Column("open", Boolean, nullable=False),
        sa.UniqueConstraint("lang", "name", name="rejected_name"),
    )
    op.create_index("rejected_changeset", "rejected", ["changeset"])
    for name in ("detail", "hash"):
        op.add_column("finding", _words(name, server_default=""))


def _words(name: str, *constraints: sa.schema.SchemaItem, **options: bool | str) -> Column[str]:
    return Column(name, Words, *constraints, nullable=False, **options)  # type: ignore[arg-type]


def _within() -> Column[int]:
    return Column("changeset", Number, ForeignKey("changeset.id"), nullable=False)


def _glossary() -> None:
    op.create_table(
        "glossary_source",
        _words("sha256", primary_key=True),
        Column("source", LargeBinary, nullable=False),
    )
    op.create_table(
        "glossary_was",
        Column("changeset", Number, ForeignKey("changeset.id"), primary_key=True, autoincrement=False),
        Column("was", Words, ForeignKey("glossary_source.sha256")),
        _words("became", ForeignKey("glossary_source.sha256")),
    )


def _tasks() -> None:
    op.create_table(
        "task",
        Column("id", Number, primary_key=True),
        _within(),
        _words("concept"),
        _words("text", ForeignKey("text.id")),
        _words("lang"),
        _words("unit"),
        _words("old"),
        _words("new"),
        _words("state"),
        _words("reason"),
        _words("person"),
        _words("at"),
    )
    op.create_index("task_changeset", "task", ["changeset"])
    op.create_index("task_concept", "task", ["concept", "lang"])
    op.create_index("task_state", "task", ["state", "id"])
    op.create_table(
        "task_was",
        _within(),
        Column("task", Number, ForeignKey("task.id"), nullable=False),
        _words("was"),
        _words("became"),
        sa.PrimaryKeyConstraint("changeset", "task"),
    )
