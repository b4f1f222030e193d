"""Bodies of the JSON route: bounded, and checked to the last field before anything is done with them."""

import json
from typing import Any

from starlette.requests import Request

from hexapla.model.catalog import State
from hexapla.model.grid import Runs
from hexapla.work.save import Op, Typed
from hexapla_ui.messages import _

LIMIT = 512 * 1024
"""Bytes of a body: 50 units of the longest kind fit many times over."""
MOST = 200
"""Saves or drafts in one body."""


class BadBody(Exception):
    """The body is not what the route takes; ``status`` is the HTTP status."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


async def read(request: Request) -> dict[str, Any]:
    """Read a JSON object of at most LIMIT bytes."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LIMIT:
            raise BadBody(_("This is more than can be saved at once."), 413)
    try:
        body = json.loads(content or b"{}")
    except (ValueError, RecursionError) as error:
        raise BadBody(_("The request is not JSON.")) from error
    if not isinstance(body, dict):
        raise BadBody(_("The request is not a JSON object."))
    return body


async def file(request: Request, limit: int) -> bytes:
    """Read a file that is the whole body, of at most so many bytes."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > limit:
            raise BadBody(_("This file is larger than {n} MB.").format(n=limit // 2**20), 413)
    return bytes(content)


def word(body: dict[str, Any], name: str, *, most: int = 200) -> str:
    """Take a short text."""
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > most or not value.isprintable():
        raise BadBody(_("“{name}” is missing or too long.").format(name=name))
    return value


def optional(body: dict[str, Any], name: str, *, most: int = 40) -> str:
    """Take a text that may be missing."""
    return word(body, name, most=most) if body.get(name) else ""


def several(body: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Take a list of objects."""
    value = body.get(name)
    if not isinstance(value, list) or len(value) > MOST or not all(isinstance(one, dict) for one in value):
        raise BadBody(_("“{name}” must be a list of at most {n} objects.").format(name=name, n=MOST))
    return value


def units(body: dict[str, Any]) -> tuple[str, ...]:
    """Take the ids of the units of an entry."""
    value = body.get("units")
    if (
        not isinstance(value, list)
        or not 1 <= len(value) <= 20
        or not all(isinstance(one, str) for one in value)
    ):
        raise BadBody(_("“{name}” must be a list of unit ids.").format(name="units"))
    return tuple(one[:40] for one in value)


def runs(body: dict[str, Any], name: str = "target") -> Runs:
    """Take a text in runs; what is in them is checked where they are read."""
    value = body.get(name)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadBody(_("“{name}” must be a list of runs.").format(name=name))
    return value


def number(body: dict[str, Any], name: str) -> int:
    """Take a number that is not negative."""
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 53:
        raise BadBody(_("“{name}” must be a number.").format(name=name))
    return value


def state(body: dict[str, Any], name: str) -> State:
    """Take a state."""
    try:
        return State(word(body, name))
    except ValueError as error:
        raise BadBody(_("“{name}” must be a state.").format(name=name)) from error


def op(body: dict[str, Any]) -> Op:
    """Take one save."""
    return Op(
        op=word(body, "op"),
        units=units(body),
        target=runs(body),
        state=state(body, "state"),
        revision=number(body, "revision"),
        seen=state(body, "seen"),
        reason=optional(body, "reason", most=500),
        draft=optional(body, "draft"),
    )


def typed(body: dict[str, Any]) -> Typed:
    """Take one draft."""
    target = None if body.get("target") is None else runs(body)
    return Typed(units(body), target, number(body, "revision"), optional(body, "seen"))
