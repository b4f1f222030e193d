"""One entry as the desk holds it, and how it is found."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from hexapla.desk.tables import entry, entry_unit
from hexapla.model.catalog import Place, State, entry_hash
from hexapla.model.errors import NotFound
from hexapla.model.messages import _, shown


@dataclass(frozen=True)
class Held:
    """An entry with all that is the desk's own; ``id`` 0 is one that has not been stored yet."""

    id: int
    text: str
    lang: str
    context: str
    live: bool
    position: int
    msgid: str
    msgstr: str = ""
    state: State = State.UNTRANSLATED
    previous: str | None = None
    reason: str = ""
    place: Place | None = None
    by: str = ""
    at: str = ""
    revision: int = 0

    @property
    def units(self) -> tuple[str, ...]:
        """The units that it holds or, if it is obsolete, held."""
        return tuple(self.context.split("+"))

    @property
    def hash(self) -> str:
        """The content address of the entry as it stands."""
        return entry_hash(self.context, self.msgid, self.msgstr)

    @property
    def content(self) -> tuple[object, ...]:
        """What a revision is made for: entries that are equal in it need none."""
        return (self.live, self.msgid, self.msgstr, self.state, self.previous, self.reason, self.place)

    def with_source(self, msgid: str, *, minor: bool = False) -> "Held":
        """Return the entry for a changed source: a translation needs work, and keeps its source as previous.

        After a minor correction of the source the state stays.
        """
        if msgid == self.msgid:
            return self
        if minor or not self.msgstr:
            return replace(self, msgid=msgid)
        previous = self.previous or self.msgid
        return replace(
            self, msgid=msgid, previous=previous if previous != msgid else None, state=State.NEEDS_WORK
        )


COLUMNS = (
    entry.c.id,
    entry.c.text,
    entry.c.lang,
    entry.c.context,
    entry.c.live,
    entry.c.position,
    entry.c.msgid,
    entry.c.msgstr,
    entry.c.state,
    entry.c.previous,
    entry.c.reason,
    entry.c.place,
    entry.c.person,
    entry.c.at,
    entry.c.revision,
)
"""What ``held`` reads, in the order of its fields."""


def held(row: Sequence[Any]) -> Held:
    """Make an entry of the first columns of a row."""
    values = list(row[: len(COLUMNS)])
    values[8] = State(values[8])
    values[11] = read_place(values[11])
    return Held(*values)


def of_units(connection: Connection, text_id: str, lang: str, units: tuple[str, ...]) -> Held:
    """Return the live entry of exactly these units; raises NotFound if there is none."""
    row = connection.execute(
        select(*COLUMNS).where(
            entry.c.text == text_id, entry.c.lang == lang, entry.c.context == "+".join(units), entry.c.live
        )
    ).first()
    if row is None:
        raise missing(text_id, lang, "+".join(units))
    return held(row)


def holding(connection: Connection, text_id: str, lang: str, unit_id: str) -> Held:
    """Return the live entry that a unit belongs to; raises NotFound if there is none."""
    row = connection.execute(
        select(*COLUMNS)
        .join(entry_unit, entry_unit.c.entry == entry.c.id)
        .where(
            entry_unit.c.text == text_id,
            entry_unit.c.lang == lang,
            entry_unit.c.unit == unit_id,
            entry_unit.c.live,
        )
    ).first()
    if row is None:
        raise missing(text_id, lang, unit_id)
    return held(row)


def missing(text_id: str, lang: str, context: str) -> NotFound:
    """Return the sentence for an entry that is not here."""
    return NotFound(
        _("The text “{text}” has no entry {context} in {lang}; load the page again.").format(
            text=shown(text_id), context=shown(context), lang=shown(lang)
        )
    )


def write_place(place: Place | None) -> str | None:
    """Return a place as the desk stores it."""
    if place is None:
        return None
    return json.dumps({"after": place.after, "paragraph": place.paragraph}, sort_keys=True)


def read_place(stored: str | None) -> Place | None:
    """Return a place that the desk has stored."""
    return Place(**json.loads(stored)) if stored else None
