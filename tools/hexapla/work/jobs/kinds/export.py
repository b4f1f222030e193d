"""Publish: ``wanted`` is ``{"formats", "langs", "draft"}``; the files are kept with the job until the next export."""

from dataclasses import asdict
from typing import Any

from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.work import export
from hexapla.work.edition import Edition
from hexapla.work.jobs.steps import Steps


def run(edition: Edition, person: Person, wanted: dict[str, Any], step: Steps) -> dict[str, Any]:
    """Build the formats; ``{"files"}`` names them, ``{"blocked"}`` says what stands in their way."""
    formats, langs = _words(wanted, "formats"), _words(wanted, "langs")
    begun: list[str] = []

    def progress(name: str) -> None:
        begun.append(name)
        step(len(begun) - 1, len(formats))

    made = export.export(
        edition, person, formats, langs=langs, draft=bool(wanted.get("draft")), progress=progress
    )
    return {"files": made.files, "blocked": [asdict(finding) for finding in made.blocked]}


def _words(wanted: dict[str, Any], name: str) -> list[str]:
    value = wanted.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise HexaplaError(_("“{name}” must be a list of words.").format(name=name))
    return value
