"""Asking for work, following it, stopping it: each person sees and stops their own."""

from typing import Any

from hexapla.model.errors import Denied
from hexapla.model.job import Job
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.jobs.kinds import kind
from hexapla.work.people import allow_somewhere, welcome

RIGHTS = {
    "check-terms": Right.TERMS,
    "export": Right.PUBLISH,
    "read-in": Right.MANAGE,
    "sync": Right.MANAGE,
    "take-in": Right.MANAGE,
}
"""What a person must have the right to, to ask for a kind of work; the work itself asks again."""


def ask(edition: Edition, person: Person, name: str, wanted: dict[str, Any], *, once: bool = False) -> int:
    """Queue work of a kind and return its number; ``once`` returns that of a queued one that wants the same."""
    kind(name)
    allow_somewhere(person, RIGHTS.get(name, Right.MANAGE))
    return edition.desk.jobs.add(person, name, wanted, once=once)


def job(edition: Edition, person: Person, number: int) -> Job:
    """Return a person's own job, or anybody's for whoever manages; raises NotFound or Denied."""
    welcome(person)
    found = edition.desk.jobs.get(number)
    if found.person != person.id and not person.may(Right.MANAGE):
        raise Denied(_("Job {number} is somebody else’s.").format(number=number))
    return found


def latest(edition: Edition, person: Person, name: str) -> Job | None:
    """Return the last job of a kind that a person has asked for."""
    welcome(person)
    return next((one for one in edition.desk.jobs.listed(person=person.id) if one.kind == name), None)


def cancel(edition: Edition, person: Person, number: int) -> None:
    """Ask for a job to be stopped; it stops between two of its steps."""
    edition.desk.jobs.cancel(job(edition, person, number).id)


def files(edition: Edition, person: Person, number: int) -> dict[str, bytes]:
    """Return the files that a job made, by name."""
    return edition.desk.jobs.files(job(edition, person, number).id)
