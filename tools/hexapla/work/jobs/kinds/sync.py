"""Sync the folder; ``{"revision"}`` is the newest one that is in it, ``{"again"}`` whether a file had to wait."""

from typing import Any

from hexapla.model.person import Person
from hexapla.work import sync
from hexapla.work.edition import Edition
from hexapla.work.jobs.steps import Steps


def run(edition: Edition, person: Person, _wanted: dict[str, Any], step: Steps) -> dict[str, Any]:
    """Sync every file both ways."""
    revision = edition.desk.last_revision()
    rows = sync.sync(edition, person, step=step)
    return {
        "revision": revision,
        "again": any(row.again for row in rows),
        "findings": [finding.message for row in rows for finding in row.findings],
    }
