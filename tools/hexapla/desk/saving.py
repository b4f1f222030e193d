"""One save: compare and set; who comes too late loses no word."""

from dataclasses import replace

from sqlalchemy import Connection

from hexapla.desk import answers, clock, drafts, entries, history, remarks
from hexapla.desk.entries import Held
from hexapla.desk.settle import settled
from hexapla.model.catalog import State
from hexapla.model.change import Save, Saved, Stale
from hexapla.model.errors import HexaplaError
from hexapla.model.messages import _
from hexapla.model.person import Person

_FOR_THIS_SOURCE = frozenset({State.TRANSLATED, State.REVIEWED, State.APPROVED})
"""States that say: this is the translation of the present source."""


def save(connection: Connection, person: Person, change: Save) -> Saved | Stale:
    """Save an entry if it is as the person saw it, else keep the text as a suggestion and answer Stale.

    Raises NotFound if no live entry has exactly these units, HexaplaError for an omission without a reason.
    """
    answer = answers.given(connection, change)
    if answer is None:
        answer = _save(connection, person, change)
        answers.keep(connection, change, answer)
    return answer


def _save(connection: Connection, person: Person, change: Save) -> Saved | Stale:
    if change.state is State.OMITTED and not change.msgstr.strip() and not change.reason.strip():
        raise HexaplaError(_("An omission needs a reason; say why the unit has no translation."))
    held = entries.of_units(connection, change.text, change.lang, change.units)
    wanted = _wanted(held, change, person)
    if wanted.content == held.content:
        at = held.at
    elif (held.revision, held.state) != (change.revision, change.seen):
        return _too_late(connection, person, change, held, wanted.msgstr)
    else:
        number = history.begin(connection, person, "save")
        held, at = history.append(connection, number, [wanted], person)[0], clock.now()
    drafts.became(connection, person, held.id, wanted.msgstr, client=change.client, seen=change.draft)
    return Saved(change.op, held.revision, held.state, at)


def _wanted(held: Held, change: Save, person: Person) -> Held:
    msgstr, state, reason = settled(change.msgstr, change.state, change.reason)
    previous = held.previous if state is State.NEEDS_WORK else None
    made = held if msgstr == held.msgstr else replace(held, by=person.id, at=clock.now())
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
