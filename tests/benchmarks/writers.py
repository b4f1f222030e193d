"""Commits a second of several writers: ``python tests/benchmarks/writers.py [SECONDS]``, on both databases in one run.

Each writer saves an entry of its own again and again, as an editor does: a change set, a revision, the index of words
and an answer are one commit, written through to the disk (``synchronous = FULL``, ``fsync = on``). 1, 4 and 16 threads
of one process for SECONDS (5) each, in PostgreSQL also 4 processes of one thread. Printed are commits a second,
median and p99 of a save in milliseconds, and the slowest writer's count as a share of the fastest's; each is the
median of three rounds, the databases taking turns.
"""

import multiprocessing
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path

from figures import middle, slow

import databases
from desk_texts import numbered, put
from hexapla.desk import Desk
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved
from hexapla.model.person import Person

ROUNDS, MOST = 3, 16
Times = list[float]


def main(seconds: float) -> None:
    """Measure all in turns, and print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        databases.postgres_server(Path(folder), fsync=True) as server,
    ):
        places = {"SQLite": str(Path(folder, "desk.sqlite3")), "PostgreSQL": databases.new_database(server)}
        for where in places.values():
            with Desk.open(where, edition="e1") as desk:
                put(desk, numbered(MOST))
        cases = [
            (f"{name}, {n} threads", where, n, False) for n in (1, 4, 16) for name, where in places.items()
        ]
        cases.append(("PostgreSQL, 4 processes", places["PostgreSQL"], 4, True))
        found: dict[str, list[tuple[float, ...]]] = {}
        for _round in range(ROUNDS):
            for name, where, writers, apart in cases:
                work = processes if apart else threads
                found.setdefault(name, []).append(figures(work(where, writers, seconds), seconds))
    print(f"{'':26}{'commits/s':>10}{'median ms':>11}{'p99 ms':>9}{'min/max':>9}")
    for name, rounds in found.items():
        rate, half, tail, share = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"{name:26}{rate:10.0f}{half:11.2f}{tail:9.2f}{share:9.2f}")


def figures(writers: list[Times], seconds: float) -> tuple[float, ...]:
    """Return commits a second, median and p99 in milliseconds, and the slowest writer as a share of the fastest."""
    every = [one for times in writers for one in times]
    counts = [len(times) for times in writers]
    return len(every) / seconds, middle(every) * 1000, slow(every, 0.99) * 1000, min(counts) / max(counts)


def threads(where: str, writers: int, seconds: float) -> list[Times]:
    """Write in threads of this process, with one desk."""
    start, found = threading.Barrier(writers), [Times() for _writer in range(writers)]
    with Desk.open(where, edition="e1") as desk:
        some = [
            threading.Thread(target=lambda nth=nth: found[nth].extend(write(desk, nth, start.wait, seconds)))
            for nth in range(writers)
        ]
        for one in some:
            one.start()
        for one in some:
            one.join()
    return found


def processes(where: str, writers: int, seconds: float) -> list[Times]:
    """Write in processes of their own, with a desk each."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(writers, context, _meet, (context.Barrier(writers),)) as pool:
        return list(pool.map(_alone, [where] * writers, range(writers), [seconds] * writers))


def _meet(start: Barrier) -> None:
    """Keep what the writers of several processes begin by."""
    _started[:] = [start]


_started: list[Barrier] = []


def _alone(where: str, nth: int, seconds: float) -> Times:
    """Write in this process, once all the others are there too."""
    with Desk.open(where, edition="e1") as desk:
        return write(desk, nth, lambda: _started[0].wait(60), seconds)


def write(desk: Desk, nth: int, start: Callable[[], int], seconds: float) -> Times:
    """Save one entry again and again; returns how long each save took, in seconds."""
    person, unit, times = Person(f"p{nth}", "A writer"), f"u{nth + 1}", Times()
    row = desk.row("t1", "hu", unit)
    revision, seen = row.revision, row.entry.state
    start()
    until = time.monotonic() + seconds
    while (begun := time.monotonic()) < until:
        words = f"{revision}."
        change = Save(
            person.id, f"{unit}-{words}", "t1", "hu", (unit,), words, State.TRANSLATED, revision, seen
        )
        answer = desk.save(person, change)
        times.append(time.monotonic() - begun)
        assert isinstance(answer, Saved)
        revision, seen = answer.revision, answer.state
    return times


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
