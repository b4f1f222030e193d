"""Answers that were given: a save that is sent again gets its first one, also after a restart."""

import json
from dataclasses import asdict

from sqlalchemy import Connection, insert, select

from hexapla.desk import clock
from hexapla.desk.tables import op
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved, Stale

_KINDS: dict[str, type[Saved] | type[Stale]] = {"saved": Saved, "stale": Stale}


def given(connection: Connection, change: Save) -> Saved | Stale | None:
    """Return the answer that an operation of a client got, or None if it is new."""
    answer = connection.scalar(select(op.c.answer).where(op.c.client == change.client, op.c.op == change.op))
    if answer is None:
        return None
    values = json.loads(answer)
    kind = _KINDS[values.pop("kind")]
    return kind(**{**values, "state": State(values["state"])})


def keep(connection: Connection, change: Save, answer: Saved | Stale) -> None:
    """Keep the answer to an operation."""
    kind = "saved" if isinstance(answer, Saved) else "stale"
    written = json.dumps({"kind": kind, **asdict(answer)})
    connection.execute(insert(op).values(client=change.client, op=change.op, answer=written, at=clock.now()))
