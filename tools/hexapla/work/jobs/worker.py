"""The worker: a process beside the server that does one job after the other, and ends when the server does."""

import gc
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from hexapla.desk import Desk
from hexapla.model.errors import HexaplaError
from hexapla.model.job import Job, JobState
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.work import edition as editions
from hexapla.work import people
from hexapla.work.edition import Edition
from hexapla.work.jobs.kinds import kind
from hexapla.work.jobs.steps import Steps, Stopped

LOOK = 0.25
"""Seconds between two looks into an empty queue."""


@dataclass(frozen=True)
class Place:
    """What a worker works on: the folder (None: without one), the desk, and the server's own person."""

    start: Path | None
    desk: str | None
    person: Person


def seldom_collect() -> None:
    """Look for garbage less often: a text of 10,000 units is so many objects that it costs a fifth of a sync."""
    gc.set_threshold(50_000, 20, 50)


def main(place: Place, stop: Event) -> None:
    """Work until the server ends or says so; runs in the worker's process."""
    os.nice(5)  # whoever saves goes first
    seldom_collect()
    with _opened(place) as edition, _named(edition.desk) as name:
        while not stop.is_set() and _parent_lives():
            recover(edition.desk, name)
            if not one(edition, name, place.person):
                _rest()


@contextmanager
def _opened(place: Place) -> Iterator[Edition]:
    """Open the edition; a worker takes nothing in by itself."""
    nowhere = Path(place.desk or "").absolute().anchor
    with editions.opened(
        place.start or Path(nowhere), place.person, desk=place.desk, changes=False
    ) as edition:
        if place.start is None:
            edition.root = None
        yield edition


@contextmanager
def _named(desk: Desk) -> Iterator[str]:
    """Hold the lock that shows that this worker lives, under the first name that no living worker has."""
    for number in count(1):
        name = f"worker-{number}"
        with desk.lock(name, wait=False) as free:
            if free:
                yield name
                return


def _parent_lives() -> bool:
    parent = parent_process()
    return parent is None or parent.is_alive()


def _rest() -> None:
    """Wait a moment; the end of the server ends it at once."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel], timeout=LOOK)


def recover(desk: Desk, name: str) -> None:
    """Queue jobs again, once, whose workers are gone; ``name`` is that of a worker that has nothing to do just now."""
    for job in desk.jobs.listed(state=JobState.RUNNING):
        if job.worker == name:  # of one that had the name before
            desk.jobs.give_up(job.id, name)
            continue
        with desk.lock(job.worker, wait=False) as gone:
            if gone:
                desk.jobs.give_up(job.id, job.worker)


def one(edition: Edition, name: str, server: Person) -> bool:
    """Take the oldest queued job under a worker's name and do it; False if there is none."""
    job = edition.desk.jobs.claim(name)
    if job is not None:
        _do(edition, job, server)
    return job is not None


def _do(edition: Edition, job: Job, server: Person) -> None:
    """Do a job with the person's rights of now, and close it, whatever happens."""
    desk = edition.desk
    steps = Steps(lambda done, total: desk.jobs.progress(job.id, job.worker, done, total))
    state, result = _outcome(lambda: _run(edition, job, server, steps))
    files = result.pop("files", {})
    for name, source in files.items():
        desk.jobs.keep_file(job.id, name, source)
    if files:
        older = [one.id for one in desk.jobs.listed(person=job.person) if one.id < job.id]
        desk.jobs.drop_files(older)
    desk.jobs.end(job.id, job.worker, state, result | {"files": sorted(files)})


def _run(edition: Edition, job: Job, server: Person, steps: Steps) -> dict[str, Any]:
    edition.renew()
    person = people.current(edition, job.person, server)
    result: dict[str, Any] = kind(job.kind).run(edition, person, job.wanted, steps)
    return result


def _outcome(run: Callable[[], dict[str, Any]]) -> tuple[JobState, dict[str, Any]]:
    try:
        return JobState.DONE, run()
    except Stopped:
        return JobState.CANCELLED, {}
    except HexaplaError as error:
        return JobState.FAILED, {"error": str(error)}
    except Exception:  # noqa: BLE001 - a fault in one job must not end the worker; it is told, and kept in the log
        traceback.print_exc()
        return JobState.FAILED, {
            "error": _("The work failed by a fault of Hexapla; the server’s log has the details.")
        }
