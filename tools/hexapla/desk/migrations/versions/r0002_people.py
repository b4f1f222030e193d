"""People and their links, jobs with a worker, what an undo needs, findings, the index of words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0002"
down_revision = "0001"

Number = sa.BigInteger().with_variant(Integer, "sqlite")
Words = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    _people()
    _assignments()
    _jobs()
    _undo()
    _findings()
    _index()


def _words(name: str, *constraints: sa.schema.SchemaItem, **options: bool) -> Column[str]:
    return Column(name, Words, *constraints, nullable=False, **options)  # type: ignore[arg-type]


def _number(name: str, *constraints: sa.schema.SchemaItem) -> Column[int]:
    return Column(name, Number, *constraints, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _within() -> Column[int]:
    return _number("changeset", ForeignKey("changeset.id"))


def _people() -> None:
    op.add_column("person", Column("active", Boolean, nullable=False, server_default=sa.true()))
    op.create_table(
        "invitation",
        _words("hash", primary_key=True),
        _words("person", ForeignKey("person.id")),
        _words("by"),
        _words("at"),
        _words("expires"),
        Column("used", Words),
        _flag("open"),
    )
    op.create_index("invitation_person", "invitation", ["person"])
    op.create_table(
        "browser",
        _words("hash", primary_key=True),
        _words("person", ForeignKey("person.id")),
        _words("about"),
        _words("at"),
        _flag("open"),
    )
    op.create_index("browser_person", "browser", ["person"])
    op.create_table(
        "presence",
        _words("client", primary_key=True),
        _words("person"),
        _words("text"),
        _words("lang"),
        _words("unit"),
        _number("until"),
    )
    op.create_index("presence_text", "presence", ["text", "lang"])


def _assignments() -> None:
    op.create_table(
        "assignment",
        Column("id", Number, primary_key=True),
        _within(),
        _words("text", ForeignKey("text.id")),
        _words("lang"),
        _words("first"),
        _words("last"),
        _words("division"),
        _words("person", ForeignKey("person.id")),
        _words("due"),
        _words("note"),
        _words("by"),
        _words("at"),
        _flag("open"),
    )
    op.create_index("assignment_person", "assignment", ["person", "open"])
    op.create_index("assignment_text", "assignment", ["text", "lang"])


def _jobs() -> None:
    """Nothing has used the first table of jobs."""
    op.drop_table("job")
    op.create_table(
        "job",
        Column("id", Number, primary_key=True),
        _words("kind"),
        _words("person", ForeignKey("person.id")),
        _words("wanted"),
        _words("state"),
        Column("done", Integer, nullable=False),
        Column("total", Integer, nullable=False),
        _flag("cancelled"),
        Column("tries", Integer, nullable=False),
        _words("worker"),
        Column("result", Words),
        _words("at"),
    )
    op.create_index("job_state", "job", ["state", "id"])


def _undo() -> None:
    op.add_column("entry", Column("changeset", Number))
    op.create_index("entry_changeset", "entry", ["changeset"])
    op.create_table(
        "text_was",
        _within(),
        _words("text"),
        Column("was", Words),
        Column("tei", LargeBinary),
        sa.PrimaryKeyConstraint("changeset", "text"),
    )
    op.create_table(
        "turned",
        _within(),
        _words("kind"),
        _number("row"),
        _flag("was_open"),
        sa.PrimaryKeyConstraint("changeset", "kind", "row"),
    )
    for name in ("suggestion", "comment", "waiver"):
        op.create_index(f"{name}_changeset", name, ["changeset"])


def _findings() -> None:
    op.create_table(
        "finding",
        _number("entry", ForeignKey("entry.id")),
        _words("name"),
        _words("subject"),
        _words("message"),
        sa.PrimaryKeyConstraint("entry", "name", "subject"),
    )
    op.create_index("finding_name", "finding", ["name", "entry"])


def _index() -> None:
    """The index of words, made by ``hexapla.desk.index``; entries that are there already are entered into it."""
    open_ = sa.column("open", Boolean)
    for name in ("suggestion", "comment", "waiver"):
        op.create_index(f"{name}_open", name, ["entry"], sqlite_where=open_, postgresql_where=open_)
    op.create_index("entry_person", "entry", ["person"])
    op.create_index("entry_at", "entry", ["at"])
    # What was said in other languages is looked for by the unit: with the language first all of the text's are read.
    op.drop_index("entry_unit_all", "entry_unit")
    op.create_index("entry_unit_all", "entry_unit", ["text", "unit", "lang"])
    from hexapla.desk import index

    index.create(op.get_bind())
