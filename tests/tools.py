"""Programs that a machine may lack: a test asks for one, and is skipped, or fails under HEXAPLA_STRICT=1."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

_ELSEWHERE = {"chromium": ("HEXAPLA_CHROMIUM", "/usr/bin/chromium")}


def find(program: str) -> str | None:
    """Return the path of a program, or None."""
    variable, usual = _ELSEWHERE.get(program, ("", ""))
    named = os.environ.get(variable, "") if variable else ""
    for path in (named, usual):
        if path and Path(path).exists():
            return path
    return shutil.which(program)


def need(program: str) -> str:
    """Return the path of a program; without it the test is skipped, or fails where everything must be there."""
    path = find(program)
    if path is None:
        missing(f"{program} is not installed")
    return str(path)


def missing(reason: str) -> None:
    """Skip the test for a reason, or fail where nothing may be missing."""
    if os.environ.get("HEXAPLA_STRICT") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def until(true: Callable[[], bool], *, seconds: float = 60.0) -> None:
    """Wait for a state; the limit is only for a test that fails."""
    waiting = Event()
    for _try in range(int(seconds * 50)):
        if true():
            return
        waiting.wait(0.02)
    raise AssertionError("it did not come")
