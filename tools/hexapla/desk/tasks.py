"""How tasks stand: closed, opened and withdrawn within change sets, each noted, so that it can be undone."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from hexapla.desk import clock
from hexapla.desk.tables import task, task_was
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _
from hexapla.model.person import Person
from hexapla.model.worklist import TaskState

SOME = 500
"""Tasks that are looked at, or stored, at once."""


@dataclass(frozen=True)
class _Standing:
    """How a task stands; who closed it, when and why."""

    state: str
    reason: str = ""
    person: str = ""
    at: str = ""


_OPEN = _Standing(TaskState.OPEN.value)
_WITHDRAWN = _Standing(TaskState.WITHDRAWN.value)


def close(
    connection: Connection,
    change: int,
    person: Person,
    numbers: Collection[int],
    state: TaskState,
    reason: str,
) -> int:
    """Close those of some tasks that are open, within a change set; returns how many. Raises NotFound."""
    if state not in (TaskState.MENDED, TaskState.WAIVED):
        raise ValueError(state)
    if state is TaskState.WAIVED and not reason.strip():
        raise HexaplaError(_("Whoever waives a task says why; give a reason."))
    closed = _Standing(state.value, reason.strip(), person.id, clock.now())
    standing = _standing(connection, numbers)
    return _turn(
        connection,
        change,
        {number: closed for number, now in standing.items() if now.state == TaskState.OPEN},
    )


def reopen(connection: Connection, change: int, numbers: Collection[int]) -> int:
    """Open those of some tasks that are mended or waived, within a change set; returns how many. Raises NotFound."""
    closed = (TaskState.MENDED, TaskState.WAIVED)
    standing = _standing(connection, numbers)
    return _turn(
        connection, change, {number: _OPEN for number, now in standing.items() if now.state in closed}
    )


def back(connection: Connection, change: int, number: int) -> int:
    """Take back what a change set did to tasks, within another one; returns how many.

    Its own are withdrawn, however they stand; others are as before, if nobody has turned them since.
    """
    made = select(task.c.id).where(task.c.changeset == number, task.c.state != _WITHDRAWN.state)
    wanted = dict.fromkeys(connection.scalars(made), _WITHDRAWN)
    rows = connection.execute(
        select(task, task_was.c.was, task_was.c.became)
        .join(task_was, task_was.c.task == task.c.id)
        .where(task_was.c.changeset == number)
    )
    for row in rows:
        if _of(row) == _read(row.became):
            wanted[row.id] = _read(row.was)
    return _turn(connection, change, wanted)


def withdraw(connection: Connection, change: int, numbers: Collection[int]) -> int:
    """Withdraw tasks within a change set; returns how many."""
    return _turn(connection, change, dict.fromkeys(numbers, _WITHDRAWN))


def _standing(connection: Connection, numbers: Collection[int]) -> dict[int, _Standing]:
    """Return how tasks stand; raises NotFound for a number that is of none."""
    wanted, found = sorted(set(numbers)), dict[int, _Standing]()
    for start in range(0, len(wanted), SOME):
        rows = connection.execute(select(task).where(task.c.id.in_(wanted[start : start + SOME])))
        found |= {row.id: _of(row) for row in rows}
    for number in wanted:
        if number not in found:
            raise missing(number)
    return found


def missing(number: int) -> NotFound:
    """Return the sentence for a task that is not here."""
    return NotFound(_("There is no task {number}; load the page again.").format(number=number))


def _turn(connection: Connection, change: int, wanted: Mapping[int, _Standing]) -> int:
    """Let tasks stand otherwise, and note how they stood; returns how many did."""
    standing = _standing(connection, wanted)
    turned = [number for number in sorted(wanted) if standing[number] != wanted[number]]
    if not turned:
        return 0
    was = [
        {
            "changeset": change,
            "task": number,
            "was": _written(standing[number]),
            "became": _written(wanted[number]),
        }
        for number in turned
    ]
    connection.execute(insert(task_was), was)
    connection.execute(_TURN, [{"this": number} | _columns(wanted[number]) for number in turned])
    return len(turned)


_COLUMNS = ("state", "reason", "person", "at")
_TURN = (
    update(task)
    .where(task.c.id == bindparam("this"))
    .values({name: bindparam(f"now_{name}") for name in _COLUMNS})
)


def _columns(now: _Standing) -> dict[str, str]:
    return {f"now_{name}": getattr(now, name) for name in _COLUMNS}


def _written(now: _Standing) -> str:
    return json.dumps([getattr(now, name) for name in _COLUMNS], ensure_ascii=False)


def _read(written: str) -> _Standing:
    return _Standing(*json.loads(written))


def _of(row: Row[Any]) -> _Standing:
    return _Standing(row.state, row.reason, row.person, row.at)
