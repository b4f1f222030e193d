"""F1: a process that is killed in the middle of a save loses nothing that it has acknowledged."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk_texts import numbered, put
from hexapla.desk import Desk

WRITER = """
import os, signal, sys
from sqlalchemy import Engine, event
from desk_texts import save
from hexapla.desk import Desk

path, name, left = sys.argv[1], sys.argv[2], int(sys.argv[3])

def count(*call):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

with Desk.open(path) as desk:
    event.listen(Engine, "before_cursor_execute", count)
    for n in range(100_000):
        unit, text = f"u{n % 8 + 1}", f"{name}.{n}"
        print(unit, text, save(desk, unit, text).revision, flush=True)
"""
"""Saves and prints what was acknowledged; kills itself before a statement of a given number (0: never)."""
ROUNDS = 16


@pytest.mark.fault
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    path, chance, last = tmp_path / "desk.sqlite3", random.Random(1), 0
    with Desk.open(path) as desk:
        put(desk, numbered(8))
    for number in range(ROUNDS):
        # Every other time from outside, at any moment; else from inside, each time two statements further on.
        saves, statements = (chance.randrange(1, 40), 0) if number % 2 else (0, 40 + number)
        acknowledged = _write_until_killed(path, number, saves, statements)
        with Desk.open(path) as desk:
            made = {one.number: (one.units[0], one.msgstr) for one in desk.since(last)}
            # A save that was done and not yet acknowledged may stand at the end, and no more than that one.
            assert len(acknowledged) <= len(made) <= len(acknowledged) + 1
            assert all(made[number] == said for number, said in acknowledged.items())
            assert desk.check() == []
            last = desk.last_revision()


def _write_until_killed(path: Path, number: int, saves: int, statements: int) -> dict[int, tuple[str, str]]:
    """Let a process save until it is killed, from here after so many saves; returns what it has printed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", WRITER, str(path), str(number), str(statements)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _save in range(saves)]
        if saves:
            writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {int(revision): (unit, text) for unit, text, revision in whole}
