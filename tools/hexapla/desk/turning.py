"""Closing and opening suggestions, comments, waivers, assignments, rejections of candidates; noted, for undoing it."""

from sqlalchemy import Connection, Table, insert, select, update

from hexapla.desk import findings
from hexapla.desk.tables import assignment, comment, rejected, suggestion, turned, waiver
from hexapla.model.errors import NotFound
from hexapla.model.messages import _

TABLES: dict[str, Table] = {
    "suggestion": suggestion,
    "comment": comment,
    "waiver": waiver,
    "assignment": assignment,
    "candidate": rejected,
}


def turn(connection: Connection, change: int, kind: str, number: int, *, to_open: bool) -> bool:
    """Close or open one within a change set; False if it is so already. Raises NotFound."""
    table = TABLES[kind]
    was = connection.scalar(select(table.c.open).where(table.c.id == number))
    if was is None:
        raise NotFound(
            _("There is no {kind} {number}; load the page again.").format(kind=kind, number=number)
        )
    if was == to_open:
        return False
    connection.execute(update(table).where(table.c.id == number).values(open=to_open))
    connection.execute(insert(turned).values(changeset=change, kind=kind, row=number, was_open=was))
    if kind == "suggestion":
        findings.follow_suggestion(connection, number)
    return True


def back(connection: Connection, change: int, number: int) -> int:
    """Take back what a change set made, closed and opened, within another one; returns how many."""
    wanted: dict[tuple[str, int], bool] = {}
    for kind, table in TABLES.items():
        for made in connection.scalars(select(table.c.id).where(table.c.changeset == number)):
            wanted[kind, made] = False
    for row in connection.execute(select(turned).where(turned.c.changeset == number)):
        wanted[row.kind, row.row] = row.was_open
    return sum(
        turn(connection, change, kind, one, to_open=to_open)
        for (kind, one), to_open in sorted(wanted.items())
    )
