"""Turns: one writer at a time, in the order of asking.

SQLite itself wakes waiting writers by chance: of 16 threads one made 300 commits while another made one.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary


class Turns:
    """A first-come, first-served lock; the one who leaves hands it to the one who has waited longest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and hold it for the body of the ``with``."""
        self._take()
        try:
            yield
        finally:
            self._pass_on()

    def _take(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            ticket = threading.Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        ticket.acquire()

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


_turns: WeakValueDictionary[str, Turns] = WeakValueDictionary()
_guard = threading.Lock()


def turns_of(database: str) -> Turns:
    """Return the turns of a database: one queue a process, however often the database has been opened."""
    with _guard:
        return _turns.setdefault(database, Turns())
