"""How fast saving stays while a job runs: ``python tests/benchmarks/jobs.py [UNITS] [--postgres]``.

A real server with its worker, on an edition with a text of UNITS (10,000) sentences whose German half is translated.
One person saves again and again by the JSON route: while nothing else happens, while the worker syncs a catalog in
which every fifth entry was changed, and while it exports all formats. Three rounds in turns; printed are the medians
over all rounds, what 99 % stay below, and the median as a ratio to the idle one.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from figures import middle, shown
from sync import LANG, SLUG, change, prose

import databases
import editions
from faults.zygote import Client, Zygote
from hexapla.desk import Desk
from hexapla.folder import layout
from hexapla.model.catalog import Entry, State
from hexapla.model.job import JobState
from hexapla.work import sync
from tools import until

ROUNDS, IDLE = 3, 100
EXPORT = {"formats": ["all"], "langs": [], "draft": True}


def main(units: int, *, postgres: bool) -> None:
    """Make the edition, start the server, measure in turns, and print."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        url = ""
        if postgres:
            url = databases.new_database(
                stack.enter_context(databases.postgres_server(Path(folder), fsync=True))
            )
        root, dice = Path(folder, "edition"), random.Random(7)
        id_ = _made(root, url, prose(dice, units))
        where = url or layout.desk_path(root)
        zygote = Zygote()
        stack.callback(zygote.stop)
        server = zygote.server(root, desk=url, quiet=3600)
        stack.callback(server.kill)
        client = Client(where, id_, "c")
        until(lambda: client.answers(server.url))
        saver = _Saver(client, server.url)
        with Desk.open(where, edition=id_) as desk:
            found: dict[str, list[float]] = {"idle": [], "sync": [], "export": []}
            lasted: dict[str, list[float]] = {"sync": [], "export": []}
            for run in range(ROUNDS):
                found["idle"] += saver.until(lambda times: len(times) >= IDLE)
                change(layout.catalog_path(root, SLUG, LANG), dice, 5, f"Geändert {run}")
                for name, wanted in (("sync", {}), ("export", EXPORT)):
                    begun = time.monotonic()
                    found[name] += _during(desk, saver, name, wanted)
                    lasted[name].append(time.monotonic() - begun)
    print(f"{'PostgreSQL' if postgres else 'SQLite':12}{'median':>8}{'p99':>9}{'saves':>11}")
    for name, times in found.items():
        took = f", the job took {middle(lasted[name]):.1f} s" if name in lasted else ""
        ratio = middle(times) / middle(found["idle"])
        print(f"{name:12}{shown(times)}{len(times):8}   × {ratio:.2f}{took}")


def _made(root: Path, url: str, essay: str) -> str:
    editions.make(root, targets=(LANG,), essay=essay)
    with editions.opened(root, desk=url or None) as edition:
        text_id = edition.text_id(SLUG)
        rows = edition.desk.rows(text_id, LANG, limit=None)
        half = [Entry(row.entry.units, "", f"Halb: {row.entry.msgid}", State.TRANSLATED) for row in rows[::2]]
        edition.desk.fill(editions.ANNA, text_id, LANG, half, kind="fill")
        sync.settled(edition, editions.ANNA)
        return edition.settings.id


class _Saver:
    """One person who saves the rows of the first page in turn."""

    def __init__(self, client: Client, url: str) -> None:
        self._client, self._url = client, url

    def until(self, over: Callable[[list[float]], bool]) -> list[float]:
        """Save until something is so; returns how long each save took, in seconds."""
        rows, times = list(self._client.page(self._url).values()), list[float]()
        while not over(times):
            at = len(times) % len(rows)
            begun = time.monotonic()
            done = self._client.save(self._url, rows[at], f"Neu {self._client.count}")
            times.append(time.monotonic() - begun)
            if done["ok"]:
                rows[at] |= {"revision": done["revision"], "state": done["state"]}
            else:  # the sync was here first
                rows[at] |= {key: done["conflict"][key] for key in ("revision", "state")}
        return times


def _during(desk: Desk, saver: _Saver, name: str, wanted: dict[str, Any]) -> list[float]:
    """Save as long as a job runs."""
    number = desk.jobs.add(editions.ANNA, name, wanted)
    until(lambda: desk.jobs.get(number).state is not JobState.QUEUED)
    times = saver.until(lambda _times: desk.jobs.get(number).state.over)
    assert desk.jobs.get(number).state is JobState.DONE, desk.jobs.get(number)
    return times


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", type=int, nargs="?", default=10_000)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    main(given.units, postgres=given.postgres)
