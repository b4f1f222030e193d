"""What a desk can do without, and what it can mend of itself; nothing that a person wrote is touched."""

from sqlalchemy import Connection, delete, func, or_, select

from hexapla.desk import clock, index, jobs, texts
from hexapla.desk import presence as windows
from hexapla.desk.tables import document, incoming, invitation, job, op, presence, text
from hexapla.model.importing import ImportState
from hexapla.model.job import JobState
from hexapla.model.messages import _, ngettext

OPERATIONS = 60
"""Days that an answered operation is remembered: no browser comes back with one after that."""
IMPORTS = 30
"""Days that an import that is over is remembered, for whoever still has its page open."""
JOBS = 1
"""Days that a job is kept that is over, with the files that it made: somebody may still be about to fetch them."""


def prune(connection: Connection) -> list[str]:
    """Take away what is over, and mend what follows from the rest; returns one sentence for each thing done."""
    return [sentence for step in _STEPS if (sentence := step(connection))]


def _index(connection: Connection) -> str:
    if not index.astray(connection):
        return ""
    index.refill(connection)
    return _("The index of words was made anew.")


def _positions(connection: Connection) -> str:
    moved = sum(texts.move(connection, text_id) for text_id in connection.scalars(select(text.c.id)).all())
    if not moved:
        return ""
    return ngettext(
        "One entry was put where its unit stands.", "{n} entries were put where their units stand.", moved
    ).format(n=moved)


def _operations(connection: Connection) -> str:
    gone = connection.execute(delete(op).where(op.c.at < clock.days_ago(OPERATIONS))).rowcount
    if not gone:
        return ""
    return ngettext(
        "One answered operation was forgotten.", "{n} answered operations were forgotten.", gone
    ).format(n=gone)


def _presence(connection: Connection) -> str:
    before = _count(connection)
    windows.gone(connection, "")
    gone = before - _count(connection)
    if not gone:
        return ""
    return ngettext(
        "One window that is gone was forgotten.", "{n} windows that are gone were forgotten.", gone
    ).format(n=gone)


def _count(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(presence)).scalar_one())


def _jobs(connection: Connection) -> str:
    over = job.c.state.in_([state.value for state in JobState if state.over])
    numbers = list(connection.scalars(select(job.c.id).where(over, job.c.at < clock.days_ago(JOBS))))
    if not numbers:
        return ""
    jobs.drop_files(connection, numbers)
    for number in numbers:
        connection.execute(delete(job).where(job.c.id == number))
    return ngettext(
        "One job that is over was dropped.", "{n} jobs that are over were dropped.", len(numbers)
    ).format(n=len(numbers))


def _files(connection: Connection) -> str:
    """Drop the files of jobs that are not there."""
    names = connection.scalars(
        select(document.c.name).where(document.c.name.startswith(jobs.FILES, autoescape=True))
    )
    known = set(connection.scalars(select(job.c.id)))
    left = {
        int(number)
        for name in names.all()
        if (number := name.removeprefix(jobs.FILES).partition("/")[0]).isdecimal()
        and int(number) not in known
    }
    if not left:
        return ""
    jobs.drop_files(connection, sorted(left))
    return ngettext(
        "The files of one job that is gone were dropped.",
        "The files of {n} jobs that are gone were dropped.",
        len(left),
    ).format(n=len(left))


def _invitations(connection: Connection) -> str:
    over = or_(invitation.c.used.is_not(None), ~invitation.c.open, invitation.c.expires < clock.now())
    gone = connection.execute(delete(invitation).where(over)).rowcount
    if not gone:
        return ""
    return ngettext(
        "One link that is over was forgotten.", "{n} links that are over were forgotten.", gone
    ).format(n=gone)


def _imports(connection: Connection) -> str:
    over = incoming.c.state.in_([state.value for state in ImportState if state.over])
    gone = connection.execute(
        delete(incoming).where(over, incoming.c.changed < clock.days_ago(IMPORTS))
    ).rowcount
    if not gone:
        return ""
    return ngettext(
        "One import that is over was forgotten.", "{n} imports that are over were forgotten.", gone
    ).format(n=gone)


_STEPS = (_index, _positions, _operations, _presence, _jobs, _files, _invitations, _imports)
