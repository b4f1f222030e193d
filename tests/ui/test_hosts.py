"""Only the server's own names are answered, for pages and websockets too (DNS rebinding)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from editions import ANNA, make, opened
from hexapla_ui import serving
from hexapla_ui.hosts import OurHosts
from hexapla_ui.tokens import Tokens


async def page(_request: object) -> PlainTextResponse:
    return PlainTextResponse("page")


async def socket(asked: WebSocket) -> None:
    await asked.accept()
    await asked.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Starlette]:
    with opened(make(tmp_path / "edition")) as held:
        hosts = frozenset({"127.0.0.1", "localhost", "::1"})
        serving.start(serving.Serving(held, ANNA, Tokens(held.desk.key(), held.settings.id), hosts))
        yield Starlette(
            routes=[Route("/", page), WebSocketRoute("/ws", socket)], middleware=[Middleware(OurHosts)]
        )


@pytest.mark.parametrize("name", ["127.0.0.1:8501", "localhost", "[::1]:8501"])
def test_own_names(app: Starlette, name: str) -> None:
    client = TestClient(app, base_url=f"http://{name}")
    assert client.get("/").text == "page"
    with client.websocket_connect("/ws", headers={"Host": name}):
        pass


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "[::1"])
def test_other_names(app: Starlette, name: str) -> None:
    client = TestClient(app, base_url="http://127.0.0.1")
    assert client.get("/", headers={"Host": name}).status_code == 403
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/ws", headers={"Host": name}):
        pass
