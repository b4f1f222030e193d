from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from desk_texts import numbered, put
from hexapla.desk import Desk, index, migrations, tables


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
