"""How a desk comes to the newest schema: numbered steps, all in the one transaction that asks for them."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

SCHEMA = "0004"
"""The schema that this program speaks: the newest step."""
STEPS = Path(__file__).parent


def version(connection: Connection) -> str:
    """Return the schema of a database, ``""`` if it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def known() -> set[str]:
    """Return the schemas that this program can bring to its own."""
    return {path.name[1:5] for path in STEPS.joinpath("versions").glob("r[0-9][0-9][0-9][0-9]_*.py")}


def upgrade(connection: Connection, steps: Path = STEPS, to: str = "heads") -> None:
    """Take every step that the database has not taken; after an error the caller's transaction undoes all.

    ``to`` is the schema to end at, for one that is to be filled with what an older program wrote.
    """
    # Alembic takes a quarter of a second to import: only a desk that needs a step pays it.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(steps))

    def wanted(present: Any, _context: MigrationContext) -> Any:
        return scripts._upgrade_revs(to, present)

    context = MigrationContext.configure(connection, opts={"fn": wanted, "transactional_ddl": True})
    with Operations.context(context):
        context.run_migrations()
