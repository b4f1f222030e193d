"""The routes of the Import page: bringing a file, what was read in it, mending it, storing it.

- POST ``import/begin?name&slug&title&lang`` with the file as the body → ``{import}``
- GET ``import/waiting`` → ``{waiting: […]}``, what somebody has begun and nobody has ended
- GET ``import/state?import`` → ``{state, error, stuck}``; POST ``import/again`` ``{import}`` reads once more
- GET ``import/page?import`` → ``model.importing.ImportPage``; GET ``import/window?import&after`` → ``Window``
- POST ``import/act`` ``{import, version, do, …}`` → ``Changed``; ``do`` "kind" with ``block``, ``kind``, ``level``;
  "join" with ``block``; "split" with ``unit``, ``offset``; "note" with ``block``, ``unit``, ``offset``; "correct" with
  ``unit``, ``target``; "reverse" with ``decision``; "undo"
- POST ``import/store`` ``{import, version, slug, title, agreed, minor}`` → ``Stored``
- POST ``import/drop`` ``{import, version}``
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import Route

from hexapla.model.importing import Changed
from hexapla.model.job import JobState
from hexapla.model.mend import AttachNote, JoinBlocks
from hexapla.model.person import Person
from hexapla.work import importing
from hexapla_ui import bodies, serving
from hexapla_ui.messages import _
from hexapla_ui.route import Reply, guarded

ID = 100
"""Characters of an id in a body: foreign TEI has long ones."""


async def begin(request: Request, person: Person) -> Reply:
    """Take a file in."""
    query = request.query_params
    source = await bodies.file(request, importing.LIMIT)
    number = await run_in_threadpool(
        importing.begin,
        serving.current().edition,
        person,
        source,
        name=query.get("name", ""),
        slug=query.get("slug", ""),
        title=query.get("title", ""),
        lang=query.get("lang", ""),
    )
    return {"import": number}


async def waiting(_request: Request, person: Person) -> Reply:
    """Return what somebody has begun and nobody has ended."""
    rows = await run_in_threadpool(importing.waiting, serving.current().edition, person)
    return {"waiting": [asdict(row) for row in rows]}


async def state(request: Request, person: Person) -> Reply:
    """Return how far an import is; ``stuck`` says that the reading was broken off."""
    edition = serving.current().edition
    row, job = await run_in_threadpool(importing.standing, edition, person, _asked(request, "import"))
    stuck = job is not None and job.state.over and job.state is not JobState.DONE
    broken = str(job.result.get("error", "")) if job is not None and stuck else ""
    sentence = row.error or broken or (_("The reading was broken off.") if stuck else "")
    return {"state": row.state, "error": sentence, "stuck": stuck}


async def again(request: Request, person: Person) -> Reply:
    """Have a file read once more."""
    body = await bodies.read(request)
    await run_in_threadpool(importing.again, serving.current().edition, person, bodies.number(body, "import"))
    return {}


async def page(request: Request, person: Person) -> Reply:
    """Return what there is to say of an import."""
    made = await run_in_threadpool(
        importing.page, serving.current().edition, person, _asked(request, "import")
    )
    return asdict(made)


async def window(request: Request, person: Person) -> Reply:
    """Return some blocks of an import."""
    number, after = _asked(request, "import"), _asked(request, "after")
    made = await run_in_threadpool(importing.window, serving.current().edition, person, number, after=after)
    return asdict(made)


async def act(request: Request, person: Person) -> Reply:
    """Carry out one act on the text of an import."""
    body = await bodies.read(request)
    acting = _ACTS.get(bodies.word(body, "do", most=20))
    if acting is None:
        raise bodies.BadBody(_("“{name}” must be one of {all}.").format(name="do", all=", ".join(_ACTS)))
    number, version = bodies.number(body, "import"), bodies.number(body, "version")
    return asdict(await run_in_threadpool(acting, person, number, version, body))


async def store(request: Request, person: Person) -> Reply:
    """Store the text of an import."""
    body = await bodies.read(request)
    made = await run_in_threadpool(
        importing.store,
        serving.current().edition,
        person,
        bodies.number(body, "import"),
        bodies.number(body, "version"),
        slug=bodies.optional(body, "slug", most=80),
        title=bodies.optional(body, "title", most=300),
        agreed=bodies.optional(body, "agreed", most=80),
        minor=body.get("minor") is True,
    )
    return asdict(made)


async def drop(request: Request, person: Person) -> Reply:
    """End an import without storing anything."""
    body = await bodies.read(request)
    number, version = bodies.number(body, "import"), bodies.number(body, "version")
    await run_in_threadpool(importing.drop, serving.current().edition, person, number, version)
    return {}


def _asked(request: Request, name: str) -> int:
    """Take a number from the address."""
    value = request.query_params.get(name, "")
    if not value.isascii() or not value.isdecimal() or len(value) > 12:
        raise bodies.BadBody(_("“{name}” must be a number.").format(name=name))
    return int(value)


Acting = Callable[[Person, int, int, dict[str, Any]], Changed]


def _kind(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    level = bodies.number(body, "level") if "level" in body else 0
    block, kind = bodies.word(body, "block", most=ID), bodies.word(body, "kind", most=20)
    return importing.kind(serving.current().edition, person, number, version, block, kind, level)


def _join(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    mend = JoinBlocks(bodies.word(body, "block", most=ID))
    return importing.act(serving.current().edition, person, number, version, mend)


def _split(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    unit, offset = bodies.word(body, "unit", most=ID), bodies.number(body, "offset")
    return importing.split(serving.current().edition, person, number, version, unit, offset)


def _note(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    block, unit = bodies.word(body, "block", most=ID), bodies.word(body, "unit", most=ID)
    mend = AttachNote(block, unit, bodies.number(body, "offset"))
    return importing.act(serving.current().edition, person, number, version, mend)


def _correct(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    unit, said = bodies.word(body, "unit", most=ID), bodies.runs(body)
    return importing.correct(serving.current().edition, person, number, version, unit, said)


def _reverse(person: Person, number: int, version: int, body: dict[str, Any]) -> Changed:
    decision = bodies.number(body, "decision")
    return importing.reverse(serving.current().edition, person, number, version, decision)


def _undo(person: Person, number: int, version: int, _body: dict[str, Any]) -> Changed:
    return importing.undo(serving.current().edition, person, number, version)


_ACTS: dict[str, Acting] = {
    "kind": _kind,
    "join": _join,
    "split": _split,
    "note": _note,
    "correct": _correct,
    "reverse": _reverse,
    "undo": _undo,
}

ROUTES = [
    Route("/hexapla/api/import/begin", guarded(begin), methods=["POST"]),
    Route("/hexapla/api/import/waiting", guarded(waiting), methods=["GET"]),
    Route("/hexapla/api/import/state", guarded(state), methods=["GET"]),
    Route("/hexapla/api/import/again", guarded(again), methods=["POST"]),
    Route("/hexapla/api/import/page", guarded(page), methods=["GET"]),
    Route("/hexapla/api/import/window", guarded(window), methods=["GET"]),
    Route("/hexapla/api/import/act", guarded(act), methods=["POST"]),
    Route("/hexapla/api/import/store", guarded(store), methods=["POST"]),
    Route("/hexapla/api/import/drop", guarded(drop), methods=["POST"]),
]
