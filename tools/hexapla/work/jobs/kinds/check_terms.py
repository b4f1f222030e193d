"""Check how the terms of the glossary are kept; ``{"counts"}`` is how many findings there are of each name."""

from typing import Any

from hexapla.model.person import Person
from hexapla.work.edition import Edition
from hexapla.work.jobs.steps import Steps
from hexapla.work.terms import checking, worklist


def run(edition: Edition, person: Person, _wanted: dict[str, Any], step: Steps) -> dict[str, Any]:
    """Check every text in every language, and close the tasks that are done."""
    counts = checking.run(edition, person, step)
    return {"counts": counts, "settled": worklist.settle(edition, person)}
