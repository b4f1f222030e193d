"""How a desk stands: how much is in it, and what is left there of people who are gone."""

from sqlalchemy import Connection, func, select

from hexapla.desk.tables import assignment, draft, entry, person, revision, text, unit
from hexapla.model.messages import _, ngettext, shown


def counts(connection: Connection) -> list[str]:
    """Return how much is in the desk."""
    numbers = [
        int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (text, entry, revision)
    ]
    return [
        _("{texts} texts, {entries} entries, {revisions} revisions.").format(
            texts=numbers[0], entries=numbers[1], revisions=numbers[2]
        )
    ]


def ownerless(connection: Connection) -> list[str]:
    """Return what people have left who have no part in the edition any more, one sentence each."""
    return [*_drafts(connection), *_assignments(connection)]


def units(connection: Connection, text_id: str) -> dict[str, str]:
    """Return the sources of a text's units by id, in reading order."""
    rows = connection.execute(
        select(unit.c.id, unit.c.source).where(unit.c.text == text_id).order_by(unit.c.position)
    )
    return {row.id: row.source for row in rows}


def _drafts(connection: Connection) -> list[str]:
    rows = connection.execute(
        select(person.c.name, func.count())
        .join(draft, draft.c.person == person.c.id)
        .where(~person.c.active)
        .group_by(person.c.id)
        .order_by(person.c.id)
    )
    return [
        ngettext(
            "{name} has no part any more, and left one draft that nobody else sees.",
            "{name} has no part any more, and left {n} drafts that nobody else sees.",
            count,
        ).format(name=shown(name), n=count)
        for name, count in rows
    ]


def _assignments(connection: Connection) -> list[str]:
    rows = connection.execute(
        select(person.c.name, func.count())
        .join(assignment, assignment.c.person == person.c.id)
        .where(~person.c.active, assignment.c.open)
        .group_by(person.c.id)
        .order_by(person.c.id)
    )
    return [
        ngettext(
            "{name} has no part any more, but one assignment; “hexapla assign” gives it to somebody else.",
            "{name} has no part any more, but {n} assignments; “hexapla assign” gives them to somebody else.",
            count,
        ).format(name=shown(name), n=count)
        for name, count in rows
    ]
