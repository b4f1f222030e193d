"""Listing change sets: what was done, by whom, and to how much."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, func, select, union_all

from hexapla.desk import remarks
from hexapla.desk.tables import (
    changeset,
    comment,
    entry,
    revision,
    suggestion,
    task,
    task_was,
    turned,
    waiver,
)
from hexapla.desk.turning import TABLES
from hexapla.model.change import ChangeSet
from hexapla.model.watching import Touched


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
    units, said = _units(connection, numbers), _remarks(connection, numbers)
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
            remarks=said[row.id],
        )
        for row in rows
    ]


def last(connection: Connection) -> int:
    """Return the number of the newest change set, 0 if there is none."""
    return connection.scalar(select(func.max(changeset.c.id))) or 0


def touched(connection: Connection, text_id: str, lang: str, number: int) -> list[Touched]:
    """Return the live entries of a text that were revised or remarked upon in change sets after a number."""
    sources = [
        select(table.c.entry).where(table.c.changeset > number)
        for table in (revision, suggestion, comment, waiver)
    ]
    sources += [
        select(TABLES[kind].c.entry)
        .join(turned, (turned.c.kind == kind) & (turned.c.row == TABLES[kind].c.id))
        .where(turned.c.changeset > number)
        for kind in ("suggestion", "comment", "waiver")
    ]
    rows = connection.execute(
        select(entry.c.id, entry.c.context, entry.c.revision)
        .where(
            entry.c.id.in_(union_all(*sources)), entry.c.text == text_id, entry.c.lang == lang, entry.c.live
        )
        .order_by(entry.c.position)
    )
    found = rows.all()
    said = remarks.collect(connection, entry.c.id.in_([row.id for row in found])) if found else {}
    nothing: remarks.Three = ((), (), ())
    return [
        Touched(
            tuple(row.context.split("+")),
            row.revision,
            len(said.get(row.id, nothing)[1]),
            len(said.get(row.id, nothing)[2]),
        )
        for row in found
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
    for table in (*TABLES.values(), turned, task, task_was):
        counted = (
            select(table.c.changeset, func.count())
            .where(table.c.changeset.in_(numbers))
            .group_by(table.c.changeset)
        )
        for number, count in connection.execute(counted):
            found[number] += count
    return found
