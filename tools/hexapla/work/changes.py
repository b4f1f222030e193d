"""Change sets: what was done to the edition, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats import tbx
from hexapla.merge import glossary as merging
from hexapla.model.change import ChangeSet, Undone
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, allow_somewhere, welcome
from hexapla.work.sync import earlier
from hexapla.work.sync.glossary import GLOSSARY

DAILY = frozenset(
    {"save", "accept", "conflict", "suggest", "draft", "comment", "close-comment", "open-comment"}
    | {"close-suggestion", "open-suggestion", "join", "part", "close-task", "open-task"}
)
"""Kinds of change sets of a translator's day; whoever made one may take it back."""
WAIVING = frozenset({"waive", "close-waiver", "open-waiver"})
"""Kinds that a reviewer may take back."""

MENDING = frozenset({"mend", "split", "merge"})
"""Kinds that change a source, and take translations along: who may do that may take it back."""
TERMS = frozenset({"terms", "reject-candidate", "restore-candidate"})
"""Kinds that change the glossary, or what is offered for it; whoever decides about terms may take them back."""


def listed(
    edition: Edition,
    person: Person,
    *,
    before: int | None = None,
    limit: int = 50,
    slug: str | None = None,
    lang: str | None = None,
) -> Sequence[ChangeSet]:
    """Return change sets before a number, newest first; those that touch a text or a language where one is named."""
    welcome(person)
    return edition.desk.changes.listed(
        before=before, limit=limit, text_id=edition.text_id(slug) if slug else None, lang=lang
    )


def undo(edition: Edition, person: Person, number: int) -> Undone:
    """Take a change set back; one's own of DAILY with the right to translate its languages, else with that to manage.

    What somebody has changed since stays, and is listed; a change of the glossary that was changed in turn is refused.
    """
    welcome(person)
    found = edition.desk.changes.of(number)
    if found is None:
        raise NotFound(_("There is no change set {number}.").format(number=number))
    kind = _kind(edition, person, found)
    if kind in WAIVING:
        allow_somewhere(person, Right.REVIEW)
    elif kind in TERMS:
        allow_somewhere(person, Right.TERMS)
    elif kind not in DAILY:
        allow(person, Right.MANAGE)
    for _text, lang in found.units if found.kind not in MENDING else ():
        allow(person, Right.TRANSLATE, lang)
    done = edition.desk.changes.undo(person, number, _without)
    if done.change:
        earlier.back(edition, number)
    return done


def _without(became: bytes, now: bytes, was: bytes) -> bytes:
    """Take a change out of the glossary; raises HexaplaError for a concept that was changed in the same place since."""
    base = tbx.parse(became, file=GLOSSARY)
    theirs = tbx.parse(was, file=GLOSSARY) if was else replace(base, concepts=())
    merged = merging.merge(base, tbx.parse(now, file=GLOSSARY), theirs)
    if merged.conflicts:
        raise HexaplaError(
            _(
                "Concept {concept} was changed since; take that change back first, or change it by hand."
            ).format(concept=shown(merged.conflicts[0].concept))
        )
    return tbx.serialize(merged.glossary, now)


def _kind(edition: Edition, person: Person, found: ChangeSet) -> str:
    """Return what a set of a person's own is, of an undo what it took back; ``""`` where another had a part in it."""
    last: ChangeSet | None = found
    while last is not None and last.person == person.id:
        if not last.undoes:
            return last.kind
        last = edition.desk.changes.of(last.undoes)
    return ""
