"""A desk with a text of six units, in Hungarian."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_texts import numbered, put
from hexapla.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite3"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Desk.open(path, edition="e1") as opened:
        put(opened, numbered(6))
        yield opened
        assert opened.check() == []
