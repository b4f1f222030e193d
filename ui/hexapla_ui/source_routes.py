"""The routes of the grid's source mode: what a unit's source is, what a mend of it would do, doing it, taking it back.

- GET ``source?text&unit`` → ``model.source.SourceView``, texts as runs
- POST ``effect`` ``{text, unit, do, …, seen}`` → ``{effects: [model.mend.Effect], stale}``; nothing is done
- POST ``mend``, the same body → ``{change, stale}``
- POST ``undo`` ``{number}`` → ``{change, restored, skipped}``, of a mend's own change set

``do`` is "correct" with ``source`` and ``meaning``; "mark" with ``start``, ``end``, ``tag`` and ``lang``; "split" and
"anchor" with ``offset``, the latter with the unit ``at`` that is to hold the note; "kind" with ``kind`` and ``level``;
"merge", "join", "begin". Offsets count Unicode characters of the unit's plain text. ``seen`` is ``{units: {id: mark},
block: mark}`` as ``source`` gave them: where they are others by now nothing is done, and ``stale`` is not empty, but a
list of ``model.source.Present``.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import Route

from hexapla.model.mend import (
    AttachNote,
    ChangeKind,
    JoinBlocks,
    Mark,
    Mend,
    MergeUnits,
    SplitBlock,
    SplitUnit,
)
from hexapla.model.person import Person
from hexapla.model.source import Seen
from hexapla.model.text import KINDS
from hexapla.work import changes, mend, source
from hexapla_ui import bodies, serving
from hexapla_ui.messages import _
from hexapla_ui.route import Reply, guarded

TAGS = ("hi", "foreign", "title", "q", "sic")
LEVELS = 6
Body = dict[str, Any]


async def looked(request: Request, person: Person) -> Reply:
    """Return a unit's source in its block, for whoever may mend it."""
    query = request.query_params
    place = (query.get("text", ""), query.get("unit", ""))
    return asdict(await run_in_threadpool(source.view, serving.current().edition, person, *place))


async def effect(request: Request, person: Person) -> Reply:
    """Say what a mend would do to each language."""
    slug, wanted, seen = _asked(await bodies.read(request))
    edition = serving.current().edition
    stale = await run_in_threadpool(source.changed, edition, person, slug, seen)
    if stale:
        return {"effects": [], "stale": [asdict(one) for one in stale]}
    found = await run_in_threadpool(mend.effect, edition, person, slug, wanted)
    return {"effects": [asdict(one) for one in found], "stale": []}


async def mended(request: Request, person: Person) -> Reply:
    """Carry out a mend, unless somebody else was quicker."""
    slug, wanted, seen = _asked(await bodies.read(request))
    edition = serving.current().edition
    change, stale = await run_in_threadpool(source.mended, edition, person, slug, wanted, seen)
    return {"change": change, "stale": [asdict(one) for one in stale]}


async def undone(request: Request, person: Person) -> Reply:
    """Take a change set back."""
    number = bodies.number(await bodies.read(request), "number")
    done = await run_in_threadpool(changes.undo, serving.current().edition, person, number)
    return {"change": done.change, "restored": done.restored, "skipped": len(done.skipped)}


def _asked(body: Body) -> tuple[str, Mend, Seen]:
    """Take a mend and what the person saw; raises BadBody for the first field that is not what it should be."""
    made = _MENDS.get(bodies.word(body, "do", most=20))
    if made is None:
        raise bodies.BadBody(_one_of("do", tuple(_MENDS)))
    unit = _id(body, "unit")
    return bodies.word(body, "text"), made(body, unit), _seen(body.get("seen"), unit)


def _seen(said: object, unit: str) -> Seen:
    units = said.get("units") if isinstance(said, dict) else None
    if (
        not isinstance(said, dict)
        or not isinstance(units, dict)
        or not 1 <= len(units) <= 20
        or unit not in units
        or not all(isinstance(name, str) and len(name) <= 40 for name in units)
    ):
        raise bodies.BadBody(_("“{name}” must say what was seen of the source.").format(name="seen"))
    return Seen(
        unit, {name: bodies.word(units, name, most=40) for name in units}, bodies.word(said, "block", most=40)
    )


def _id(body: Body, name: str) -> str:
    return bodies.word(body, name, most=40)


def _one_of(name: str, all_: tuple[str, ...]) -> str:
    return _("“{name}” must be one of {all}.").format(name=name, all=", ".join(all_))


def _chosen(body: Body, name: str, all_: tuple[str, ...]) -> str:
    value = bodies.word(body, name, most=20)
    if value not in all_:
        raise bodies.BadBody(_one_of(name, all_))
    return value


def _correct(body: Body, unit: str) -> Mend:
    return source.correction(unit, bodies.runs(body, "source"), changes_meaning=body.get("meaning") is True)


def _mark(body: Body, unit: str) -> Mend:
    start, end = bodies.number(body, "start"), bodies.number(body, "end")
    if start >= end:
        raise bodies.BadBody(_("There are no words between “start” and “end”."))
    return Mark(unit, start, end, _chosen(body, "tag", TAGS), bodies.optional(body, "lang"))


def _kind(body: Body, _unit: str) -> Mend:
    kind = _chosen(body, "kind", (*KINDS, "break"))
    level = bodies.number(body, "level") if kind == "head" else 0
    if level > LEVELS:
        raise bodies.BadBody(_("Heads have levels from 1 to {n}.").format(n=LEVELS))
    return ChangeKind(_id(body, "block"), kind, level)


_MENDS: dict[str, Callable[[Body, str], Mend]] = {
    "correct": _correct,
    "mark": _mark,
    "kind": _kind,
    "join": lambda body, _unit: JoinBlocks(_id(body, "block")),
    "begin": lambda _body, unit: SplitBlock(unit),
    "anchor": lambda body, _unit: AttachNote(
        _id(body, "block"), _id(body, "at"), bodies.number(body, "offset")
    ),
    "split": lambda body, unit: SplitUnit(unit, bodies.number(body, "offset")),
    "merge": lambda _body, unit: MergeUnits(unit),
}

ROUTES = [
    Route("/hexapla/api/source", guarded(looked), methods=["GET"]),
    Route("/hexapla/api/effect", guarded(effect), methods=["POST"]),
    Route("/hexapla/api/mend", guarded(mended), methods=["POST"]),
    Route("/hexapla/api/undo", guarded(undone), methods=["POST"]),
]
