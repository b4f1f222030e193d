"""The server's side of its worker: begun with it, begun again if it dies, ended with it."""

from multiprocessing import get_context

from hexapla.work.jobs.worker import Place, main

PATIENCE = 3.0
"""Seconds that a worker may go on with its job when the server stops; the next server begins that job again."""


class Worker:
    """The one worker process of a server."""

    def __init__(self, place: Place) -> None:
        self._place, self._context = place, get_context("spawn")
        self._stop = self._context.Event()
        self._begin()

    def _begin(self) -> None:
        self._process = self._context.Process(target=main, args=(self._place, self._stop), daemon=True)
        self._process.start()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def see_to(self) -> None:
        """Begin the worker again if it has died."""
        if not self._process.is_alive() and not self._stop.is_set():
            self._process.join()
            self._begin()

    def stop(self) -> None:
        """End the worker: after its job, or at once if that takes longer than PATIENCE."""
        self._stop.set()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
