"""How a job tells how far it is, and learns that it is to stop."""

import time
from collections.abc import Callable

EVERY = 0.25
"""Seconds between two notes of progress at least: each one costs a commit."""


class Stopped(Exception):
    """The person has cancelled the job, or another worker has it by now."""


class Steps:
    """The steps of one job; ``note(done, total)`` keeps them and says whether to go on."""

    def __init__(self, note: Callable[[int, int], bool]) -> None:
        self._note, self._last = note, float("-inf")

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` steps are done; raises Stopped where the job is not wanted any more."""
        now = time.monotonic()
        if now - self._last < EVERY:
            return
        self._last = now
        if not self._note(done, total):
            raise Stopped
