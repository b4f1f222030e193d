"""Writing a changed catalog back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from hexapla.desk import history, index, words
from hexapla.desk.catalogs import Changes
from hexapla.desk.entries import Held, write_place
from hexapla.desk.tables import entry, entry_unit
from hexapla.model.catalog import entry_hash
from hexapla.model.person import Person


def write(
    connection: Connection,
    change: int,
    changes: Changes,
    person: Person,
    *,
    believe: bool = False,
    at: str = "",
) -> dict[str, int]:
    """Write the changes into a change set; every entry but a new, untouched one gets a revision.

    With ``believe`` revisions carry authors and times of the entries. Returns the new numbers by context.
    """
    fresh = _insert(connection, change, changes.fresh)
    _regroup(connection, changes.flipped)
    _hold(connection, fresh)
    revised = [*changes.changed, *(held for held in fresh if held.content != _born(held).content)]
    revised.sort(key=lambda held: (held.position, held.live, held.context))
    history.append(connection, change, revised, person, believe=believe, at=at)
    return {held.context: held.id for held in fresh}


def _born(held: Held) -> Held:
    """Return an entry as it was before anybody touched it."""
    return Held(held.id, held.text, held.lang, held.context, True, held.position, held.msgid)


def _insert(connection: Connection, change: int, fresh: Sequence[Held]) -> list[Held]:
    if not fresh:
        return []
    made = connection.execute(
        insert(entry).returning(entry.c.id, sort_by_parameter_order=True),
        [_row(held) | {"changeset": change} for held in fresh],
    )
    stored = [replace(held, id=number) for held, number in zip(fresh, made.scalars(), strict=True)]
    index.put(connection, ((held.id, held.msgid, held.msgstr) for held in stored))
    return stored


def _row(held: Held) -> dict[str, Any]:
    return {
        "text": held.text,
        "lang": held.lang,
        "context": held.context,
        "live": held.live,
        "position": held.position,
        "msgid": held.msgid,
        "msgstr": held.msgstr,
        "state": held.state.value,
        "previous": held.previous,
        "reason": held.reason,
        "place": write_place(held.place),
        "person": held.by,
        "at": held.at,
        "revision": 0,
        "born": entry_hash(held.context, held.msgid, ""),
        "size": len(held.units),
        "words": words.count(held.msgid),
    }


def _regroup(connection: Connection, flipped: Sequence[Held]) -> None:
    """Free the units of entries that go before entries that come back hold them."""
    rows = [{"this": held.id, "now": held.live} for held in sorted(flipped, key=lambda held: held.live)]
    if rows:
        moved = (
            update(entry_unit).where(entry_unit.c.entry == bindparam("this")).values(live=bindparam("now"))
        )
        connection.execute(moved, rows)


def _hold(connection: Connection, fresh: Sequence[Held]) -> None:
    rows = [
        {"entry": held.id, "nth": nth, "text": held.text, "lang": held.lang, "unit": unit_id, "live": True}
        for held in fresh
        for nth, unit_id in enumerate(held.units)
    ]
    if rows:
        connection.execute(insert(entry_unit), rows)
