"""The worklist: tasks that a decision about a term leaves, added with it, and read by the page.

A task belongs to a unit: it is found at whatever live entry holds that unit, so that it goes with joins and splits, and
is out of sight while its unit is no part of the text.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, FromClause, Row, func, insert, or_, select

from hexapla.desk import tasks
from hexapla.desk.tables import entry, entry_unit, task
from hexapla.desk.tables import text as texts
from hexapla.model.worklist import NewTask, Task, TaskCount, TaskState

SOME = 500
"""Rows that are stored, and units that are looked for, at once."""
Place: TypeAlias = tuple[int, str, str, int, str]
"""The order of the edition: the text's position and id, language, the entry's position; and a concept."""


def add(
    connection: Connection, change: int, wanted: Sequence[NewTask], decided: Collection[tuple[str, str]]
) -> int:
    """Add the tasks of a decision, in the order of the edition; returns how many it added or withdrew.

    Open tasks of the same concept at the same entries fall, and all of ``decided``: pairs of concept and language.
    A task for units that no live entry holds any more is passed over.
    """
    rows = _rows(connection, wanted)
    earlier = set[int]()
    for concept, lang in {(row["concept"], row["lang"]) for row in rows} | set(decided):
        here = {
            (row["text"], row["unit"]) for row in rows if (row["concept"], row["lang"]) == (concept, lang)
        }
        open_ = connection.execute(
            select(task.c.id, entry.c.text, entry.c.context)
            .select_from(_at_entries())
            .where(task.c.concept == concept, task.c.lang == lang, task.c.state == TaskState.OPEN.value)
        )
        for number, text_id, context in open_:
            if (concept, lang) in decided or (text_id, (context or "").split("+")[0]) in here:
                earlier.add(number)
    fallen = tasks.withdraw(connection, change, earlier)
    for start in range(0, len(rows), SOME):
        some = [row | {"changeset": change} for row in rows[start : start + SOME]]
        connection.execute(insert(task), some)
    return fallen + len(rows)


def page(
    connection: Connection,
    *,
    concept: str | None,
    lang: str | None,
    state: TaskState | None,
    after: int,
    limit: int | None,
) -> list[Task]:
    """Return the tasks after a number, in their order: each decision's in the order of the edition."""
    query = (
        select(task, entry.c.context, entry.c.position)
        .select_from(_at_entries())
        .where(task.c.id > after, *_shown(concept, lang, state))
        .order_by(task.c.id)
        .limit(limit)
    )
    return [_task(row) for row in connection.execute(query)]


def one(connection: Connection, number: int) -> Task:
    """Return a task; raises NotFound."""
    query = select(task, entry.c.context, entry.c.position).select_from(_at_entries())
    row = connection.execute(query.where(task.c.id == number)).first()
    if row is None:
        raise tasks.missing(number)
    return _task(row)


def counts(connection: Connection, *, concept: str | None, lang: str | None) -> list[TaskCount]:
    """Count the tasks that are shown, by state, for each concept and language that has some."""
    query = (
        select(task.c.concept, task.c.lang, task.c.state, func.count())
        .select_from(_at_entries())
        .where(*_shown(concept, lang, None))
        .group_by(task.c.concept, task.c.lang, task.c.state)
        .order_by(task.c.concept, task.c.lang)
    )
    found: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for of, tag, state, count in connection.execute(query):
        found[of, tag][state] = count
    return [TaskCount(of, tag, **by_state) for (of, tag), by_state in found.items()]


def _at_entries() -> FromClause:
    """Join tasks with the live entries that hold their units, where there are some."""
    holds = (entry_unit.c.text == task.c.text) & (entry_unit.c.lang == task.c.lang)
    holds &= (entry_unit.c.unit == task.c.unit) & entry_unit.c.live
    return task.outerjoin(entry_unit, holds).outerjoin(entry, entry.c.id == entry_unit.c.entry)


def _shown(concept: str | None, lang: str | None, state: TaskState | None) -> list[ColumnElement[bool]]:
    """Return what is true of the tasks that are shown: an open one has an entry where it can be done."""
    which = [or_(entry.c.id.is_not(None), task.c.state != TaskState.OPEN.value)]
    if state is None:
        which.append(task.c.state != TaskState.WITHDRAWN.value)
    else:
        which.append(task.c.state == state.value)
    if concept is not None:
        which.append(task.c.concept == concept)
    if lang is not None:
        which.append(task.c.lang == lang)
    return which


def _rows(connection: Connection, wanted: Sequence[NewTask]) -> list[dict[str, str]]:
    """Return new tasks as rows, one an entry and concept, in the order of the edition."""
    by_place: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in wanted:
        by_place[one.text, one.lang].update(one.units)
    held = {place: _holding(connection, *place, sorted(units)) for place, units in by_place.items()}
    order = {row.id: row.position for row in connection.execute(select(texts.c.id, texts.c.position))}
    found: dict[Place, dict[str, str]] = {}
    for one in wanted:
        for position, context in {held[one.text, one.lang].get(unit, (0, "")) for unit in one.units}:
            if context:
                place = (order[one.text], one.text, one.lang, position, one.concept)
                found.setdefault(place, _row(one, context))
    return [found[place] for place in sorted(found)]


def _row(one: NewTask, context: str) -> dict[str, str]:
    return {
        "concept": one.concept,
        "text": one.text,
        "lang": one.lang,
        "unit": context.split("+", maxsplit=1)[0],
        "old": one.old,
        "new": one.new,
        "state": TaskState.OPEN.value,
        "reason": "",
        "person": "",
        "at": "",
    }


def _holding(
    connection: Connection, text_id: str, lang: str, units: Sequence[str]
) -> dict[str, tuple[int, str]]:
    """Return by unit the position and context of the live entry that holds it."""
    found: dict[str, tuple[int, str]] = {}
    for start in range(0, len(units), SOME):
        rows = connection.execute(
            select(entry_unit.c.unit, entry.c.position, entry.c.context)
            .join(entry, entry.c.id == entry_unit.c.entry)
            .where(
                entry_unit.c.text == text_id,
                entry_unit.c.lang == lang,
                entry_unit.c.unit.in_(units[start : start + SOME]),
                entry_unit.c.live,
            )
        )
        found |= {unit: (position, context) for unit, position, context in rows}
    return found


def _task(row: Row[Any]) -> Task:
    return Task(
        id=row.id,
        change=row.changeset,
        concept=row.concept,
        text=row.text,
        lang=row.lang,
        units=tuple((row.context or row.unit).split("+")),
        position=row.position or 0,
        old=row.old,
        new=row.new,
        state=TaskState(row.state),
        reason=row.reason,
        by=row.person,
        at=row.at,
    )
