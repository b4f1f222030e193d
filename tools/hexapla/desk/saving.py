"""One save: compare and set; who comes too late loses no word."""

from dataclasses import replace

from sqlalchemy import Connection

from hexapla.desk import answers, clock, drafts, entries, history, remarks, turning
from hexapla.desk.entries import Held
from hexapla.desk.settle import settled
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.person import Person

_FOR_THIS_SOURCE = frozenset({State.TRANSLATED, State.REVIEWED, State.APPROVED})
"""States that say: this is the translation of the present source."""


def save(connection: Connection, person: Person, change: Save, *, closes: int = 0) -> Saved | Stale:
    """Save an entry if it is as the person saw it, else keep the text as a suggestion and answer Stale.

    ``closes`` is a suggestion that is closed with it.
    Raises NotFound if no live entry has exactly these units, HexaplaError for an omission without a reason.
    """
    answer = answers.given(connection, change)
    if answer is None:
        answer = _save(connection, person, change, closes)
        answers.keep(connection, change, answer)
    return answer


def with_text(change: Save, text: str) -> Save:
    """Return a save of another text."""
    return replace(change, msgstr=text)


def _save(connection: Connection, person: Person, change: Save, closes: int) -> Saved | Stale:
    if change.state is State.OMITTED and not change.msgstr.strip() and not change.reason.strip():
        raise HexaplaError(_("An omission needs a reason; say why the unit has no translation."))
    held = entries.of_units(connection, change.text, change.lang, change.units)
    now = clock.now()
    wanted = _wanted(held, change, person, now)
    if wanted.content == held.content:
        at, number = held.at, 0
    elif (held.revision, held.state) != (change.revision, change.seen):
        return _too_late(connection, person, change, held, wanted.msgstr)
    else:
        number = history.begin(connection, person, "accept" if closes else "save")
        held, at = history.append(connection, number, [wanted], person, at=now)[0], now
    if closes:
        number = number or history.begin(connection, person, "accept")
        turning.turn(connection, number, "suggestion", closes, to_open=False)
    if number and held.msgstr:
        for fulfilled in remarks.offering(connection, held.id, held.msgstr):
            turning.turn(connection, number, "suggestion", fulfilled, to_open=False)
    drafts.became(connection, person, held.id, wanted.msgstr, client=change.client, seen=change.draft)
    return Saved(change.op, held.revision, held.state, at)


def _wanted(held: Held, change: Save, person: Person, now: str) -> Held:
    msgstr, state, reason = settled(change.msgstr, change.state, change.reason)
    previous = held.previous if state is State.NEEDS_WORK else None
    made = held if msgstr == held.msgstr else replace(held, by=person.id, at=now)
    return replace(made, msgstr=msgstr, state=state, reason=reason, previous=previous)


def _too_late(connection: Connection, person: Person, change: Save, held: Held, ours: str) -> Stale:
    if ours and ours != held.msgstr and not remarks.has_suggestion(connection, held.id, ours):
        number = history.begin(connection, person, "conflict")
        remarks.suggest(connection, number, held.id, person, ours, "conflict")
    by, at = history.author(connection, held.revision)
    return Stale(
        op=change.op,
        base=history.text_at(connection, held.id, change.revision),
        ours=ours,
        theirs=held.msgstr,
        by=by,
        at=at,
        revision=held.revision,
        state=held.state,
    )
