"""The edition's glossary: read, and changed in one undoable change set at a time."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from hexapla.formats import tbx
from hexapla.model.errors import Conflict, NotFound
from hexapla.model.glossary import Concept, Glossary
from hexapla.model.messages import _, shown
from hexapla.model.person import Person
from hexapla.model.worklist import NewTask
from hexapla.work.edition import Edition
from hexapla.work.sync.glossary import GLOSSARY

TRIES = 5
"""How often a change is made anew when somebody else was quicker with another one."""


@dataclass(frozen=True)
class Kept:
    """The glossary as the desk keeps it, with a short name for this very state of it."""

    glossary: Glossary
    version: str


def read(edition: Edition) -> Kept:
    """Return the glossary; an edition without one has an empty one."""
    source = edition.desk.document(GLOSSARY) or b""
    version = hashlib.sha256(source).hexdigest()[:16]
    return edition.at_hand("glossary", version, lambda: Kept(_parsed(edition, source), version))


def concept(glossary: Glossary, id_: str) -> Concept:
    """Return a concept by its id; raises NotFound."""
    found = next((one for one in glossary.concepts if one.name == id_), None)
    if found is None:
        raise NotFound(_("The glossary has no concept “{id}”.").format(id=shown(id_, 60)))
    return found


def change(
    edition: Edition,
    person: Person,
    note: str,
    made: Callable[[Glossary], Glossary],
    tasks: Callable[[Glossary], Sequence[NewTask]] | None = None,
    decided: Collection[tuple[str, str]] = (),
) -> int:
    """Change the glossary and return the change set's number (0: nothing changed); made anew when others are quicker.

    ``made`` gets the glossary as it is now; ``tasks``, with what was made of it, says what a decision leaves to do in
    the place of all open tasks of ``decided`` (concept and language).
    """
    for attempt in range(TRIES):
        before = edition.desk.document(GLOSSARY)
        old = _parsed(edition, before or b"")
        new = made(old)
        after = tbx.serialize(new, before or None)
        left = tuple(tasks(new)) if tasks else ()
        if after == before and not left and not decided:
            return 0
        try:
            return edition.desk.glossary.change(person, "terms", note, before, after, left, decided)
        except Conflict:
            if attempt == TRIES - 1:
                raise
    raise AssertionError


def _parsed(edition: Edition, source: bytes) -> Glossary:
    return tbx.parse(source, file="glossary.tbx") if source else Glossary("", edition.settings.source)
