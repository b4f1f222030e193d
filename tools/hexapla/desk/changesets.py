"""Listing change sets: what was done, by whom, and to how much."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, func, select

from hexapla.desk.tables import changeset, entry, revision, turned
from hexapla.desk.turning import TABLES
from hexapla.model.change import ChangeSet


def listed(
    connection: Connection,
    *,
    before: int | None,
    limit: int,
    person: str | None = None,
    text_id: str | None = None,
    lang: str | None = None,
) -> list[ChangeSet]:
    """Return change sets, newest first, before a number: those of a person, or that touch a text or language."""
    query = select(changeset).order_by(changeset.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(changeset.c.id < before)
    if person is not None:
        query = query.where(changeset.c.person == person)
    if text_id is not None or lang is not None:
        touched = select(revision.c.number).join(entry, entry.c.id == revision.c.entry)
        touched = touched.where(revision.c.changeset == changeset.c.id)
        if text_id is not None:
            touched = touched.where(entry.c.text == text_id)
        if lang is not None:
            touched = touched.where(entry.c.lang == lang)
        query = query.where(touched.exists())
    rows = connection.execute(query).all()
    numbers = [row.id for row in rows]
    units, remarks = _units(connection, numbers), _remarks(connection, numbers)
    undone = {
        row.undoes: row.id
        for row in connection.execute(
            select(changeset.c.id, changeset.c.undoes).where(changeset.c.undoes.in_(numbers))
        )
    }
    return [
        ChangeSet(
            number=row.id,
            kind=row.kind,
            person=row.person,
            at=row.at,
            note=row.note,
            undoes=row.undoes or 0,
            undone_by=undone.get(row.id, 0),
            units=units.get(row.id, {}),
            remarks=remarks[row.id],
        )
        for row in rows
    ]


def _units(connection: Connection, numbers: list[int]) -> dict[int, dict[tuple[str, str], int]]:
    rows = connection.execute(
        select(revision.c.changeset, entry.c.text, entry.c.lang, func.count(revision.c.entry.distinct()))
        .join(entry, entry.c.id == revision.c.entry)
        .where(revision.c.changeset.in_(numbers))
        .group_by(revision.c.changeset, entry.c.text, entry.c.lang)
    )
    found: defaultdict[int, dict[tuple[str, str], int]] = defaultdict(dict)
    for number, text_id, lang, count in rows:
        found[number][text_id, lang] = count
    return dict(found)


def _remarks(connection: Connection, numbers: list[int]) -> Counter[int]:
    found: Counter[int] = Counter()
    for table in (*TABLES.values(), turned):
        counted = (
            select(table.c.changeset, func.count())
            .where(table.c.changeset.in_(numbers))
            .group_by(table.c.changeset)
        )
        for number, count in connection.execute(counted):
            found[number] += count
    return found
