"""Serves the client's files, a page that mounts the grid in a shadow root, and a fake JSON route."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import streamlit
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from browser.harness.desk import FakeDesk

HERE = Path(__file__).parent
CLIENT = HERE.parent.parent.parent / "ui" / "hexapla_ui" / "client"
FONTS = Path(streamlit.__file__).parent / "static" / "static" / "media"


class Harness:
    """A server with its desk; ``down`` answers 503, ``refuse`` 403, ``expire`` makes the present token worthless."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.down = False
        self.refuse = ""
        self.slow: dict[str, float] = {}
        self.token = 1
        self.renewed = 0
        self.asked: list[str] = []
        self.url = ""

    def expire(self) -> None:
        self.token += 1

    async def page(self, request: Request) -> Response:
        return FileResponse(HERE / "page.html")

    async def font(self, request: Request) -> Response:
        return FileResponse(next(FONTS.glob(request.path_params["pattern"])))

    async def api(self, request: Request) -> Response:
        verb = request.path_params["verb"]
        self.asked.append(verb)
        if self.down:
            return JSONResponse({"error": "down"}, 503)
        bearer = request.headers.get("x-hexapla-token")
        if verb == "token":
            self.renewed += 1
            return JSONResponse({"token": f"t{self.token}"})
        if bearer != f"t{self.token}":
            return JSONResponse({"error": "The token has expired.", "code": "expired"}, 401)
        if self.refuse:
            return JSONResponse({"error": self.refuse}, 403)
        await asyncio.sleep(self.slow.get(verb, 0))
        given: Any = dict(request.query_params) if request.method == "GET" else await request.json()
        if verb == "draft" and any(self.desk.refuses_text(one["target"]) for one in given["drafts"]):
            return JSONResponse({"error": "The text holds a character that does not belong there."}, 400)
        return JSONResponse(getattr(self.desk, verb)(given))


@contextlib.contextmanager
def serve(harness: Harness) -> Iterator[Harness]:
    """Serve a harness on a free port of this machine for the length of a block."""
    app = Starlette(
        routes=[
            Route("/", harness.page),
            Route("/fonts/{pattern}", harness.font),
            Route("/hexapla/api/{verb}", harness.api, methods=["GET", "POST"]),
            Mount("/hexapla/client/x", StaticFiles(directory=CLIENT)),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    started = threading.Event()
    thread = threading.Thread(target=_run, args=(server, started), daemon=True)
    thread.start()
    started.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    harness.url = f"http://127.0.0.1:{port}/"
    yield harness
    server.should_exit = True
    thread.join(10)


def _run(server: uvicorn.Server, started: threading.Event) -> None:
    startup = server.startup

    async def start(*given: Any, **named: Any) -> None:
        await startup(*given, **named)
        started.set()

    server.startup = start  # type: ignore[method-assign]
    server.run()
