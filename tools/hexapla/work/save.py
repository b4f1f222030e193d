"""Saving what a person typed: confirmed texts as revisions, unconfirmed ones as drafts; rights are read each time."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.desk.settle import settled
from hexapla.formats.tei import runs
from hexapla.model.catalog import State
from hexapla.model.change import Draft, Save, Saved, Stale
from hexapla.model.errors import Denied, HexaplaError
from hexapla.model.grid import Answer, Runs
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, allow_either, names_of, welcome


@dataclass(frozen=True)
class Op:
    """One save as the browser sends it; ``target`` as runs, ``revision`` and ``seen`` what the person looked at."""

    op: str
    units: tuple[str, ...]
    target: Runs
    state: State
    revision: int
    seen: State
    reason: str = ""
    draft: str = ""
    """The time of the draft that became this text."""


@dataclass(frozen=True)
class Typed:
    """One draft as the browser sends it; no ``target`` drops it. ``seen`` is the time of the draft it replaces."""

    units: tuple[str, ...]
    target: Runs | None
    revision: int
    seen: str = ""


def save(
    edition: Edition, person: Person, slug: str, lang: str, client: str, ops: Sequence[Op]
) -> list[Answer]:
    """Carry out saves in order; one that fails says why and does not stop the others."""
    welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    return [_one(edition, person, text_id, tag, client, op) for op in ops]


def draft(edition: Edition, person: Person, slug: str, lang: str, client: str, typed: Typed) -> str:
    """Keep a person's unconfirmed text in the desk, or drop it (no target); returns when, as UTC."""
    welcome(person)
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    allow(person, Right.TRANSLATE, tag)
    if typed.target is None:
        edition.desk.drafts.drop(person, text_id, tag, typed.units, client=client, seen=typed.seen)
        return ""
    form = runs.from_runs(typed.target)
    kept = Draft(text_id, tag, typed.units, form, typed.revision, client=client, seen=typed.seen)
    return edition.desk.drafts.keep(person, kept)


def _one(edition: Edition, person: Person, text_id: str, lang: str, client: str, op: Op) -> Answer:
    try:
        change = Save(
            client=client,
            op=op.op,
            text=text_id,
            lang=lang,
            units=op.units,
            msgstr=runs.from_runs(op.target),
            state=op.state,
            revision=op.revision,
            seen=op.seen,
            reason=op.reason,
            draft=op.draft,
        )
        _allow(edition, person, change)
        done = edition.desk.save(person, change)
    except HexaplaError as error:
        return Answer(op.op, ok=False, error=str(error))
    return answer(edition, done)


def _allow(edition: Edition, person: Person, change: Save) -> None:
    """Raise Denied unless the person may make this change: its words, its state, and the edition's own policy.

    Asked of the entry as it is now. Should somebody else save in between, the desk finds the revision changed and
    takes nothing; so an older one that is seen already is let through to the answer with all three texts.
    """
    lang, judged = change.lang, change.state in (State.REVIEWED, State.APPROVED)
    allow_either(person, (Right.TRANSLATE, Right.REVIEW), lang)
    if judged:
        allow(person, Right.REVIEW, lang)
    row = edition.desk.row(change.text, lang, change.units[0])
    if change.revision < row.revision:
        return
    msgstr, state, _reason = settled(change.msgstr, change.state, change.reason)
    changes = msgstr != row.entry.msgstr or change.revision > row.revision
    if changes or state is State.OMITTED:
        allow(person, Right.TRANSLATE, lang)
    if (
        judged
        and not edition.settings.own_approval
        and (changes or (row.entry.by == person.id and row.entry.state is not state))
    ):
        raise Denied(
            _(
                "{name} cannot review a text of their own in this edition; ask another reviewer, or whoever manages it."
            ).format(name=person.name)
        )


def answer(edition: Edition, done: Saved | Stale) -> Answer:
    """Return the desk's answer as the browser reads it."""
    return _saved(done) if isinstance(done, Saved) else _stale(done, names_of(edition))


def _saved(done: Saved) -> Answer:
    return Answer(done.op, ok=True, revision=done.revision, state=done.state, at=done.at)


def _stale(done: Stale, known: dict[str, str]) -> Answer:
    return Answer(
        done.op,
        ok=False,
        conflict={
            "base": runs.to_runs(done.base),
            "ours": runs.to_runs(done.ours),
            "theirs": runs.to_runs(done.theirs),
            "by": known.get(done.by, done.by),
            "at": done.at,
            "revision": done.revision,
            "state": str(done.state),
        },
    )
