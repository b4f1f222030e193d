"""Jobs as the worker does them: in this process where that is enough, else in a real one that is killed."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editions import ANNA, VERA, make, opened, translate
from hexapla.model.errors import HexaplaError
from hexapla.model.job import Job, JobState
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.jobs import asking, worker
from hexapla.work.jobs.hire import Worker
from hexapla.work.jobs.kinds import kinds, sync
from hexapla.work.jobs.steps import Steps, Stopped
from tools import until

WANTED = {"formats": ["html", "tei"], "langs": [], "draft": True}


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with opened(make(tmp_path / "edition")) as edition:
        yield edition


def state(edition: Edition, number: int) -> JobState:
    return edition.desk.jobs.get(number).state


def test_every_kind_asks_for_a_right() -> None:
    assert set(asking.RIGHTS) == set(kinds())


def test_an_export_keeps_its_files_until_the_next(edition: Edition) -> None:
    first = asking.ask(edition, ANNA, "export", WANTED)
    assert worker.one(edition, "worker-1", ANNA)
    done = asking.job(edition, ANNA, first)
    assert done.state is JobState.DONE
    assert done.result["files"] == sorted(asking.files(edition, ANNA, first))
    assert any(name.endswith(".html") for name in done.result["files"])
    second = asking.ask(edition, ANNA, "export", WANTED | {"formats": ["html"]})
    worker.one(edition, "worker-1", ANNA)
    assert asking.files(edition, ANNA, first) == {}
    assert len(asking.files(edition, ANNA, second)) == 1
    assert asking.latest(edition, ANNA, "export") == asking.job(edition, ANNA, second)


def test_an_export_that_is_blocked_says_why(edition: Edition) -> None:
    number = asking.ask(edition, ANNA, "export", WANTED | {"draft": False})
    worker.one(edition, "worker-1", ANNA)
    job = asking.job(edition, ANNA, number)
    assert (job.state, job.result["files"]) == (JobState.DONE, [])
    assert "not translated" in job.result["blocked"][0]["message"]


def test_a_job_that_cannot_be_done_says_so_in_a_sentence(edition: Edition) -> None:
    for wanted, sentence in (({"formats": ["pdfx"]}, "pdfx"), ({"formats": "html"}, "list of words")):
        number = asking.ask(edition, ANNA, "export", wanted)
        worker.one(edition, "worker-1", ANNA)
        job = asking.job(edition, ANNA, number)
        assert job.state is JobState.FAILED
        assert sentence in job.result["error"]


def test_a_fault_in_a_job_does_not_end_the_worker(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sync, "run", lambda *_: 1 / 0)
    number = asking.ask(edition, ANNA, "sync", {})
    assert worker.one(edition, "worker-1", ANNA)
    assert "fault of Hexapla" in asking.job(edition, ANNA, number).result["error"]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_rights_are_asked_for_at_the_door_and_again_at_work(edition: Edition) -> None:
    reader = Person("vera", "Vera", frozenset({Right.TRANSLATE}))
    with pytest.raises(HexaplaError, match="no right to publish"):
        asking.ask(edition, reader, "export", WANTED)
    number = edition.desk.jobs.add(VERA, "export", WANTED)
    worker.one(edition, "worker-1", ANNA)
    assert state(edition, number) is JobState.FAILED, "nobody knows Vera here any more"
    own = asking.ask(edition, ANNA, "export", WANTED)
    for act in (asking.job, asking.cancel, asking.files):
        with pytest.raises(HexaplaError, match="somebody else"):
            act(edition, reader, own)


def test_steps_are_noted_now_and_then_and_end_a_cancelled_job() -> None:
    noted: list[tuple[int, int]] = []
    steps = Steps(lambda done, total: (noted.append((done, total)), len(noted) < 2)[1])
    for done in range(1000):
        steps(done, 1000)
    assert noted == [(0, 1000)], "each note costs a commit"
    steps._last = float("-inf")
    with pytest.raises(Stopped):
        steps(999, 1000)


def test_a_job_is_stopped_between_its_steps(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    number = asking.ask(edition, ANNA, "sync", {})

    def run(_edition: Edition, _person: Person, _wanted: dict[str, Any], step: Steps) -> dict[str, Any]:
        asking.cancel(edition, ANNA, number)
        step(1, 2)
        raise AssertionError("it went on")

    monkeypatch.setattr(sync, "run", run)
    worker.one(edition, "worker-1", ANNA)
    assert state(edition, number) is JobState.CANCELLED


@pytest.mark.fault
def test_a_worker_works_is_replaced_when_killed_and_ends_when_told(edition: Edition) -> None:
    hired = Worker(worker.Place(edition.root, None, ANNA))
    try:
        translate(edition, "u2", "Die Mühle.")
        number = asking.ask(edition, ANNA, "sync", {})
        until(lambda: state(edition, number) is JobState.DONE)
        assert edition.root is not None
        assert "Die Mühle." in (edition.root / "locales/de/LC_MESSAGES/mill.po").read_text("utf-8")
        killed = hired.pid
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        again = asking.ask(edition, ANNA, "export", WANTED)

        def seen_to() -> bool:
            hired.see_to()
            return state(edition, again) is JobState.DONE

        until(seen_to)
        assert hired.pid != killed
    finally:
        hired.stop()
    waiting = asking.ask(edition, ANNA, "sync", {})
    assert state(edition, waiting) is JobState.QUEUED


@pytest.mark.fault
def test_a_job_whose_worker_is_killed_is_begun_again(edition: Edition) -> None:
    jobs: list[Job | None] = []
    number = asking.ask(edition, ANNA, "export", WANTED)
    jobs.append(
        edition.desk.jobs.claim("worker-7")
    )  # its lock is held by nobody: it died with the job in hand
    hired = Worker(worker.Place(edition.root, None, ANNA))
    try:
        until(lambda: state(edition, number) is JobState.DONE)
    finally:
        hired.stop()
    assert edition.desk.jobs.get(number).tries == 2
