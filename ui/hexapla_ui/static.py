"""Our ES modules and styles, served under a name made from their content, so that a browser may keep them for good."""

import hashlib
import json
import re
from functools import lru_cache
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@lru_cache(maxsize=1)
def _files() -> dict[str, bytes]:
    folder = resources.files("hexapla_ui") / "client"
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.name.endswith(tuple(KINDS))}


@lru_cache(maxsize=1)
def base() -> str:
    """Return the path that the client's files lie under: ``/hexapla/client/<hash>/``."""
    whole = hashlib.sha256()
    for name, content in sorted(_files().items()):
        whole.update(name.encode() + b"\0" + content)
    return f"/hexapla/client/{whole.hexdigest()[:16]}/"


@lru_cache(maxsize=1)
def messages() -> tuple[str, ...]:
    """Return every message of the client: the ``MESSAGES`` arrays of its modules, which are JSON between brackets."""
    found: set[str] = set()
    for name, content in _files().items():
        if name.endswith(".js"):
            for array in _MESSAGES.findall(content.decode("utf-8")):
                found.update(json.loads(array))
    return tuple(sorted(found))


_MESSAGES = re.compile(r"^export const MESSAGES = (\[.*?^\]);", re.MULTILINE | re.DOTALL)


async def _serve(request: Request) -> Response:
    name = request.path_params["name"]
    content = _files().get(name)
    if content is None:
        return Response(status_code=404)
    kind = KINDS["." + name.rsplit(".", 1)[1]]
    kept = request.path_params["hash"] == base().split("/")[-2]
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if kept else "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=f"{kind}; charset=utf-8", headers=headers)


ROUTES = [Route("/hexapla/client/{hash}/{name}", _serve, methods=["GET"])]
