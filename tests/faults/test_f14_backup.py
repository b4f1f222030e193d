"""F14: backing up while people save, and restoring: a prefix of the history, whole, with all that was acknowledged."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ, pathsep
from pathlib import Path

import pytest

import databases
from desk_texts import numbered, put
from hexapla.desk import Desk
from hexapla.desk.restore import restore
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved
from hexapla.model.person import Person
from tools import until

pytestmark = pytest.mark.fault

WRITERS = 4
BACKUPS = 6


@contextmanager
def saving(desk: Desk, acknowledged: list[int]) -> Iterator[None]:
    """Let four people save without a pause, each in units of their own; notes the numbers that were acknowledged."""
    stop, failed = threading.Event(), list[BaseException]()

    def write(number: int) -> None:
        person, count = Person(f"p{number}", "A writer"), 0
        revisions = dict.fromkeys(range(8), (0, State.UNTRANSLATED))
        try:
            while not stop.is_set():
                nth = count % 8
                unit, (revision, seen) = f"u{number * 8 + nth + 1}", revisions[nth]
                words = f"{person.id} {count} " + "szó " * (count % 50)
                answer = desk.save(
                    person,
                    Save(person.id, str(count), "t1", "hu", (unit,), words, State.TRANSLATED, revision, seen),
                )
                assert isinstance(answer, Saved)
                revisions[nth] = (answer.revision, answer.state)
                acknowledged.append(answer.revision)
                count += 1
        except BaseException as error:
            failed.append(error)
            raise

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert not failed


def test_a_backup_while_people_save_is_one_moment_of_the_history(
    where: str | Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each backup goes into the other kind of database too."""
    taken = list[tuple[Path, int, int]]()
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(WRITERS * 8))
        acknowledged = list[int]()
        with saving(desk, acknowledged):
            for number in range(BACKUPS):
                until(lambda: len(acknowledged) >= 10 * (number + 1))  # noqa: B023 - called at once
                before = max(acknowledged)
                made = desk.upkeep.backup(tmp_path / f"{number}.backup")
                taken.append((tmp_path / f"{number}.backup", before, made.revision))
        history = desk.since(0, 1_000_000)
        assert desk.check() == []
    assert len(history) == len(acknowledged) == max(acknowledged)
    assert [left.name for left in tmp_path.iterdir() if left.name.startswith(".hexapla-")] == []
    for number, (file, before, revision) in enumerate(taken):
        target: str | Path = tmp_path / f"{number}.sqlite3"
        if number % 2:
            target = databases.new_database(request.getfixturevalue("postgres"))
        restore(target, file, edition="e1", server="keeper")
        with Desk.open(target, edition="e1") as again:
            assert again.check() == []
            assert before <= revision == again.last_revision()
            assert again.since(0, 1_000_000) == history[:revision]
    assert len({revision for _file, _before, revision in taken}) == BACKUPS, "people went on saving"


def test_people_save_while_a_backup_is_written(where: str | Path, tmp_path: Path) -> None:
    """A backup that takes for ever: saves go on after its moment, and are not in it."""
    with Desk.open(where, edition="e1") as desk:
        put(desk, numbered(WRITERS * 8))
        acknowledged = list[int]()
        with desk.upkeep._connections.steady(tmp_path) as connection, saving(desk, acknowledged):
            seen = connection.exec_driver_sql("SELECT value FROM counter").scalar_one()
            until(lambda: len(acknowledged) > 40)
            assert connection.exec_driver_sql("SELECT count(*) FROM revision").scalar_one() == seen


KILLED = """
import os, signal, sys
from pathlib import Path
from hexapla.desk import Desk, index
from hexapla.desk.restore import restore

def die(connection):
    os.kill(os.getpid(), signal.SIGKILL)

index.refill = die
restore(Path(sys.argv[1]), Path(sys.argv[2]), edition="e1", server="keeper")
"""


def test_a_restore_that_is_killed_leaves_the_desk_as_it_was(tmp_path: Path) -> None:
    path, file = tmp_path / "desk.sqlite3", tmp_path / "a.backup"
    with Desk.open(path, edition="e1") as desk:
        put(desk, numbered(200))
        desk.upkeep.backup(file)
        put(desk, numbered(201))
        before = desk.changes.listed()
    command = [sys.executable, "-c", KILLED, str(path), str(file)]
    done = subprocess.run(command, env={**environ, "PYTHONPATH": pathsep.join(sys.path)}, timeout=120)
    assert done.returncode == -9
    with Desk.open(path, edition="e1") as desk:
        assert desk.check() == []
        assert desk.changes.listed() == before and desk.count("t1", "hu") == 201
    restore(path, file, edition="e1", server="keeper")
    with Desk.open(path, edition="e1") as desk:
        assert desk.check() == [] and desk.count("t1", "hu") == 200
