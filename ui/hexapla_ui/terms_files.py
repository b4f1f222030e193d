"""The routes by which glossaries come in and go out as files.

- POST ``terms/read?name&columns`` with the file as the body → what is in it, nothing stored; ``columns`` is a JSON
  object from the heads of a table to what they are
- POST ``terms/import?name&columns`` with the file → ``{change, added, changed, terms, conflicts, joins}``
- GET ``terms/export?format`` → the file
"""

import json
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hexapla.model.person import Person
from hexapla.work.terms import exchange
from hexapla_ui import bodies, serving
from hexapla_ui.messages import _
from hexapla_ui.route import Reply, guarded

_TYPES = {
    "tbx": "application/x-tbx+xml",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def read(request: Request, person: Person) -> Reply:
    """Say what is in a file."""
    found = await _read(request)
    edition = serving.current().edition
    del person
    return {
        "concepts": len(found.glossary.concepts),
        "terms": sum(len(one.texts) for one in found.glossary.concepts),
        "columns": [{"name": name, "field": field} for name, field in found.mapping],
        "rows": [list(row) for row in found.rows],
        "remarks": [*found.remarks, *found.joins],
        "choices": exchange.choices(edition) if found.mapping else [],
    }


async def take_in(request: Request, person: Person) -> Reply:
    """Take a file in."""
    found = await _read(request)
    done = await run_in_threadpool(exchange.take_in, serving.current().edition, person, found.glossary)
    return asdict(done)


async def export(request: Request, person: Person) -> Response:
    """Return the glossary as a file."""
    format_ = request.query_params.get("format", "tbx")
    made = await run_in_threadpool(exchange.written, serving.current().edition, person, format_)
    headers = {
        "Content-Disposition": f'attachment; filename="glossary.{format_}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(made, media_type=_TYPES[format_], headers=headers)


async def _read(request: Request) -> exchange.Incoming:
    query, content = request.query_params, await bodies.file(request, exchange.LIMIT)
    return await run_in_threadpool(
        exchange.read,
        serving.current().edition,
        content,
        query.get("name", "")[:200],
        _columns(query.get("columns", "")),
    )


def _columns(given: str) -> dict[str, str]:
    try:
        made = json.loads(given or "{}")
    except (ValueError, RecursionError) as error:
        raise bodies.BadBody(_("The request is not JSON.")) from error
    if not isinstance(made, dict) or not all(isinstance(one, str) for one in made.values()):
        raise bodies.BadBody(_("The request is not a JSON object."))
    return made


ROUTES = [
    Route("/hexapla/api/terms/read", guarded(read), methods=["POST"]),
    Route("/hexapla/api/terms/import", guarded(take_in), methods=["POST"]),
    Route("/hexapla/api/terms/export", guarded(export), methods=["GET"]),
]
