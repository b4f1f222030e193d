"""The first schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

revision = "0001"
down_revision = None

Number = sa.BigInteger().with_variant(Integer, "sqlite")
Words = Text().with_variant(Text(collation="C"), "postgresql")


def upgrade() -> None:
    _house()
    _texts()
    _entries()
    _drafts()
    _history()
    _suggestions_and_comments()
    _waivers()
    _append_only()
    op.execute("INSERT INTO counter (name, value) VALUES ('revision', 0)")


def _words(name: str, *constraints: Any, **options: Any) -> Column[str]:
    return Column(name, Words, *constraints, nullable=False, **options)


def _whole(name: str, *constraints: Any) -> Column[int]:
    return Column(name, Integer, *constraints, nullable=False)


def _number(name: str, *constraints: Any) -> Column[int]:
    return Column(name, Number, *constraints, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _id() -> Column[int]:
    return Column("id", Number, primary_key=True)


def _house() -> None:
    op.create_table("meta", _words("name", primary_key=True), _words("value"))
    op.create_table("counter", _words("name", primary_key=True), _number("value"))
    op.create_table(
        "person", _words("id", primary_key=True), _words("name"), _words("rights"), _words("languages")
    )
    op.create_table(
        "document",
        _words("name", primary_key=True),
        Column("source", LargeBinary, nullable=False),
        _words("sha256"),
        _words("at"),
    )
    op.create_table(
        "job",
        _id(),
        _words("kind"),
        _words("person", ForeignKey("person.id")),
        _words("wanted"),
        _words("state"),
        _whole("done"),
        _whole("total"),
        _flag("cancelled"),
        Column("result", Words),
        _words("at"),
    )


def _texts() -> None:
    op.create_table(
        "text",
        _words("id", primary_key=True),
        _words("slug"),
        _words("lang"),
        _words("title"),
        _whole("position"),
        Column("tei", LargeBinary, nullable=False),
        _words("sha256"),
        sa.UniqueConstraint("slug", name="text_slug"),
    )
    op.create_table(
        "unit",
        _words("text", ForeignKey("text.id")),
        _words("id"),
        _whole("position"),
        _words("n"),
        _words("source"),
        _words("kind"),
        _words("block"),
        sa.PrimaryKeyConstraint("text", "id"),
    )
    op.create_index("unit_order", "unit", ["text", "position"])


def _entries() -> None:
    op.create_table(
        "entry",
        _id(),
        _words("text", ForeignKey("text.id")),
        _words("lang"),
        _words("context"),
        _flag("live"),
        _whole("position"),
        *_content(),
        _words("person"),
        _words("at"),
        _number("revision"),
        _words("born"),
        Column("synced", Words),
        _whole("size"),
        _whole("words"),
        sa.UniqueConstraint("text", "lang", "context", name="entry_context"),
    )
    op.create_index("entry_order", "entry", ["text", "lang", "live", "position"])
    op.create_index("entry_state", "entry", ["text", "lang", "live", "state", "position"])
    op.create_index("entry_progress", "entry", ["live", "text", "lang", "state", "size", "words"])
    op.create_table(
        "entry_unit",
        _number("entry", ForeignKey("entry.id")),
        _whole("nth"),
        _words("text"),
        _words("lang"),
        _words("unit"),
        _flag("live"),
        sa.PrimaryKeyConstraint("entry", "nth"),
    )
    op.create_index("entry_unit_all", "entry_unit", ["text", "lang", "unit"])
    live = sa.column("live", Boolean)
    op.create_index(
        "entry_unit_once",
        "entry_unit",
        ["text", "lang", "unit"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )


def _content() -> tuple[Column[Any], ...]:
    """What an entry says, and each of its revisions said."""
    return (
        _words("msgid"),
        _words("msgstr"),
        _words("state"),
        Column("previous", Words),
        _words("reason"),
        Column("place", Words),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        _words("person", ForeignKey("person.id")),
        _number("entry", ForeignKey("entry.id")),
        _words("client"),
        _words("msgstr"),
        _number("revision"),
        _words("at"),
        sa.PrimaryKeyConstraint("person", "entry"),
    )
    op.create_index("draft_entry", "draft", ["entry"])


def _history() -> None:
    op.create_table(
        "changeset",
        _id(),
        _words("kind"),
        _words("person", ForeignKey("person.id")),
        _words("at"),
        _words("note"),
        Column("undoes", Number, ForeignKey("changeset.id")),
    )
    op.create_table(
        "revision",
        Column("number", Number, primary_key=True, autoincrement=False),
        _number("entry", ForeignKey("entry.id")),
        _number("changeset", ForeignKey("changeset.id")),
        _flag("live"),
        *_content(),
        _words("hash"),
        _words("person"),
        _words("at"),
    )
    op.create_index("revision_entry", "revision", ["entry", "number"])
    op.create_index("revision_changeset", "revision", ["changeset"])
    op.create_table(
        "op",
        _words("client"),
        _words("op"),
        _words("answer"),
        _words("at"),
        sa.PrimaryKeyConstraint("client", "op"),
    )


def _suggestions_and_comments() -> None:
    for name, own in (
        ("suggestion", (_words("origin"),)),
        ("comment", (_words("question"), _flag("every_language"))),
    ):
        op.create_table(
            name,
            _id(),
            _number("entry", ForeignKey("entry.id")),
            _number("changeset", ForeignKey("changeset.id")),
            _words("text"),
            _words("person"),
            _words("at"),
            *own,
            _flag("open"),
        )
        op.create_index(f"{name}_entry", name, ["entry"])


def _waivers() -> None:
    op.create_table(
        "waiver",
        _id(),
        _number("entry", ForeignKey("entry.id")),
        _number("changeset", ForeignKey("changeset.id")),
        _words("finding"),
        _words("subject"),
        _words("units"),
        _words("hash"),
        _words("reason"),
        _words("person"),
        _words("at"),
        _flag("open"),
        sa.UniqueConstraint("entry", "finding", "subject", "units", "hash", name="waiver_content"),
    )


def _append_only() -> None:
    """History is never rewritten, not by a fault in this program either."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'revisions are append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revision "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    op.execute(
        "CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision "
        "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision "
        "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END"
    )
