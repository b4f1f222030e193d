"""Change sets: what was done to the edition, and taking it back."""

from collections.abc import Sequence

from hexapla.model.change import ChangeSet, Undone
from hexapla.model.errors import NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, welcome


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
    """Take a change set back; one's own with the right to translate its languages, another's with that to manage.

    What somebody has changed since stays, and is listed.
    """
    found = edition.desk.changes.of(number)
    if found is None:
        raise NotFound(_("There is no change set {number}.").format(number=number))
    if found.person != person.id:
        allow(person, Right.MANAGE)
    for _text, lang in found.units:
        allow(person, Right.TRANSLATE, lang)
    welcome(person)
    return edition.desk.changes.undo(person, number)
