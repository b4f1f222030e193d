"""One process, one edition: Streamlit's ASGI application with our routes beside it, and a sync after quiet minutes."""

import asyncio
import logging
import socket
import threading
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
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
from hexapla.model.person import Person
from hexapla.work import edition as editions
from hexapla.work.jobs.hire import Worker
from hexapla.work.jobs.worker import Place
from hexapla_ui import editor_routes, route, serving, static
from hexapla_ui.hosts import OurHosts
from hexapla_ui.messages import _
from hexapla_ui.tokens import Tokens

LOOPBACK = ("127.0.0.1", "::1", "localhost")
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
) -> None:
    """Serve an edition until it is stopped; ``ready`` is told the URL once the port is open.

    Only this machine is served: another address needs sign-in. Raises HexaplaError for a taken port.
    """
    if host not in LOOPBACK:
        raise HexaplaError(
            _("Hexapla listens on this machine only, since it has no sign-in yet; use --host 127.0.0.1.")
        )
    listening = _listen(host, port)
    with listening, editions.opened(start, person, desk=desk) as edition, editions.as_server(edition):
        worker = Worker(Place(edition.root, desk, person))
        tokens = Tokens(edition.desk.key(), edition.settings.id)
        serving.start(serving.Serving(edition, person, tokens, frozenset(LOOPBACK), quiet, worker))
        url = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        server = uvicorn.Server(_config())
        ready(url)
        if browser:
            threading.Timer(1.0, webbrowser.open, [url]).start()
        with suppress(KeyboardInterrupt):  # uvicorn has shut down in order by then, and raises it once more
            server.run(sockets=[listening])


def _config() -> uvicorn.Config:
    """Configure the web server; open pages do not hold up its end, they reconnect by themselves."""
    return uvicorn.Config(
        application(), log_level="warning", lifespan="on", ws_max_size=64 << 20, timeout_graceful_shutdown=1
    )


def application() -> App:
    """Build the application: the pages, the JSON route, the static files, and the quiet-minute sync."""
    for key, value in _options(
        tomllib.loads((resources.files("hexapla_ui") / "config.toml").read_text("utf-8"))
    ):
        config.set_option(key, value)
    return App(
        Path(str(resources.files("hexapla_ui") / "app.py")),
        routes=[*route.ROUTES, *editor_routes.ROUTES, *static.ROUTES, Route("/dashboard", _home)],
        middleware=[Middleware(OurHosts)],
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
