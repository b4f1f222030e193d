"""Reading entries as rows: pages in reading order, single ones, and the next one that needs somebody."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, union_all
from sqlalchemy import Row as Line

from hexapla.desk import entries, remarks
from hexapla.desk.entries import COLUMNS, Held
from hexapla.desk.tables import draft, entry
from hexapla.model.catalog import Entry, State
from hexapla.model.change import Draft, Row

_PAGE = 200
"""Rows of the largest page; whoever reads more is no reader of comments."""


def page(
    connection: Connection, text_id: str, lang: str, *, person: str | None, after: int, limit: int | None
) -> list[Row]:
    """Return the live entries after a position, in reading order, with the person's own drafts."""
    lines = connection.execute(
        _lines(person)
        .where(_live(text_id, lang), entry.c.position > after)
        .order_by(entry.c.position)
        .limit(limit)
    ).all()
    if not lines:
        return []
    last = lines[-1].position
    return _rows(connection, lines, _live(text_id, lang) & entry.c.position.between(after + 1, last))


def chosen(connection: Connection, which: ColumnElement[bool], *, limit: int) -> list[Row]:
    """Return the first entries that a condition chooses, in reading order; they are of one text and language."""
    lines = connection.execute(_lines(None).where(which).order_by(entry.c.position).limit(limit)).all()
    return _rows(connection, lines, entry.c.id.in_([line.id for line in lines])) if lines else []


def one(connection: Connection, text_id: str, lang: str, unit_id: str, person: str | None) -> Row:
    """Return the live entry that a unit belongs to; raises NotFound if there is none."""
    which = entry.c.id == entries.holding(connection, text_id, lang, unit_id).id
    return _rows(connection, connection.execute(_lines(person).where(which)).all(), which)[0]


def obsolete(connection: Connection, text_id: str, lang: str) -> list[Row]:
    """Return the entries that have been put aside, by the place where they last stood."""
    which = (entry.c.text == text_id) & (entry.c.lang == lang) & ~entry.c.live
    order = (entry.c.position, entry.c.context)
    return _rows(connection, connection.execute(_lines(None).where(which).order_by(*order)).all(), which)


def following(
    connection: Connection, text_id: str, lang: str, *, after: int, states: Collection[State]
) -> str | None:
    """Return the first unit of the next live entry in one of these states; the end leads to the beginning."""
    if not states:
        return None
    for which in (entry.c.position > after, entry.c.position <= after):
        # One look into the index for each state: a single query would walk through all entries in between.
        firsts = union_all(
            *(
                select(func.min(entry.c.position).label("first")).where(
                    _live(text_id, lang), entry.c.state == state.value, which
                )
                for state in states
            )
        ).subquery()
        position = connection.scalar(select(func.min(firsts.c.first)))
        if position is not None:
            context = select(entry.c.context).where(_live(text_id, lang), entry.c.position == position)
            return str(connection.scalar(context)).split("+")[0]
    return None


def count(connection: Connection, text_id: str, lang: str) -> int:
    """Count the live entries."""
    return connection.scalar(select(func.count()).select_from(entry).where(_live(text_id, lang))) or 0


def _live(text_id: str, lang: str) -> ColumnElement[bool]:
    return (entry.c.text == text_id) & (entry.c.lang == lang) & entry.c.live


def _lines(person: str | None) -> Select[Any]:
    """Select entries with the draft of one person; nobody has the id ``""``."""
    typed = (draft.c.msgstr.label("typed"), draft.c.revision.label("begun"), draft.c.at.label("kept"))
    own = (draft.c.entry == entry.c.id) & (draft.c.person == (person or ""))
    return select(*COLUMNS, *typed).outerjoin(draft, own)


def _rows(connection: Connection, lines: "list[Line[Any]] | Any", which: ColumnElement[bool]) -> list[Row]:
    said = remarks.collect(connection, which)
    rows = [_row(line, entries.held(line), said) for line in lines]
    if not rows or len(rows) > _PAGE:
        return rows
    units = [unit_id for row in rows for unit_id in row.entry.units]
    shared = remarks.shared(connection, lines[0].text, lines[0].lang, units)
    return [
        replace(row, shared=tuple(one for unit_id in row.entry.units for one in shared.get(unit_id, ())))
        for row in rows
    ]


def _row(line: Line[Any], held: Held, said: remarks.Said) -> Row:
    waivers, suggestions, comments = said.get(held.id, ((), (), ()))
    typed = None
    if line.typed is not None:
        typed = Draft(held.text, held.lang, held.units, line.typed, line.begun, line.kept)
    shown = Entry(
        units=held.units,
        msgid=held.msgid,
        msgstr=held.msgstr,
        state=held.state,
        previous=held.previous,
        reason=held.reason,
        place=held.place,
        by=held.by,
        at=held.at,
        waivers=waivers,
        suggestions=suggestions,
        comments=comments,
    )
    return Row(shown, held.revision, typed, held.position)
