"""One process, one edition: Streamlit's ASGI application with our routes beside it, and a sync after quiet minutes."""

import asyncio
import logging
import re
import socket
import threading
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit import App, config

from hexapla.model.errors import HexaplaError
from hexapla.model.messages import shown
from hexapla.model.person import Person
from hexapla.work import edition as editions
from hexapla.work import membership, people
from hexapla.work.jobs.hire import Worker
from hexapla.work.jobs.worker import Place
from hexapla_ui import (
    editor_routes,
    import_routes,
    joining,
    route,
    serving,
    source_routes,
    static,
    terms_files,
    terms_routes,
)
from hexapla_ui.hosts import OurHosts
from hexapla_ui.messages import _
from hexapla_ui.sign_in import Alone, ByInvitation, SignIn
from hexapla_ui.tokens import Tokens
from hexapla_ui.visitor import SignedIn

LOOPBACK = ("127.0.0.1", "::1", "localhost")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - a name for it, not a default
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,62}\.)*[a-z0-9-]{0,62}|\d+(\.\d+){3}")
ALONE = Alone()
log = logging.getLogger("hexapla")


def run(
    start: Path,
    person: Person,
    *,
    desk: str | None = None,
    host: str = "127.0.0.1",
    port: int = 8501,
    browser: bool = False,
    quiet: float = 60.0,
    ready: Callable[[str], None] = print,
    sign_in: SignIn = ALONE,
    names: Sequence[str] = (),
    invite: Callable[[str], None] = print,
) -> None:
    """Serve an edition until it is stopped; ``ready`` is told the URL once the port is open.

    Without sign-in only this machine is served. ``names`` are public names of the server besides its address. With
    invitations ``invite`` is told the link that signs in whoever starts the server. Raises HexaplaError for a taken
    port, for an address or names that need sign-in, and for an address that needs a name.
    """
    place = _place(host, names, sign_in)
    owner, alone = person, isinstance(sign_in, Alone)
    person = owner if alone else people.server()
    listening = _listen(host, port)
    with listening, editions.opened(start, person, desk=desk) as edition, editions.as_server(edition):
        worker = Worker(Place(edition.root, desk, person))
        tokens = Tokens(edition.desk.key(), edition.settings.id)
        serving.start(
            serving.Serving(
                edition, person, tokens, place.answers, quiet, worker, sign_in=sign_in, names=place.names
            )
        )
        number = listening.getsockname()[1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{number}"
        server = uvicorn.Server(_config(place.names))
        ready(url)
        first = url
        if isinstance(sign_in, ByInvitation):
            first = f"{place.base(number)}/hexapla/join/{membership.owner_link(edition, owner)}"
            invite(first)
        if browser:
            threading.Timer(1.0, webbrowser.open, [first]).start()
        with suppress(KeyboardInterrupt):  # uvicorn has shut down in order by then, and raises it once more
            server.run(sockets=[listening])


@dataclass(frozen=True)
class _Place:
    """Where a server is: the address that it listens on, and the names that it is asked for by."""

    host: str
    names: frozenset[str]

    @property
    def answers(self) -> frozenset[str]:
        """All names that the server answers to."""
        own = frozenset[str]() if self.host in EVERYWHERE else frozenset({self.host})
        return frozenset(LOOPBACK) | self.names | own

    def base(self, port: int) -> str:
        """Return the address that people reach it by: a public name is that of the proxy in front, which encrypts."""
        for name in sorted(self.names):
            return f"https://{name}" if self.host in LOOPBACK else f"http://{name}:{port}"
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{port}"


def _place(host: str, names: Sequence[str], sign_in: SignIn) -> _Place:
    if isinstance(sign_in, Alone) and (host not in LOOPBACK or names):
        raise HexaplaError(
            _(
                "Without sign-in Hexapla serves this machine only; add --invited, or --trust-header behind a proxy, "
                "or use --host 127.0.0.1 without --name."
            )
        )
    chosen = frozenset(name.strip().lower() for name in names)
    for name in sorted(chosen):
        if not _NAME.fullmatch(name):
            raise HexaplaError(
                _(
                    "“{name}” is no host name; write it without https:// and port, like edition.example.org."
                ).format(name=shown(name))
            )
    if host in EVERYWHERE and not chosen:
        raise HexaplaError(
            _("{host} is no address that anybody can ask for; say with --name how people reach it.").format(
                host=shown(host)
            )
        )
    return _Place(host, chosen)


def _config(names: frozenset[str] = frozenset()) -> uvicorn.Config:
    """Configure the web server; open pages do not hold up its end, they reconnect by themselves."""
    return uvicorn.Config(
        application(names),
        log_level="warning",
        lifespan="on",
        ws_max_size=64 << 20,
        timeout_graceful_shutdown=1,
    )


def application(names: frozenset[str] = frozenset()) -> App:
    """Build the application: the pages, the JSON route, the static files, and the quiet-minute sync.

    ``names`` are public names whose pages Streamlit lets talk to it, besides those of the address itself.
    """
    for key, value in _options(
        tomllib.loads((resources.files("hexapla_ui") / "config.toml").read_text("utf-8"))
    ):
        config.set_option(key, value)
    config.set_option("server.corsAllowedOrigins", [f"https://{name}" for name in sorted(names)])
    return App(
        Path(str(resources.files("hexapla_ui") / "app.py")),
        routes=[
            *route.ROUTES,
            *editor_routes.ROUTES,
            *source_routes.ROUTES,
            *import_routes.ROUTES,
            *terms_routes.ROUTES,
            *terms_files.ROUTES,
            *static.ROUTES,
            *joining.ROUTES,
            Route("/dashboard", _home),
        ],
        middleware=[Middleware(OurHosts), Middleware(SignedIn)],
        lifespan=_lifespan,
    )


async def _home(_request: Request) -> RedirectResponse:
    """Lead to the dashboard, which Streamlit keeps at the root as the default page."""
    return RedirectResponse("/")


def _options(table: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """Flatten a table of settings into Streamlit's dotted names."""
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        flat += _options(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return flat


def _listen(host: str, port: int) -> socket.socket:
    """Open the port before anything else, so that a taken one is said at once.

    The protocol is named, since asyncio turns Nagle's algorithm off only where it is: else every answer that goes
    out in two packets waits 40 ms (measured: 45 against 3.4 ms for an empty answer).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(128)
    except OSError as error:
        opened.close()
        raise HexaplaError(
            _("Port {port} is taken; stop what runs there, or choose another one with --port.").format(
                port=port
            )
        ) from error
    return opened


@asynccontextmanager
async def _lifespan(_app: App) -> AsyncIterator[dict[str, Any]]:
    """Sync the folder after quiet minutes, and once more when the server stops."""
    task = asyncio.create_task(_keep_in_sync())
    try:
        yield {}
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await run_in_threadpool(_finish)


def _finish() -> None:
    """End the worker, and let nothing that was saved be missing in the folder."""
    held = serving.current()
    if held.worker is not None:
        held.worker.stop()
    held.sync()


async def _keep_in_sync() -> None:
    held = serving.current()
    while True:
        await asyncio.sleep(min(held.quiet / 4, 5.0))
        try:
            await run_in_threadpool(held.tend)
        except HexaplaError as error:
            log.warning("%s", error)
            await asyncio.sleep(held.quiet)
