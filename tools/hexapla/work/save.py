"""Saving what a person typed: confirmed texts as revisions, unconfirmed ones as drafts; rights are read each time."""

from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.formats.tei import runs
from hexapla.model.catalog import State
from hexapla.model.change import Draft, Save, Saved, Stale
from hexapla.model.errors import HexaplaError
from hexapla.model.grid import Answer, Runs
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.people import allow, names_of


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
    tag, text_id = edition.language(slug, lang), edition.text_id(slug)
    return [_one(edition, person, text_id, tag, client, op) for op in ops]


def draft(edition: Edition, person: Person, slug: str, lang: str, client: str, typed: Typed) -> str:
    """Keep a person's unconfirmed text in the desk, or drop it (no target); returns when, as UTC."""
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
        allow(person, Right.REVIEW if op.state in (State.REVIEWED, State.APPROVED) else Right.TRANSLATE, lang)
        done = edition.desk.save(
            person,
            Save(
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
            ),
        )
    except HexaplaError as error:
        return Answer(op.op, ok=False, error=str(error))
    return answer(edition, done)


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
