"""The one JSON route of the components: pages of rows, saves, drafts, the next unit, a new token.

Every call carries a token, never a name in a body; where people sign in, the browser must also be the one of the
person that the token names. A browser must say that the call comes from our own page (``Sec-Fetch-Site``,
``Origin``), and the ``Host`` must be one that this server answers to.
"""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hexapla.model.catalog import State
from hexapla.model.errors import BadName, Conflict, Denied, HexaplaError, NotFound
from hexapla.model.person import Person
from hexapla.work import reading, save
from hexapla_ui import bodies, hosts, serving, visitor
from hexapla_ui.messages import _
from hexapla_ui.sign_in import NotSignedIn
from hexapla_ui.tokens import RENEWABLE, Expired, Refused

HEADER = "X-Hexapla-Token"
"""Where our own pages send the token; other programs may send it as a bearer."""
Reply = dict[str, Any]
Answering = Callable[[Request, Person], Awaitable[Reply | Response]]


def guarded(answer: Answering) -> Callable[[Request], Awaitable[Response]]:
    """Wrap an endpoint: same origin, our host, a valid token; errors become one sentence and a status.

    What it answers is sent as JSON, but a whole response as it is.
    """

    async def endpoint(request: Request) -> Response:
        if not hosts.is_own_page(request.headers):
            return _refuse(403, "denied", _("This request does not come from the editor’s own page."))
        try:
            person = await run_in_threadpool(_person, request)
            made = await answer(request, person)
            if isinstance(made, Response):
                return made
            return JSONResponse(made, headers={"Cache-Control": "no-store"})
        except Expired:
            return _refuse(401, "expired", _("This page was open for long; it renews itself."))
        except Refused:
            return _refuse(401, "refused", _("This page is not signed in; reload it."))
        except NotSignedIn as error:
            return _refuse(403, "refused", str(error))
        except bodies.BadBody as error:
            return _refuse(error.status, "bad", str(error))
        except HexaplaError as error:
            return _refuse(_status(error), "error", str(error))

    return endpoint


def _token(request: Request) -> str:
    scheme, _space, token = request.headers.get("authorization", "").partition(" ")
    own = request.headers.get(HEADER, "")  # a proxy may have signed the person in by the other header
    if own:
        return own
    if scheme != "Bearer" or not token:
        raise Refused
    return token


def _person(request: Request) -> Person:
    """Return who is talking, with the rights of this moment: of the browser, and of the token that it sends."""
    held = serving.current()
    held.edition.renew()
    named = held.tokens.person(_token(request))
    person = visitor.of_scope(request.scope)
    if named != person.id:
        raise Refused
    return person


def _status(error: HexaplaError) -> int:
    if isinstance(error, Denied):
        return 403
    if isinstance(error, Conflict):
        return 409
    return 404 if isinstance(error, NotFound | BadName) else 400


def _refuse(status: int, code: str, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence, "code": code}, status, headers={"Cache-Control": "no-store"})


async def page(request: Request, person: Person) -> Reply:
    """Return a page of rows."""
    query = request.query_params
    text, lang = query.get("text", ""), query.get("lang", "")
    unit, after, before = query.get("unit"), _position(query.get("after")), _position(query.get("before"))
    edition = serving.current().edition
    made = await run_in_threadpool(
        reading.page, edition, person, text, lang, unit=unit or None, after=after, before=before
    )
    return asdict(made)


def _position(value: str | None) -> int | None:
    if value is None:
        return None
    if not value.isdecimal() or len(value) > 12:
        raise bodies.BadBody(_("“{name}” must be a number.").format(name="after"))
    return int(value)


async def following(request: Request, person: Person) -> Reply:
    """Return the next unit in a state."""
    query = request.query_params
    try:
        wanted = frozenset(State(one) for one in query.get("state", State.UNTRANSLATED).split(","))
    except ValueError as error:
        raise bodies.BadBody(_("“{name}” must be a state.").format(name="state")) from error
    found = await run_in_threadpool(
        reading.following,
        serving.current().edition,
        person,
        query.get("text", ""),
        query.get("lang", ""),
        unit=query.get("after", ""),
        states=wanted,
    )
    return {"unit": found}


async def saves(request: Request, person: Person) -> Reply:
    """Carry out saves."""
    body = await bodies.read(request)
    text, lang, client = (bodies.word(body, name) for name in ("text", "lang", "client"))
    ops = [bodies.op(one) for one in bodies.several(body, "saves")]
    answers = await run_in_threadpool(save.save, serving.current().edition, person, text, lang, client, ops)
    return {"answers": [asdict(one) for one in answers]}


async def drafts(request: Request, person: Person) -> Reply:
    """Keep drafts."""
    body = await bodies.read(request)
    text, lang, client = (bodies.word(body, name) for name in ("text", "lang", "client"))
    edition, at = serving.current().edition, ""
    for typed in [bodies.typed(one) for one in bodies.several(body, "drafts")]:
        at = await run_in_threadpool(save.draft, edition, person, text, lang, client, typed)
    return {"at": at}


async def echo(request: Request, _person: Person) -> Reply:
    """Read a body and do nothing: the floor that a save is measured against."""
    await bodies.read(request)
    return {}


async def renew(request: Request) -> JSONResponse:
    """Exchange an old token for a new one, in the browser of the same person."""
    if not hosts.is_own_page(request.headers):
        return _refuse(403, "denied", _("This request does not come from the editor’s own page."))
    try:
        return JSONResponse({"token": await run_in_threadpool(_renewed, request)})
    except (Expired, Refused):
        return _refuse(401, "refused", _("This page is not signed in; reload it."))
    except (Denied, NotSignedIn) as error:
        return _refuse(403, "refused", str(error))


def _renewed(request: Request) -> str:
    tokens, token = serving.current().tokens, _token(request)
    if tokens.person(token, RENEWABLE) != visitor.of_scope(request.scope).id:
        raise Refused
    return tokens.renew(token)


ROUTES = [
    Route("/hexapla/api/page", guarded(page), methods=["GET"]),
    Route("/hexapla/api/next", guarded(following), methods=["GET"]),
    Route("/hexapla/api/save", guarded(saves), methods=["POST"]),
    Route("/hexapla/api/draft", guarded(drafts), methods=["POST"]),
    Route("/hexapla/api/echo", guarded(echo), methods=["POST"]),
    Route("/hexapla/api/token", renew, methods=["POST"]),
]
