"""Read a file that was brought on the Import page: ``wanted`` is ``{"import": number}``."""

from typing import Any

from hexapla.model.errors import NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.work import importing
from hexapla.work.edition import Edition
from hexapla.work.jobs.steps import Steps


def run(edition: Edition, person: Person, wanted: dict[str, Any], _step: Steps) -> dict[str, Any]:
    """Read it; what was read, or why it could not be, stands in the import's row."""
    number = wanted.get("import")
    if type(number) is not int:
        raise NotFound(_("A job to read a file names no import."))
    importing.read(edition, person, number)
    return {}
