"""What the pages and the route share while the server runs: one edition, its person, the tokens, and the worker."""

import time
from dataclasses import dataclass, field
from threading import Lock

from hexapla.model.job import JobState
from hexapla.model.person import Person
from hexapla.work import edition as editions
from hexapla.work import sync
from hexapla.work.edition import Edition
from hexapla.work.jobs import asking
from hexapla.work.jobs.hire import Worker
from hexapla_ui.sign_in import Alone, SignIn
from hexapla_ui.tokens import Tokens


@dataclass
class Serving:
    """The edition that this process serves; ``hosts`` are the names it answers to, ``names`` the public ones of them.

    ``person`` is the local person, or the server itself where people sign in: ``visitor`` says who is there.
    """

    edition: Edition
    person: Person
    tokens: Tokens
    hosts: frozenset[str]
    quiet: float = 60.0
    """Seconds without a change after which the folder is synced."""
    worker: Worker | None = None
    """Who does the longer work; without one it waits on the desk for the worker of another server."""
    sign_in: SignIn = field(default_factory=Alone)
    names: frozenset[str] = frozenset()
    _synced: int = 0
    _seen: tuple[int, float] = (0, 0.0)
    _folder: frozenset[tuple[str, int, int]] = frozenset()
    _terms: tuple[tuple[int, str], float] = ((0, ""), 0.0)
    """The newest revision and the glossary as they were last seen, and when they became so."""
    _checked: tuple[int, str] = (0, "")
    """Those at the last check of the terms."""
    _asked: int = 0
    """The sync that was asked for and is not over yet."""
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._synced = self.edition.desk.last_revision()
        self._seen = (self._synced, time.monotonic())
        self._folder = editions.stamp(self.edition)

    def tend(self) -> None:
        """Do what is to be done every few seconds: see to the worker, to changes in the folder, and to the sync."""
        if self.worker is not None:
            self.worker.see_to()
        self.check_if_quiet()
        if self.edition.root is None:
            return
        self.take_in()
        self.sync_if_quiet()

    def take_in(self) -> bool:
        """Have what others changed in the folder brought to the desk, once it has been still; False: nothing did."""
        stamp = editions.stamp(self.edition)
        if stamp == self._folder:
            return False
        asking.ask(self.edition, self.person, "take-in", {}, once=True)
        self._folder = stamp
        return True

    def sync_if_quiet(self) -> bool:
        """Have the folder synced if something changed since the last time and then nothing for ``quiet`` seconds."""
        self._hear()
        last = self.edition.desk.last_revision()
        if last != self._seen[0]:
            self._seen = (last, time.monotonic())
        if self._asked or last == self._synced or time.monotonic() - self._seen[1] < self.quiet:
            return False
        self._asked = asking.ask(self.edition, self.person, "sync", {}, once=True)
        return True

    def check_if_quiet(self) -> bool:
        """Have the terms checked once nothing has changed for ``quiet`` seconds since the last check."""
        now = (self.edition.desk.last_revision(), self.edition.desk.glossary.version())
        if now != self._terms[0]:
            self._terms = (now, time.monotonic())
        if now == self._checked or not now[1] or time.monotonic() - self._terms[1] < self.quiet:
            return False
        asking.ask(self.edition, self.person, "check-terms", {}, once=True)
        self._checked = now
        return True

    def _hear(self) -> None:
        """Take note of the sync that was asked for, once it is over; one that failed is asked for again."""
        if not self._asked:
            return
        job = asking.job(self.edition, self.person, self._asked)
        if not job.state.over:
            return
        self._asked = 0
        if job.state is JobState.DONE and not job.result.get("again"):
            self._synced = max(self._synced, int(job.result["revision"]))
        self._seen = (self._seen[0], time.monotonic())

    def sync(self) -> bool:
        """Sync the folder now, in this process; False if nothing changed since the last time, or a file has to wait."""
        with self._lock:
            last = self.edition.desk.last_revision()
            if last == self._synced or self.edition.root is None:
                return False
            self.edition.renew()
            if any(row.again for row in sync.sync(self.edition, self.person)):
                return False
            self._synced = last
            return True


_current: list[Serving] = []


def start(serving: Serving) -> None:
    """Make this what the process serves."""
    _current[:] = [serving]


def current() -> Serving:
    """Return what the process serves; pages and route are only run by a server that has started it."""
    return _current[0]
