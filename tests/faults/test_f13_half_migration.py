"""F13: a migration that fails half-way leaves the desk as it was, and the program before it goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from desk_texts import numbered, put, save
from hexapla.desk import Desk, migrations
from hexapla.desk.connect import Connections

NEXT = '''
"""A second step."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.execute("CREATE TABLE shelf (name)")
    op.execute("DROP TRIGGER revision_no_update")
    op.execute("UPDATE revision SET msgstr = 'half done'")
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


def tables(path: Path) -> list[str]:
    with sqlite3.connect(path) as raw:
        return [name for (name,) in raw.execute("SELECT name FROM sqlite_master")]


def test_the_first_schema_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    path, number = tmp_path / "desk.sqlite3", 1
    while True:
        try:
            with cut_at(number):
                Desk.open(path).close()
            break
        except _PowerCut:
            assert tables(path) == []
            number += 1
    assert number > 30
    with Desk.open(path) as desk:
        put(desk, numbered(1))
        assert desk.check() == []


def test_a_later_step_that_fails_leaves_the_desk_to_the_program_before(tmp_path: Path) -> None:
    steps = tmp_path / "steps" / "versions"
    steps.mkdir(parents=True)
    (steps / "r0001_first.py").write_bytes((migrations.STEPS / "versions" / "r0001_first.py").read_bytes())
    (steps / "r0002_next.py").write_text(NEXT)
    path = tmp_path / "desk.sqlite3"
    with Desk.open(path) as desk:
        put(desk, numbered(1))
        save(desk, "u1", "Egy.")
    before = tables(path)
    connections = Connections(path)
    with pytest.raises(Exception, match="nowhere"), connections.writing() as connection:
        migrations.upgrade(connection, steps.parent)
    connections.close()
    assert tables(path) == before
    with Desk.open(path) as desk:
        assert desk.row("t1", "hu", "u1").entry.msgstr == "Egy."
        assert desk.check() == []
