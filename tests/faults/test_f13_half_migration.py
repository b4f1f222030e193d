"""F13: a migration that fails half-way leaves the desk as it was, and the program before it goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, inspect

from desk_texts import numbered, put, save
from hexapla.desk import Desk, migrations
from hexapla.desk.connect import Connections
from hexapla.desk.opening import database
from hexapla.model.errors import DeskError

NEXT = '''
"""A later step."""

from alembic import op

revision = "9999"
down_revision = "BEFORE"


def upgrade():
    op.execute("CREATE TABLE shelf (name TEXT)")
    op.execute("UPDATE entry SET msgstr = 'half done'")
    op.execute("DROP TABLE revision")
    op.execute("INSERT INTO nowhere VALUES (1)")
'''


class _PowerCut(BaseException):
    """Nothing that a program would catch."""


@contextmanager
def cut_at(number: int) -> Iterator[None]:
    """Fail instead of the writing statement of that number, counted from 1."""
    count = 0

    def before(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        nonlocal count
        if statement.lstrip().split()[0] in ("CREATE", "INSERT", "UPDATE"):
            count += 1
            if count == number:
                raise _PowerCut

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)


def tables(where: str | Path) -> list[str]:
    """Return what the desk's part of the database holds."""
    connections = Connections(database(where, "e1"))
    try:
        with connections.reading() as connection:
            return sorted(inspect(connection).get_table_names())
    finally:
        connections.close()


def test_the_first_schema_comes_whole_or_not_at_all(where: str | Path) -> None:
    number, left = 1, []
    while True:
        try:
            with cut_at(number):
                Desk.open(where, edition="e1").close()
            break
        except _PowerCut:
            left.append(tables(where))
            number += 1
    # The last statement of all writes down the edition, when the schema is there already.
    assert left == [[]] * (number - 2) + [tables(where)]
    assert number > 50
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(1))
        assert desk.check() == []


def test_a_later_step_that_fails_leaves_the_desk_to_the_program_before(
    where: str | Path, tmp_path: Path
) -> None:
    steps = tmp_path / "steps" / "versions"
    steps.mkdir(parents=True)
    for step in (migrations.STEPS / "versions").glob("r*.py"):
        (steps / step.name).write_bytes(step.read_bytes())
    (steps / "r9999_next.py").write_text(NEXT.replace("BEFORE", migrations.SCHEMA))
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(1))
        save(desk, "u1", "Egy.")
    before = tables(where)
    connections = Connections(database(where, "e1"))
    with pytest.raises(Exception, match="nowhere"), connections.writing() as connection:
        migrations.upgrade(connection, steps.parent)
    connections.close()
    assert tables(where) == before
    with Desk.open(where, edition="e1") as desk:
        assert desk.row("t1", "hu", "u1").entry.msgstr == "Egy."
        assert desk.check() == []


def test_an_older_program_says_that_the_desk_is_newer(
    where: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Desk.open(where, edition="e1").close()
    monkeypatch.setattr(migrations, "SCHEMA", "0001")
    with pytest.raises(DeskError, match=r"written by a newer Hexapla \(schema \d+\); update the program"):
        Desk.open(where, edition="e1")
