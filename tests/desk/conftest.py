"""A desk with a text of six units, in Hungarian, in a database of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_texts import numbered, put
from hexapla.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a desk that must be SQLite lies."""
    return tmp_path / "desk.sqlite3"


@pytest.fixture
def desk(where: str | Path) -> Iterator[Desk]:
    with Desk.open(where, edition="e1") as opened:
        put(opened, numbered(6))
        yield opened
        assert opened.check() == []


@pytest.fixture
def file_desk(path: Path) -> Iterator[Desk]:
    """The same in SQLite, at ``path``."""
    with Desk.open(path, edition="e1") as opened:
        put(opened, numbered(6))
        yield opened
        assert opened.check() == []
