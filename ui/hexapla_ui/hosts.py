"""The names that this server answers to, and the pages that may talk to it: our own (threat list, S14).

Of another name nothing is answered (DNS rebinding). A websocket, and whatever changes something, must come from a
page of ours: the ``Origin``, which no page can choose, is the address that was asked, or one of our public names.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from hexapla_ui import serving
from hexapla_ui.messages import _

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_ours(host: str) -> bool:
    """Whether a ``Host`` header names this server."""
    try:
        return urlsplit(f"//{host}").hostname in serving.current().hosts
    except ValueError:
        return False


def is_own_origin(headers: Headers) -> bool:
    """Whether a browser says that a page of ours is asking, or nobody says anything (a program, not a browser).

    The port counts: another server on this machine is another page. A proxy that does not pass the ``Host`` on is
    met by the public names, which stand for the usual ports.
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        asking = urlsplit(origin)
        where = asking.netloc.lower()
        if asking.scheme not in ("http", "https") or not where:
            return False
    except ValueError:
        return False
    return where == headers.get("host", "").lower() or where in serving.current().names


def is_own_page(headers: Headers) -> bool:
    """Whether a call comes from a page of ours, as far as a browser tells."""
    site = headers.get("sec-fetch-site", "same-origin")
    return is_ours(headers.get("host", "")) and is_own_origin(headers) and site == "same-origin"


class OurHosts:
    """Refuses whatever was asked of another name, and what another page asks for that is more than looking."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        looks = scope["type"] == "http" and scope["method"] in SAFE
        if is_ours(headers.get("host", "")) and (looks or is_own_origin(headers)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
        else:
            named = is_ours(headers.get("host", ""))
            words = _("This was not asked by a page of ours.") if named else _not_ours()
            await PlainTextResponse(words, 403)(scope, receive, send)


def _not_ours() -> str:
    return _("This server does not answer to that name.")
