"""F1, F2: the real server, killed fifty times while it saves and fifty times while it syncs.

No save that was acknowledged is lost, the desk is whole, and every catalog is the old one or the new one.
"""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest

from editions import ANNA, make, opened
from faults.zygote import Client, Forked, Zygote
from hexapla.formats import po
from hexapla.work import sync
from tools import until

pytestmark = pytest.mark.fault

KILLS = 50
UNITS = [f"u{n}" for n in range(1, 11)]


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    made = Zygote()
    yield made
    made.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "edition", targets=("de",))


def desk_of(where: str | Path, folder: Path) -> str:
    """Return the desk's URL as the command line takes it; the folder's own for SQLite."""
    return "" if isinstance(where, Path) else where


class Writer:
    """Somebody who saves one unit after the other until the line is cut, and knows what was acknowledged."""

    def __init__(self, client: Client, units: list[str]) -> None:
        self.client, self.units = client, units
        self.acknowledged: dict[str, str] = {}
        self.asked: dict[str, set[str]] = {unit: set() for unit in units}

    def write(self, url: str, rounds: int) -> None:
        """Save until an error."""
        try:
            rows = self.client.page(url)
            for n in range(rounds):
                unit = self.units[n % len(self.units)]
                words = f"{self.client.name} {self.client.count} {unit}."
                self.asked[unit].add(words)
                done = self.client.save(url, rows[unit], words)
                assert done["ok"], done
                self.acknowledged[unit] = words
                rows[unit] |= {"revision": done["revision"], "state": done["state"]}
        except httpx.HTTPError:
            return

    def check(self, texts: dict[str, str]) -> None:
        """What was acknowledged is there, or what was asked for after it and not answered."""
        for unit in self.units:
            known, now = self.acknowledged.get(unit, ""), texts[unit]
            assert now == known or now in self.asked[unit], (unit, known, now)
            self.acknowledged[unit] = now


def texts_of(folder: Path, desk: str) -> dict[str, str]:
    """Return what the desk says, once it has been examined."""
    with opened(folder, desk=desk or None) as edition:
        assert edition.desk.check() == []
        return {row.entry.context: row.entry.msgstr for row in edition.desk.rows("mill", "de")}


def test_fifty_kills_while_saving_lose_nothing_that_was_acknowledged(
    where: str | Path, folder: Path, zygote: Zygote
) -> None:
    desk, chance = desk_of(where, folder), random.Random(3)
    with opened(folder, desk=desk or None) as edition:
        place, id_ = desk or folder / ".hexapla" / "desk.sqlite3", edition.settings.id
    writers = [Writer(Client(place, id_, name), UNITS[nth::2]) for nth, name in enumerate(("a", "b"))]
    with ThreadPoolExecutor(2) as pool:
        for _kill in range(KILLS):
            server = _started(zygote, folder, desk, writers[0].client)
            saving = [pool.submit(writer.write, server.url, 10_000) for writer in writers]
            Event().wait(chance.uniform(0.0, 0.25))
            server.kill()
            for one in saving:
                one.result()
            texts = texts_of(folder, desk)
            for writer in writers:
                writer.check(texts)
    saved = sum(len(writer.asked[unit]) for writer in writers for unit in writer.units)
    assert saved > KILLS * 2, "the kills came in the middle of saving"


def test_fifty_kills_while_syncing_leave_the_old_catalog_or_the_new_one(
    where: str | Path, folder: Path, zygote: Zygote
) -> None:
    desk, chance = desk_of(where, folder), random.Random(5)
    with opened(folder, desk=desk or None) as edition:
        place, id_ = desk or folder / ".hexapla" / "desk.sqlite3", edition.settings.id
    writer, catalog = Writer(Client(place, id_, "a"), UNITS), folder / "locales/de/LC_MESSAGES/mill.po"
    changed, before = 0, catalog.read_bytes()
    for number in range(KILLS):
        server = _started(zygote, folder, desk, writer.client, quiet=0.05)
        writer.write(server.url, 3)
        # Now and then the worker has begun by then; else the kill comes while it is beginning, or at any step.
        if number % 5 == 0:
            until(partial(_differs, catalog, before))
        Event().wait(chance.uniform(0.0, 0.2))
        writer.write(server.url, 2)
        server.kill()
        found = po.parse(catalog.read_bytes(), file="mill.po")
        for entry in found.entries:
            said = entry.msgstr or ""
            assert said == "" or said in writer.asked[str(entry.msgctxt)], (
                "no text that nobody wrote, none by half"
            )
        changed += catalog.read_bytes() != before
        before = catalog.read_bytes()
        writer.check(texts_of(folder, desk))
    assert changed >= KILLS // 5, "the kills came while syncing"
    with opened(folder, desk=desk or None) as edition:
        sync.settled(edition, ANNA)
    written = {str(entry.msgctxt): entry.msgstr for entry in po.parse(catalog.read_bytes(), file="").entries}
    assert written == writer.acknowledged


def _differs(path: Path, before: bytes) -> bool:
    return path.read_bytes() != before


def _started(zygote: Zygote, folder: Path, desk: str, client: Client, **options: Any) -> Forked:
    server = zygote.server(folder, desk=desk, **options)
    until(lambda: client.answers(server.url))
    return server
