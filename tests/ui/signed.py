"""Our routes and guards around a page and a websocket that stand for Streamlit's, for an edition that is served."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from editions import ANNA, make, opened
from hexapla.model.person import Person, Right
from hexapla.work import people
from hexapla.work.edition import Edition
from hexapla_ui import editor_routes, joining, route, serving, source_routes, static
from hexapla_ui.hosts import OurHosts
from hexapla_ui.sign_in import Alone, SignIn
from hexapla_ui.tokens import Tokens
from hexapla_ui.visitor import SignedIn

NAMES = frozenset({"edition.example.org"})
HOSTS = frozenset({"127.0.0.1", "localhost"}) | NAMES
T, R = Right.TRANSLATE, Right.REVIEW


async def page(_request: object) -> PlainTextResponse:
    return PlainTextResponse("page")


async def socket(asked: WebSocket) -> None:
    """Accept, and send back whatever comes."""
    await asked.accept()
    try:
        while True:
            await asked.send_bytes(await asked.receive_bytes())
    except WebSocketDisconnect:
        pass


def app() -> Starlette:
    return Starlette(
        routes=[
            *route.ROUTES,
            *editor_routes.ROUTES,
            *source_routes.ROUTES,
            *static.ROUTES,
            *joining.ROUTES,
            Route("/", page, methods=["GET", "POST"]),
            Route("/_stcore/health", page),
            WebSocketRoute("/_stcore/stream", socket),
        ],
        middleware=[Middleware(OurHosts), Middleware(SignedIn)],
    )


@contextmanager
def served(folder: Path, way: SignIn) -> Iterator[Edition]:
    """Serve a new edition, signed into in some way."""
    with opened(make(folder / "edition")) as edition:
        person = ANNA if isinstance(way, Alone) else people.server()
        tokens = Tokens(edition.desk.key(), edition.settings.id)
        serving.start(serving.Serving(edition, person, tokens, HOSTS, sign_in=way, names=NAMES))
        yield edition


def member(edition: Edition, id_: str, *rights: Right, langs: tuple[str, ...] = ()) -> Person:
    """Have somebody on the desk, with rights."""
    person = Person(id_, id_.split("@", maxsplit=1)[0].title(), frozenset(rights), frozenset(langs))
    edition.desk.people.put(ANNA, person)
    return person


def link(edition: Edition, person: Person) -> str:
    """Return the path of a new link for somebody."""
    return f"/hexapla/join/{edition.desk.people.invite(ANNA, person, days=7)}"


def browser(base: str = "http://127.0.0.1:8501") -> TestClient:
    """Return a browser of its own, which follows no redirect."""
    return TestClient(app(), base_url=base, follow_redirects=False)


def token(person: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {serving.current().tokens.mint(person)}"}
