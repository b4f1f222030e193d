"""The names that this server answers to, for pages, websockets and routes alike (DNS rebinding: threat list, S14)."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from hexapla_ui import serving
from hexapla_ui.messages import _


def is_ours(host: str) -> bool:
    """Whether a ``Host`` header names this server."""
    try:
        return urlsplit(f"//{host}").hostname in serving.current().hosts
    except ValueError:
        return False


class OurHosts:
    """Refuses whatever was asked of another name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket") or is_ours(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
        else:
            refusal = PlainTextResponse(_("This server does not answer to that name."), 403)
            await refusal(scope, receive, send)
