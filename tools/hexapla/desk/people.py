"""The people of a desk: all who have written something here, and what each of them may do."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from hexapla.desk import clock
from hexapla.desk.tables import browser, invitation, meta
from hexapla.desk.tables import person as people
from hexapla.model.person import Member, Person, Right

_FOLDER_READ = "people"
"""The mark that the rights in edition.toml were believed once: from then on the desk says who may do what."""


def remember(connection: Connection, person: Person) -> None:
    """Keep a person's id and name, so that what they do can be shown under it; grants no rights.

    Whoever is only named by the id keeps the name that is known.
    """
    name = connection.scalar(select(people.c.name).where(people.c.id == person.id))
    if name is None:
        connection.execute(
            insert(people).values(id=person.id, name=person.name, rights="[]", languages="[]", active=True)
        )
    elif person.name not in (name, person.id):
        connection.execute(update(people).where(people.c.id == person.id).values(name=person.name))


def names(connection: Connection) -> dict[str, str]:
    """Return the names of all who have written something, by id."""
    return {line.id: line.name for line in connection.execute(select(people.c.id, people.c.name))}


def put(connection: Connection, person: Person, *, active: bool = True) -> None:
    """Keep a person with exactly these rights; one who is not active has none, whatever is kept."""
    remember(connection, person)
    connection.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(
            rights=json.dumps([right for right in Right if right in person.rights]),
            languages=json.dumps(sorted(person.languages)),
            active=active,
        )
    )


def one(connection: Connection, id_: str) -> Member | None:
    """Return a person by id, None if the desk knows nobody under it."""
    row = connection.execute(_members().where(people.c.id == id_)).one_or_none()
    return _member(row) if row else None


def meant(connection: Connection, id_: str) -> Member | None:
    """Return a person by id as ``person_id`` writes it: the one who has it, or the only one but for ASCII case."""
    found = one(connection, id_)
    if found is not None:
        return found
    # lower() knows the letters of ASCII alone: SQLite's always, PostgreSQL's under the column's collation "C".
    rows = connection.execute(_members().where(func.lower(people.c.id) == id_)).all()
    return _member(rows[0]) if len(rows) == 1 else None


def listed(connection: Connection) -> list[Member]:
    """Return everybody whom the desk knows, by name."""
    return [_member(row) for row in connection.execute(_members().order_by(people.c.name, people.c.id))]


def believed(connection: Connection) -> bool:
    """Whether the rights in the folder were believed already."""
    return connection.scalar(select(meta.c.value).where(meta.c.name == _FOLDER_READ)) is not None


def believe_once(connection: Connection, some: Sequence[Person]) -> bool:
    """Give people the rights that the folder says, the first time that this is asked; False ever after."""
    if believed(connection):
        return False
    connection.execute(insert(meta).values(name=_FOLDER_READ, value=clock.now()))
    for person in some:
        known = one(connection, person.id)
        if known is None or (known.active and not known.person.rights):
            put(connection, person)
    return True


def _members() -> Select[tuple[str, str, str, str, bool, int, int]]:
    browsers = select(func.count()).where(browser.c.person == people.c.id, browser.c.open)
    links = select(func.count()).where(
        invitation.c.person == people.c.id,
        invitation.c.open,
        invitation.c.used.is_(None),
        invitation.c.expires > clock.now(),
    )
    return select(
        people.c.id,
        people.c.name,
        people.c.rights,
        people.c.languages,
        people.c.active,
        browsers.scalar_subquery().label("browsers"),
        links.scalar_subquery().label("links"),
    )


def _member(row: Row[tuple[str, str, str, str, bool, int, int]]) -> Member:
    rights = frozenset(Right(word) for word in json.loads(row.rights)) if row.active else frozenset[Right]()
    person = Person(row.id, row.name, rights, frozenset(json.loads(row.languages)))
    return Member(person, row.active, row.browsers, row.links)
