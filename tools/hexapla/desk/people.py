"""The people who have written something here."""

from sqlalchemy import Connection, insert, select, update

from hexapla.desk.tables import person as people
from hexapla.model.person import Person


def remember(connection: Connection, person: Person) -> None:
    """Keep a person's id and name, so that what they do can be shown under it; grants no rights."""
    name = connection.scalar(select(people.c.name).where(people.c.id == person.id))
    if name is None:
        connection.execute(
            insert(people).values(id=person.id, name=person.name, rights="[]", languages="[]", active=True)
        )
    elif name != person.name:
        connection.execute(update(people).where(people.c.id == person.id).values(name=person.name))


def names(connection: Connection) -> dict[str, str]:
    """Return the names of all who have written something, by id."""
    return {line.id: line.name for line in connection.execute(select(people.c.id, people.c.name))}
