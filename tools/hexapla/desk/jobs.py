"""Jobs as rows: whoever takes one holds a lock of its own name, and a job whose holder is gone can be told by it."""

import json
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from hexapla.desk import clock, documents, people
from hexapla.desk.tables import document, job
from hexapla.model.errors import NotFound
from hexapla.model.job import Job, JobState
from hexapla.model.messages import _
from hexapla.model.person import Person

TRIES = 2
"""How often a job is begun whose worker dies; a job that kills its worker must not do so for ever."""
FILES = "job/"
"""How the names of documents begin that are files of jobs."""


def add(connection: Connection, person: Person, kind: str, wanted: dict[str, Any], *, once: bool) -> int:
    """Queue a job and return its number; ``once`` returns that of a queued one that wants the same."""
    written = json.dumps(wanted, sort_keys=True)
    if once:
        same = (job.c.kind == kind) & (job.c.wanted == written) & (job.c.state == JobState.QUEUED.value)
        waiting = connection.scalar(select(job.c.id).where(same))
        if waiting is not None:
            return int(waiting)
    people.remember(connection, person)
    made = connection.execute(
        insert(job)
        .values(
            kind=kind,
            person=person.id,
            wanted=written,
            state=JobState.QUEUED.value,
            done=0,
            total=0,
            cancelled=False,
            tries=0,
            worker="",
            result=None,
            at=clock.now(),
        )
        .returning(job.c.id)
    )
    return int(made.scalar_one())


def get(connection: Connection, number: int) -> Job:
    """Return a job; raises NotFound."""
    row = connection.execute(select(job).where(job.c.id == number)).first()
    if row is None:
        raise NotFound(_("There is no job {number}.").format(number=number))
    return _job(row)


def listed(connection: Connection, *, person: str | None, state: JobState | None, limit: int) -> list[Job]:
    """Return jobs, newest first: those of a person (an id), or in a state."""
    query = select(job).order_by(job.c.id.desc()).limit(limit)
    if person is not None:
        query = query.where(job.c.person == person)
    if state is not None:
        query = query.where(job.c.state == state.value)
    return [_job(row) for row in connection.execute(query)]


def claim(connection: Connection, worker: str) -> Job | None:
    """Give the oldest queued job to a worker, None if there is none; writers take turns, so that one gets it."""
    number = connection.scalar(
        select(job.c.id).where(job.c.state == JobState.QUEUED.value).order_by(job.c.id).limit(1)
    )
    if number is None:
        return None
    connection.execute(
        update(job)
        .where(job.c.id == number)
        .values(state=JobState.RUNNING.value, worker=worker, tries=job.c.tries + 1, done=0, total=0)
    )
    return get(connection, number)


def progress(connection: Connection, number: int, worker: str, done: int, total: int) -> bool:
    """Note how far a worker's job is; returns whether to go on: False if it was cancelled, or is another's by now."""
    own = (job.c.id == number) & (job.c.worker == worker) & (job.c.state == JobState.RUNNING.value)
    changed = connection.execute(update(job).where(own).values(done=done, total=total))
    return bool(changed.rowcount) and not connection.scalar(select(job.c.cancelled).where(job.c.id == number))


def cancel(connection: Connection, number: int) -> None:
    """Ask for a job to be stopped; one that nobody has begun is over at once."""
    connection.execute(update(job).where(job.c.id == number).values(cancelled=True))
    waiting = (job.c.id == number) & (job.c.state == JobState.QUEUED.value)
    connection.execute(update(job).where(waiting).values(state=JobState.CANCELLED.value))


def end(connection: Connection, number: int, worker: str, state: JobState, result: dict[str, Any]) -> bool:
    """Close a worker's job; False if it is another's by now."""
    own = (job.c.id == number) & (job.c.worker == worker) & (job.c.state == JobState.RUNNING.value)
    written = json.dumps(result, ensure_ascii=False, sort_keys=True)
    return bool(connection.execute(update(job).where(own).values(state=state.value, result=written)).rowcount)


def give_up(connection: Connection, number: int, worker: str) -> None:
    """Queue a job again whose worker is gone, or call it lost after TRIES; another's by now is left alone."""
    own = (job.c.id == number) & (job.c.worker == worker) & (job.c.state == JobState.RUNNING.value)
    again = own & (job.c.tries < TRIES) & ~job.c.cancelled
    connection.execute(update(job).where(again).values(state=JobState.QUEUED.value, worker=""))
    stopped = own & job.c.cancelled
    connection.execute(update(job).where(stopped).values(state=JobState.CANCELLED.value))
    sentence = _(
        "The work was begun {n} times and its process ended each time; nothing was changed by halves."
    )
    written = json.dumps({"error": sentence.format(n=TRIES)}, ensure_ascii=False)
    connection.execute(update(job).where(own).values(state=JobState.LOST.value, result=written))


def keep_file(connection: Connection, number: int, name: str, source: bytes) -> None:
    """Keep a file that a job made."""
    documents.put(connection, _file(number, name), source)


def files(connection: Connection, number: int) -> dict[str, bytes]:
    """Return the files that a job made, by name."""
    prefix = _file(number, "")
    rows = connection.execute(
        select(document.c.name, document.c.source)
        .where(document.c.name.startswith(prefix, autoescape=True))
        .order_by(document.c.name)
    )
    return {name.removeprefix(prefix): bytes(source) for name, source in rows}


def drop_files(connection: Connection, numbers: list[int]) -> None:
    """Drop the files of jobs."""
    for number in numbers:
        which = document.c.name.startswith(_file(number, ""), autoescape=True)
        connection.execute(delete(document).where(which))


def _file(number: int, name: str) -> str:
    return f"{FILES}{number}/{name}"


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        person=row.person,
        wanted=json.loads(row.wanted),
        state=JobState(row.state),
        done=row.done,
        total=row.total,
        cancelled=row.cancelled,
        tries=row.tries,
        worker=row.worker,
        result=json.loads(row.result) if row.result else {},
        at=row.at,
    )
