"""The visitor of this moment, for routes, pages and websockets; whoever is not signed in gets no further than here."""

from collections.abc import Awaitable, Callable

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from hexapla.model.errors import Denied
from hexapla.model.person import Person
from hexapla.work.people import welcome
from hexapla_ui import plain, serving
from hexapla_ui.messages import _
from hexapla_ui.sign_in import Alone, NotSignedIn

OPEN = ("/hexapla/api/", "/hexapla/client/", "/hexapla/join/", "/_stcore/health")
"""Paths that see to it themselves, or have nothing to hide."""


def signed_in(headers: Headers, *, secure: bool | None) -> Person:
    """Return the person behind some headers, with the rights of this moment.

    Raises NotSignedIn for nobody, Denied for somebody who has no part in the edition.
    """
    held = serving.current()
    found = held.sign_in.whoever(held.edition, held.person, headers, secure=secure)
    welcome(found)
    return found


def of_scope(scope: Scope) -> Person:
    """Return the person behind a request or a websocket; raises as ``signed_in``."""
    return signed_in(Headers(scope=scope), secure=scope["scheme"] in ("https", "wss"))


def me() -> Person:
    """Return the person of the page that is being run; raises as ``signed_in``."""
    if isinstance(serving.current().sign_in, Alone):
        return serving.current().person
    given = st.context.headers  # those of the websocket, which came through SignedIn
    raw = [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name in given
        for value in given.get_all(name)
    ]
    return signed_in(Headers(raw=raw), secure=None)


class SignedIn:
    """Refuses pages, files and websockets to whoever is not signed in or has no part in the edition."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; of a websocket, every message."""
        if scope["type"] not in ("http", "websocket") or scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return
        refusal = await _refusal(scope)
        if scope["type"] == "websocket":
            if refusal is None:
                await self.app(scope, _asking(scope, receive), send)
            else:
                await send({"type": "websocket.close", "code": 1008, "reason": ""})
        elif refusal is None:
            await self.app(scope, receive, send)
        else:
            await refusal(scope, receive, send)


async def _refusal(scope: Scope) -> Response | None:
    try:
        await run_in_threadpool(of_scope, scope)
    except NotSignedIn as error:
        return plain.page(_("Not signed in"), str(error), status=401)
    except Denied as error:
        return plain.page(_("No part in this edition"), str(error), status=403)
    return None


def _asking(scope: Scope, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """Wrap a websocket's messages: once the person is let go, each of them only has the page run, which says so.

    A closed websocket would say nothing: Streamlit's page would try to connect for ever.
    """

    async def asked() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and await _refusal(scope) is not None:
            return {"type": "websocket.receive", "bytes": _RUN_ANEW}
        return message

    return asked


_RUN_ANEW = BackMsg(rerun_script=ClientState()).SerializeToString()
