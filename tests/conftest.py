"""What all tests share: the marks, and the smaller selection that runs from inside the README's own test."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

import databases

INNER = os.environ.get("HEXAPLA_README") == "1"
"""Whether this run is that of the README's own test, within another one."""

# The same examples each time, so that a change is to blame for what fails; HEXAPLA_EXPLORE=1 looks for new ones. The
# inner run leaves them to the outer one.
settings.register_profile(
    "same",
    derandomize=os.environ.get("HEXAPLA_EXPLORE") != "1",
    database=None,
    phases=(Phase.explicit,) if INNER else tuple(Phase),
)
settings.load_profile("same")

SLOW = ("browser", "fault", "benchmark", "readme")
APART = frozenset({"attacks", "golden", "properties"})
"""Folders that the inner run leaves to the outer one too: about hostile input and chance, not about the README."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "readme: runs the README's commands in a clean clone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the inner run leave out the README's test itself, the second database, and what is slow or needs a browser."""
    if not INNER:
        return
    left_out = [
        item
        for item in items
        if any(map(item.get_closest_marker, SLOW))
        or "postgresql" in item.name
        or APART.intersection(item.path.parts)
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One Chromium for the whole run: Playwright's own loop cannot be started twice."""
    from browser.harness.driver import launched
    from tools import need

    with launched(need("chromium")) as browser:
        yield browser


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of one PostgreSQL for the whole run.

    As root it runs as a user of its own, and not below pytest's folder: each pytest that starts, as the README's inner
    run does, closes that folder to other users again, and the server dies of it.
    """
    with (
        tempfile.TemporaryDirectory(prefix="hexapla-pg-", ignore_cleanup_errors=True) as folder,
        databases.postgres_server(Path(folder)) as url,
    ):
        yield url


@pytest.fixture(params=databases.KINDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """A place for a new desk, in a database of each kind."""
    if request.param == "sqlite":
        yield tmp_path / "desk.sqlite3"
        return
    with databases.database(request.getfixturevalue("postgres")) as url:
        yield url
