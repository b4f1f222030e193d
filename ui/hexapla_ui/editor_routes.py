"""The routes of the editor beside those of its rows: what others do, and what was said about a unit.

- POST ``watch`` ``{text, lang, unit, client, since}`` → ``{at, touched: [{units, revision}], people: [[name, unit]]}``;
  an empty ``unit`` says that the window is gone
- GET ``unit?text&lang&unit`` → ``{comments, suggestions, history}``, texts as runs, the newest revision first
- POST ``remark`` ``{text, lang, unit, do, …}``: ``do`` "comment" with ``words``, ``question`` and ``every``; "suggest"
  with ``target``; "resolve", "reopen", "reject" with ``id``; "accept" and "restore" with ``id``, ``client``, ``op``,
  ``revision`` and ``seen`` → ``{answer}``, as of a save
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.routing import Route

from hexapla.model.grid import Answer
from hexapla.model.person import Person
from hexapla.work import remarks, watching
from hexapla_ui import bodies, serving
from hexapla_ui.messages import _
from hexapla_ui.route import Reply, guarded

Place = tuple[str, str, str]
"""Text, language and unit."""


async def watch(request: Request, person: Person) -> Reply:
    """Tell what others did, and note where this window is."""
    body = await bodies.read(request)
    text, lang, client = (bodies.word(body, name) for name in ("text", "lang", "client"))
    news = await run_in_threadpool(
        watching.watch,
        serving.current().edition,
        person,
        text,
        lang,
        unit=bodies.optional(body, "unit"),
        client=client,
        since=bodies.number(body, "since"),
    )
    return asdict(news)


async def unit(request: Request, person: Person) -> Reply:
    """Return what was said about a unit, and its history."""
    query = request.query_params
    place = (query.get("text", ""), query.get("lang", ""), query.get("unit", ""))
    return asdict(await run_in_threadpool(remarks.unit, serving.current().edition, person, *place))


async def remark(request: Request, person: Person) -> Reply:
    """Carry out one act on a unit's remarks."""
    body = await bodies.read(request)
    place = (bodies.word(body, "text"), bodies.word(body, "lang"), bodies.word(body, "unit", most=40))
    act = _ACTS.get(bodies.word(body, "do", most=20))
    if act is None:
        raise bodies.BadBody(_("“{name}” must be one of {all}.").format(name="do", all=", ".join(_ACTS)))
    done = await run_in_threadpool(act, person, place, body)
    return {"answer": asdict(done)} if isinstance(done, Answer) else {"done": done}


def _comment(person: Person, place: Place, body: dict[str, Any]) -> int:
    words = body.get("words")
    if not isinstance(words, str):
        raise bodies.BadBody(_("“{name}” is missing or too long.").format(name="words"))
    question, every = bodies.optional(body, "question"), body.get("every") is True
    return remarks.comment(
        serving.current().edition, person, *place, words, question=question, every_language=every
    )


def _suggest(person: Person, place: Place, body: dict[str, Any]) -> int:
    return remarks.suggest(serving.current().edition, person, *place, bodies.runs(body))


def _turning(kind: str, *, to_open: bool) -> Callable[[Person, Place, dict[str, Any]], int]:
    def turn(person: Person, _place: Place, body: dict[str, Any]) -> int:
        number = bodies.number(body, "id")
        return remarks.turn(serving.current().edition, person, kind, number, to_open=to_open)

    return turn


def _answered(work: Callable[..., Answer]) -> Callable[[Person, Place, dict[str, Any]], Answer]:
    def act(person: Person, place: Place, body: dict[str, Any]) -> Answer:
        return work(
            serving.current().edition,
            person,
            *place,
            bodies.number(body, "id"),
            client=bodies.word(body, "client"),
            op=bodies.word(body, "op"),
            revision=bodies.number(body, "revision"),
            seen=bodies.state(body, "seen"),
        )

    return act


_ACTS: dict[str, Callable[[Person, Place, dict[str, Any]], int | Answer]] = {
    "comment": _comment,
    "suggest": _suggest,
    "resolve": _turning("comment", to_open=False),
    "reopen": _turning("comment", to_open=True),
    "reject": _turning("suggestion", to_open=False),
    "accept": _answered(remarks.accept),
    "restore": _answered(remarks.restore),
}

ROUTES = [
    Route("/hexapla/api/watch", guarded(watch), methods=["POST"]),
    Route("/hexapla/api/unit", guarded(unit), methods=["GET"]),
    Route("/hexapla/api/remark", guarded(remark), methods=["POST"]),
]
