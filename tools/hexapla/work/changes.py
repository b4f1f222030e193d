"""Change sets: what was done to the edition, and taking it back."""

from collections.abc import Sequence

from hexapla.model.change import ChangeSet, Undone
from hexapla.model.errors import NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, allow_somewhere, welcome
from hexapla.work.sync import earlier

DAILY = frozenset(
    {"save", "accept", "conflict", "suggest", "draft", "comment", "close-comment", "open-comment"}
    | {"close-suggestion", "open-suggestion", "join", "part"}
)
"""Kinds of change sets of a translator's day; whoever made one may take it back."""
WAIVING = frozenset({"waive", "close-waiver", "open-waiver"})
"""Kinds that a reviewer may take back."""

MENDING = frozenset({"mend", "split", "merge"})
"""Kinds that change a source, and take translations along: who may do that may take it back."""


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

    What somebody has changed since stays, and is listed.
    """
    welcome(person)
    found = edition.desk.changes.of(number)
    if found is None:
        raise NotFound(_("There is no change set {number}.").format(number=number))
    kind = _kind(edition, person, found)
    if kind in WAIVING:
        allow_somewhere(person, Right.REVIEW)
    elif kind not in DAILY:
        allow(person, Right.MANAGE)
    for _text, lang in found.units if found.kind not in MENDING else ():
        allow(person, Right.TRANSLATE, lang)
    done = edition.desk.changes.undo(person, number)
    if done.change:
        earlier.back(edition, number)
    return done


def _kind(edition: Edition, person: Person, found: ChangeSet) -> str:
    """Return what a set of a person's own is, of an undo what it took back; ``""`` where another had a part in it."""
    last: ChangeSet | None = found
    while last is not None and last.person == person.id:
        if not last.undoes:
            return last.kind
        last = edition.desk.changes.of(last.undoes)
    return ""
