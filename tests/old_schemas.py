"""Desks as earlier programs left them: each function takes one step of the schema back."""

from sqlalchemy import Connection, text

_TERMS = (
    "DROP TABLE task_was",
    "DROP TABLE task",
    "DROP TABLE glossary_was",
    "DROP TABLE glossary_source",
    "DROP TABLE rejected",
    "DROP TABLE form",
    "ALTER TABLE finding DROP COLUMN detail",
    "ALTER TABLE finding DROP COLUMN hash",
    "UPDATE alembic_version SET version_num = '0003'",
)


def before_terms(connection: Connection) -> None:
    """Take the fourth step back."""
    for statement in _TERMS:
        connection.execute(text(statement))


def before_incoming(connection: Connection) -> None:
    """Take the fourth and the third step back."""
    before_terms(connection)
    connection.execute(text("DROP TABLE incoming"))
    connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
