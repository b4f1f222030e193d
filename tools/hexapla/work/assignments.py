"""Assignments: who is to do which part of a text in which language, by when."""

from dataclasses import replace
from datetime import date

from hexapla.model.assignment import Assignment
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.model.text import Text
from hexapla.work.edition import Edition
from hexapla.work.people import allow, known, welcome


def assign(
    edition: Edition,
    person: Person,
    to: str,
    slug: str,
    lang: str,
    *,
    first: str = "",
    last: str = "",
    division: str = "",
    due: str = "",
    note: str = "",
) -> int:
    """Assign a text, the units from ``first`` to ``last``, or a division (its xml:id) to a person (an id).

    Returns the number. Raises NotFound for a person, unit or division that is not there, HexaplaError for a date
    that is none.
    """
    tag = edition.language(slug, lang)
    allow(person, Right.MANAGE, tag)
    if due:
        try:
            date.fromisoformat(due)
        except ValueError as error:
            raise HexaplaError(_("“{due}” is no date; write 2026-12-01.").format(due=shown(due))) from error
    if division:
        first, last = _units(edition.text(slug), division)
    wanted = Assignment(edition.text_id(slug), tag, to, first, last or first, division, due, note[:500])
    return edition.desk.assignments.add(person, known(edition, to), wanted)


def close(edition: Edition, person: Person, number: int) -> bool:
    """Close an assignment: one's own, or any for whoever manages; False if it is closed already."""
    welcome(person)
    found = next((one for one in edition.desk.assignments.listed(closed=True) if one.id == number), None)
    if found is None:
        raise NotFound(_("There is no assignment {number}.").format(number=number))
    if found.person != person.id:
        allow(person, Right.MANAGE, found.lang)
    return edition.desk.assignments.close(person, number)


def listed(
    edition: Edition,
    person: Person,
    *,
    to: str | None = None,
    slug: str | None = None,
    lang: str | None = None,
) -> list[Assignment]:
    """Return the open assignments, the soonest due first; ``text`` is the slug."""
    welcome(person)
    slugs = {stored.id: stored.slug for stored in edition.desk.texts()}
    found = edition.desk.assignments.listed(
        person=to, text_id=edition.text_id(slug) if slug else None, lang=lang
    )
    return [replace(one, text=slugs.get(one.text, one.text)) for one in found]


def _units(text: Text, division: str) -> tuple[str, str]:
    """Return the first and the last unit of a division."""
    found = next((one for one in text.body.walk() if one.get("xml:id") == division), None)
    inside = {one.get("xml:id") for one in found.walk() if one.is_unit} if found else set()
    units = [unit.id for unit in text.units if unit.id in inside]
    if not units:
        raise NotFound(_("There is no division “{id}” with text in it.").format(id=shown(division)))
    return units[0], units[-1]
