"""One edition is made for all of these tests, and each has a copy of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hexapla.work.edition import Edition
from termed import copied, made


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("terms") / "edition")


@pytest.fixture
def edition(template: Path, tmp_path: Path) -> Iterator[Edition]:
    with copied(template, tmp_path / "edition") as edition:
        yield edition
        assert edition.desk.check() == []
