"""Bring to the desk what others have changed in the folder."""

from typing import Any

from hexapla.model.person import Person
from hexapla.work import sync
from hexapla.work.edition import Edition
from hexapla.work.jobs.steps import Steps


def run(edition: Edition, person: Person, _wanted: dict[str, Any], _step: Steps) -> dict[str, Any]:
    """Take in what has changed; writes no file."""
    rows = sync.take_in(edition, person)
    return {
        "taken": sum(row.taken for row in rows),
        "findings": [finding.message for row in rows for finding in row.findings],
    }
