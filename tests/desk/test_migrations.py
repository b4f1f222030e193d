from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event, text

import old_schemas
from desk_texts import ANNA, numbered, put, save, texts_of
from hexapla.desk import Desk, index, migrations, tables
from hexapla.desk.connect import Connections
from hexapla.desk.opening import database
from hexapla.model.search import Query


def test_the_steps_lead_to_the_tables_of_the_program(where: str | Path) -> None:
    with Desk.open(where, edition="e1") as desk, desk._reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, tables.metadata) == []


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the index of words, which each kind of database keeps in its own way."""
    return not (kind == "table" and str(name).startswith("entry_words"))


def test_entries_of_a_desk_of_the_first_schema_are_found_by_their_words(where: str | Path) -> None:
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(2))
        with desk._writing() as connection:
            connection.execute(text("DROP TABLE entry_words"))
            index.create(connection)
            found = connection.execute(text(FIND[connection.dialect.name])).scalar_one()
    assert found == 2


FIND = {
    "sqlite": "SELECT count(*) FROM entry_words WHERE entry_words MATCH 'source : wheel'",
    "postgresql": "SELECT count(*) FROM entry_words WHERE source @@ to_tsquery('simple', 'wheel')",
}


def test_the_newest_step_is_the_schema_of_the_program() -> None:
    assert ScriptDirectory(str(migrations.STEPS)).get_current_head() == migrations.SCHEMA


def test_every_table_is_exported() -> None:
    assert set(tables.__all__) - {"metadata"} == set(tables.metadata.tables)


@contextmanager
def cut_at(what: str) -> Iterator[None]:
    """Fail instead of the first statement that begins like this."""

    def before(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.strip().startswith(what):
            raise RuntimeError(what)

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)


def test_a_desk_of_the_third_schema_keeps_what_it_has(where: str | Path) -> None:
    """Half-way through, the step leaves it to the program before; whole, findings and the glossary are as they were."""
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(2))
        save(desk, "u1", "<hi>Egy.")
        desk.put_document("glossary.tbx", b"<tbx/>")
        listed = desk.changes.listed()
        with desk._writing() as connection:
            old_schemas.before_terms(connection)
    for statement in (
        "CREATE TABLE task_was",
        "ALTER TABLE finding ADD COLUMN hash",
        "UPDATE alembic_version",
    ):
        with cut_at(statement), pytest.raises(RuntimeError, match=statement):
            Desk.open(where, edition="e1")
        connections = Connections(database(where, "e1"))
        with connections.reading() as connection:
            assert migrations.version(connection) == "0003"
            assert list(connection.execute(text("SELECT * FROM finding"))) == [(1, "markup-broken", "", "")]
        connections.close()
    with Desk.open(where, edition="e1") as desk:
        assert desk.check() == [] and desk.changes.listed() == listed
        assert texts_of(desk) == {"u1": "<hi>Egy.", "u2": ""}
        assert [one.raised.name for one in desk.checking.read("t1", "hu")] == ["markup-broken"]
        assert len(desk.search.page(Query(findings=frozenset({"markup-broken"})))) == 1
        change = desk.glossary.change(ANNA, "terms", "", b"<tbx/>", b"<tbx>1</tbx>")
        assert desk.changes.undo(ANNA, change).glossary and desk.glossary.read() == b"<tbx/>"
