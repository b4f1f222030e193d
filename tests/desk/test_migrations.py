from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from hexapla.desk import Desk, migrations, tables
from hexapla.desk.connect import Connections


def test_the_steps_lead_to_the_tables_of_the_program(path: Path) -> None:
    with Desk.open(path), Connections(path).reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_newest_step_is_the_schema_of_the_program() -> None:
    assert ScriptDirectory(str(migrations.STEPS)).get_current_head() == migrations.SCHEMA


def test_every_table_is_exported() -> None:
    assert set(tables.__all__) - {"metadata"} == set(tables.metadata.tables)
