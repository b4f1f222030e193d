"""Both journals of SQLite: the one that this library's version asks for, and the other."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desk_texts import numbered, put, save
from hexapla.desk import Desk, sqlite

MODES = ("WAL", "TRUNCATE")


@pytest.fixture(params=MODES)
def journal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have desks opened with a journal, whatever the library's version."""
    mode = str(request.param)
    monkeypatch.setattr(sqlite, "journal_mode", lambda: mode)
    return mode


@pytest.mark.parametrize(
    ("version", "mode"),
    [((3, 40, 1), "TRUNCATE"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL"), ((4, 0, 0), "WAL")],
)
def test_the_version_decides(version: tuple[int, ...], mode: str) -> None:
    assert sqlite.journal_mode(version) == mode


def test_a_desk_works_with_either(path: Path, journal: str) -> None:
    with Desk.open(path, edition="e1") as desk:
        put(desk, numbered(8))
        with desk._reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal.lower()
        threads = [
            threading.Thread(target=lambda n=n: [save(desk, f"u{n + 1}", f"{n}.{i}") for i in range(10)])
            for n in range(4)
        ]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert len(desk.rows("t1", "hu")) == 8
        assert desk.last_revision() == 40
        assert desk.check() == []


def test_a_desk_goes_from_one_to_the_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the library is updated, or the desk is carried to another machine."""
    for n, mode in enumerate((*MODES, *MODES)):
        monkeypatch.setattr(sqlite, "journal_mode", lambda mode=mode: mode)
        with Desk.open(path, edition="e1") as desk:
            put(desk, numbered(4))
            save(desk, "u1", f"{n}.")
            assert [one.msgstr for one in desk.revisions("t1", "hu", "u1")] == [f"{i}." for i in range(n + 1)]
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


WRITE = """
import sys
from pathlib import Path
from desk_texts import save
from hexapla.desk import Desk, sqlite

sqlite.journal_mode = lambda: sys.argv[2]
with Desk.open(Path(sys.argv[1]), edition="e1") as desk:
    for n in range(100_000):
        print(save(desk, f"u{n % 4 + 1}", f"{sys.argv[3]}.{n}").revision, flush=True)
"""


@pytest.mark.fault
def test_a_kill_loses_nothing_with_either(path: Path, journal: str) -> None:
    with Desk.open(path, edition="e1") as desk:
        put(desk, numbered(4))
    for number in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path), journal, str(number)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as writer:
            assert writer.stdout is not None
            for _save in range(number * 3 + 1):
                last = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
        with Desk.open(path, edition="e1") as desk:
            assert desk.last_revision() >= last
            assert desk.check() == []
