"""What the pages and the route share while the server runs: one edition, its person, and the tokens."""

import time
from dataclasses import dataclass, field
from threading import Lock

from hexapla.model.person import Person
from hexapla.work import edition as editions
from hexapla.work import sync
from hexapla.work.edition import Edition
from hexapla_ui.tokens import Tokens


@dataclass
class Serving:
    """The edition that this process serves; ``hosts`` are the names it answers to."""

    edition: Edition
    person: Person
    tokens: Tokens
    hosts: frozenset[str]
    quiet: float = 60.0
    """Seconds without a change after which the folder is synced."""
    _synced: int = 0
    _seen: tuple[int, float] = (0, 0.0)
    _folder: frozenset[tuple[str, int, int]] = frozenset()
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._synced = self.edition.desk.last_revision()
        self._seen = (self._synced, time.monotonic())
        self._folder = editions.stamp(self.edition)

    def take_in(self) -> bool:
        """Bring what others changed in the folder to the desk, once it has been still; returns whether it looked."""
        stamp = editions.stamp(self.edition)
        if stamp == self._folder:
            return False
        with self._lock:
            editions.refresh(self.edition, self.person)
            self._folder = stamp
        return True

    def sync_if_quiet(self) -> bool:
        """Sync the folder if something changed since the last time and then nothing for ``quiet`` seconds."""
        last = self.edition.desk.last_revision()
        if last != self._seen[0]:
            self._seen = (last, time.monotonic())
        if last == self._synced or time.monotonic() - self._seen[1] < self.quiet:
            return False
        return self.sync()

    def sync(self) -> bool:
        """Sync the folder if anything changed since the last time; False if there was nothing to do, or not yet."""
        with self._lock:
            if self.edition.desk.last_revision() == self._synced:
                return False
            if any(row.again for row in sync.sync(self.edition, self.person)):
                return False
            self._synced = self.edition.desk.last_revision()
            return True


_current: list[Serving] = []


def start(serving: Serving) -> None:
    """Make this what the process serves."""
    _current[:] = [serving]


def current() -> Serving:
    """Return what the process serves; pages and route are only run by a server that has started it."""
    return _current[0]
