from concurrent.futures import ThreadPoolExecutor

import pytest

from desk_texts import ANNA, BELA
from hexapla.desk import Desk
from hexapla.model.errors import NotFound
from hexapla.model.job import JobState


def test_a_job_goes_from_the_queue_to_its_result(desk: Desk) -> None:
    number = desk.jobs.add(ANNA, "export", {"formats": ["html"]})
    job = desk.jobs.claim("worker-1")
    assert job is not None
    assert (job.id, job.kind, job.person, job.wanted) == (number, "export", "anna", {"formats": ["html"]})
    assert (job.state, job.tries, job.worker) == (JobState.RUNNING, 1, "worker-1")
    assert desk.jobs.progress(number, "worker-1", 1, 3)
    assert (desk.jobs.get(number).done, desk.jobs.get(number).total) == (1, 3)
    assert desk.jobs.end(number, "worker-1", JobState.DONE, {"files": ["a"]})
    assert (desk.jobs.get(number).state, desk.jobs.get(number).result) == (JobState.DONE, {"files": ["a"]})
    assert desk.jobs.claim("worker-1") is None
    with pytest.raises(NotFound, match="no job 99"):
        desk.jobs.get(99)


def test_many_workers_never_take_one_job_twice(desk: Desk) -> None:
    wanted = [desk.jobs.add(ANNA, "sync", {"n": n}) for n in range(12)]

    def take(name: str) -> list[int]:
        mine: list[int] = []
        while job := desk.jobs.claim(name):
            mine.append(job.id)
        return mine

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(take, [f"worker-{n}" for n in range(4)]))
    assert sorted(number for some in taken for number in some) == wanted
    assert all(some == sorted(some) for some in taken), "the oldest goes first"


def test_one_that_is_asked_for_once_waits_once(desk: Desk) -> None:
    first = desk.jobs.add(ANNA, "sync", {}, once=True)
    assert desk.jobs.add(BELA, "sync", {}, once=True) == first
    assert desk.jobs.add(ANNA, "sync", {"other": 1}, once=True) != first
    desk.jobs.claim("worker-1")
    assert desk.jobs.add(ANNA, "sync", {}, once=True) != first, (
        "one that is under way may have begun too early"
    )


def test_a_waiting_job_that_is_cancelled_is_never_begun(desk: Desk) -> None:
    number = desk.jobs.add(ANNA, "export", {})
    desk.jobs.cancel(number)
    assert desk.jobs.get(number).state is JobState.CANCELLED
    assert desk.jobs.claim("worker-1") is None


def test_a_running_job_hears_of_its_cancelling(desk: Desk) -> None:
    number = desk.jobs.add(ANNA, "export", {})
    desk.jobs.claim("worker-1")
    desk.jobs.cancel(number)
    assert desk.jobs.get(number).state is JobState.RUNNING
    assert not desk.jobs.progress(number, "worker-1", 1, 2)


def test_a_job_whose_worker_died_is_begun_once_more_and_then_lost(desk: Desk) -> None:
    number = desk.jobs.add(ANNA, "export", {})
    desk.jobs.claim("worker-1")
    desk.jobs.give_up(number, "worker-2")
    assert desk.jobs.get(number).state is JobState.RUNNING, "it is not that one's"
    desk.jobs.give_up(number, "worker-1")
    assert desk.jobs.get(number).state is JobState.QUEUED
    desk.jobs.claim("worker-2")
    assert not desk.jobs.end(number, "worker-1", JobState.DONE, {}), (
        "the first worker is not believed any more"
    )
    assert not desk.jobs.progress(number, "worker-1", 1, 2)
    desk.jobs.give_up(number, "worker-2")
    job = desk.jobs.get(number)
    assert job.state is JobState.LOST
    assert "begun 2 times" in job.result["error"]


def test_files_of_a_job_are_kept_with_it(desk: Desk) -> None:
    desk.jobs.keep_file(1, "a/b.html", b"<p>")
    desk.jobs.keep_file(1, "c_%.xml", b"\x00\xff")
    desk.jobs.keep_file(11, "d", b"")
    assert desk.jobs.files(1) == {"a/b.html": b"<p>", "c_%.xml": b"\x00\xff"}
    desk.jobs.drop_files([1])
    assert (desk.jobs.files(1), desk.jobs.files(11)) == ({}, {"d": b""})
