"""Assignments: a text, or a range of its units, in a language, for a person, by a date; a hint, not a lock."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from hexapla.desk import clock, people
from hexapla.desk.tables import assignment, unit
from hexapla.model.assignment import Assignment
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, shown
from hexapla.model.person import Person


def add(connection: Connection, change: int, by: Person, to: Person, wanted: Assignment) -> int:
    """Add an assignment and return its number; raises NotFound for a unit that is not in the text."""
    if wanted.first or wanted.last:
        first, last = (_position(connection, wanted.text, one) for one in (wanted.first, wanted.last))
        if first > last:
            raise HexaplaError(
                _("Unit {first} comes after unit {last}; name the earlier one first.").format(
                    first=shown(wanted.first), last=shown(wanted.last)
                )
            )
    people.remember(connection, to)
    values = {name: value for name, value in asdict(wanted).items() if name not in ("id", "open")}
    row = values | {"by": by.id, "at": clock.now(), "open": True, "changeset": change, "person": to.id}
    return int(connection.execute(insert(assignment).values(row).returning(assignment.c.id)).scalar_one())


def listed(
    connection: Connection, *, person: str | None, text_id: str | None, lang: str | None, closed: bool
) -> list[Assignment]:
    """Return assignments, the soonest due first; those without a date last."""
    query = select(assignment).order_by(assignment.c.due == "", assignment.c.due, assignment.c.id)
    for column, value in (
        (assignment.c.person, person),
        (assignment.c.text, text_id),
        (assignment.c.lang, lang),
    ):
        if value is not None:
            query = query.where(column == value)
    if not closed:
        query = query.where(assignment.c.open)
    return [_assignment(row) for row in connection.execute(query)]


def ranges(connection: Connection, text_id: str, lang: str, person: str | None) -> list[tuple[int, int]]:
    """Return the ranges of positions, first and last, that are assigned in a text to a person, or to anybody."""
    whole = connection.execute(
        select(unit.c.id, unit.c.position).where(unit.c.text == text_id).order_by(unit.c.position)
    ).all()
    places = {row.id: row.position for row in whole}
    if not places:
        return []
    found = listed(connection, person=person, text_id=text_id, lang=lang, closed=False)
    return [
        (places.get(one.first, 1), places.get(one.last, len(places)))
        if one.first
        else (1, whole[-1].position)
        for one in found
    ]


def _position(connection: Connection, text_id: str, unit_id: str) -> int:
    found = connection.scalar(select(unit.c.position).where(unit.c.text == text_id, unit.c.id == unit_id))
    if found is None:
        raise NotFound(_("There is no unit {unit} in this text.").format(unit=shown(unit_id)))
    return int(found)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        text=row.text,
        lang=row.lang,
        person=row.person,
        first=row.first,
        last=row.last,
        division=row.division,
        due=row.due,
        note=row.note,
        by=row.by,
        at=row.at,
        id=row.id,
        open=row.open,
    )
