"""What others do in the text that a person has open: their changes, and where they are."""

from hexapla.model.person import Person
from hexapla.model.watching import News
from hexapla.work.edition import Edition
from hexapla.work.people import names_of, welcome


def watch(
    edition: Edition, person: Person, slug: str, lang: str, *, unit: str, client: str, since: int
) -> News:
    """Say that a person's window is in a unit (``""``: it has gone), and return what happened since a change set.

    People are told by name, one's own other windows too.
    """
    welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    if not unit:
        edition.desk.watching.gone(client)
        return News(edition.desk.watching.last())
    at, touched = edition.desk.watching.since(text_id, tag, since)
    names = names_of(edition)
    others = edition.desk.watching.here(person, client, text_id, tag, unit[:40])
    people = tuple((names.get(one.person, one.person), one.unit) for one in others)
    return News(at, tuple(touched), people, edition.digest(slug))
