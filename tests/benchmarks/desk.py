"""A large desk beside a small one: ``python tests/benchmarks/desk.py [ENTRIES] [--postgres]``.

A desk of ENTRIES (1,000,000: fifty texts of 5,000 units in four languages) and one of 1,000, in one run. A page is
opened at a random place and an entry of it is saved, in one desk and then in the other; printed are the medians, what
95 % stay below, and the large desk's median as a ratio to the small one's. Both go through ``work``, as the editor's
route does. Below stand, for the large desk alone, the first page of a text that the process has not read yet, and the
first page of some searches.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import large
from figures import clocked, middle, shown

import databases
from editions import ANNA
from hexapla.model.catalog import State
from hexapla.model.grid import GridPage
from hexapla.work import reading, save
from hexapla.work.edition import Edition
from hexapla.work.save import Op
from hexapla.work.search.find import find

SMALL, UNITS, RUNS, OPEN = 250, 5_000, 300, 4
"""Units of the small desk, units of each text of the large one, rounds, and texts that people have open."""
RARE = "Quittenbrotzeit"
SEARCHES = {"a rare word": f"target:{RARE}", "a common word": "source:ba", "a comment": "has:comment"}


def main(entries: int, *, postgres: bool) -> None:
    """Fill both desks on each database, measure, and print."""
    copies = max(1, entries // (UNITS * len(large.LANGUAGES)))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        places = {"SQLite": [Path(folder) / f"{size}.sqlite3" for size in ("large", "small")]}
        if postgres:
            server = stack.enter_context(databases.postgres_server(Path(folder), fsync=True))
            places["PostgreSQL"] = [databases.new_database(server) for _size in range(2)]
        for name, (big, little) in places.items():
            with (
                _edition(Path(folder), big, copies, UNITS) as much,
                _edition(Path(folder), little, 1, SMALL) as few,
            ):
                _compare(name, much, few)
                _alone(much, copies)


@contextmanager
def _edition(folder: Path, desk: str | Path, copies: int, units: int) -> Iterator[Edition]:
    place = Path(tempfile.mkdtemp(dir=folder))
    begun = time.perf_counter()
    with large.edition(place, desk, copies=copies, units=units) as made:
        entries = copies * units * len(large.LANGUAGES)
        print(f"a desk of {entries:,} entries, filled in {time.perf_counter() - begun:.0f} s", flush=True)
        yield made


def _compare(name: str, much: Edition, few: Edition) -> None:
    dice = random.Random(7)
    pages: dict[str, list[float]] = {"large": [], "small": []}
    saves: dict[str, list[float]] = {"large": [], "small": []}
    for run in range(-20, RUNS):
        for size, edition in (("large", much), ("small", few)):
            slug, lang = dice.choice(_open(edition)), dice.choice(large.LANGUAGES)
            opened: list[float] = []
            saved: list[float] = []
            total = len(edition.text(slug).units)
            at = dice.randrange(total)
            page = clocked(opened, partial(reading.page, edition, ANNA, slug, lang, after=at))
            clocked(saved, partial(_save, edition, page, dice, f"{run}"))
            if run >= 0:
                pages[size] += opened
                saves[size] += saved
    print(f"{name + ', median and p95':28}{'large':>21}{'small':>22}")
    for what, times in (("open a page", pages), ("save an entry", saves)):
        ratio = middle(times["large"]) / middle(times["small"])
        print(
            f"{what:28}{shown(times['large'], 0.95)} {shown(times['small'], 0.95)}   × {ratio:.2f}",
            flush=True,
        )


def _open(edition: Edition) -> list[str]:
    """Return the texts that people have open."""
    return [text.slug for text in edition.settings.texts if text.slug.startswith(large.SLUG)][-OPEN:]


def _save(edition: Edition, page: GridPage, dice: random.Random, words: str) -> None:
    """Save a row of a page."""
    row = dice.choice([row for block in page.blocks for row in block.rows])
    op = Op(
        f"{row.units[0]}-{words}",
        row.units,
        [{"text": f"Neu {words} {dice.random()}"}],
        State.TRANSLATED,
        row.revision,
        row.state,
    )
    (answer,) = save.save(edition, ANNA, page.text, page.lang, f"{page.text}-{page.lang}", [op])
    assert answer.ok, answer


def _alone(much: Edition, copies: int) -> None:
    """Print what is no ratio: a text's first page, and searches."""
    slug = f"{large.SLUG}-{copies // 2}" if copies > 1 else large.SLUG
    page = reading.page(much, ANNA, slug, "de", after=UNITS // 2)
    row = page.blocks[0].rows[0]
    op = Op(RARE, row.units, [{"text": f"Eine {RARE}."}], State.TRANSLATED, row.revision, row.state)
    save.save(much, ANNA, slug, "de", "rare", [op])
    fresh = Edition(None, much.desk, much.settings)
    first: list[float] = []
    clocked(first, lambda: reading.page(fresh, ANNA, slug, "de"))
    print(f"{'first page of a text':28}{first[0] * 1000:8.1f} ms")
    for name, line in SEARCHES.items():
        times: list[float] = []
        for _run in range(5):
            found = clocked(times, partial(find, much, ANNA, line))
        print(f"{name:28}{middle(times) * 1000:8.1f} ms, {len(found.hits)} hits", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    main(given.entries, postgres=given.postgres)
