"""Syncing a long text's catalog, beside gettext's ``msgmerge``: ``python tests/benchmarks/sync.py [UNITS] [CHANGED]``.

An edition with a text of UNITS (10,000) sentences and a German catalog, its desk open as a server has it. Measured are
a sync of the whole edition after CHANGED (200) translations were changed in the file, one after as many saves in the
desk, and one with nothing to do. Beside them ``msgmerge`` brings the same catalog together with a template of which as
many msgids changed; what it takes depends on how much of them changed, so it is measured with one word of each, with a
third of the words, with every word, and without its search for similar msgids. Seconds on the clock, the median of
three (msgmerge's search: one run).
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

import editions
from hexapla.folder import layout
from hexapla.work import sync
from hexapla.work.edition import Edition

RUNS = 3
LANG, SLUG = "de", "mill"
KINDS = {"one word each": 1000, "a third": 3, "rewritten": 1}
"""How msgids change: each so many-th word of them, the first always."""
SYLLABLES = (
    "ba",
    "dro",
    "fi",
    "gam",
    "hul",
    "jor",
    "ke",
    "lo",
    "mi",
    "nu",
    "pes",
    "ri",
    "sta",
    "tor",
    "um",
    "va",
)


def main(units: int, changed: int) -> None:
    """Make the edition, measure both ways, and print the ratios."""
    dice = random.Random(7)
    with TemporaryDirectory() as place:
        root = editions.make(Path(place, "mill"), targets=(LANG,), essay=prose(dice, units))
        with editions.opened(root) as edition:
            path = layout.catalog_path(root, SLUG, LANG)
            synced(edition)
            change(path, dice, 1, "Übersetzt")
            synced(edition, taken=units)
            from_file, from_desk, idle = [], [], []
            for run in range(RUNS):
                change(path, dice, units // changed, f"Geändert {run}")
                from_file.append(clock(lambda: synced(edition, taken=changed)))
                save(edition, dice, units, changed, f"Gesichert {run}")
                from_desk.append(clock(lambda: synced(edition, written=True)))
                idle.append(clock(lambda: synced(edition)))
            pot = Path(place, "a.pot")
            peers = {}
            for name, every in KINDS.items():
                template(path, pot, dice, units // changed, every)
                peers[name] = clock(lambda: merge(path, pot))
            peers["no search"] = middle([clock(lambda: merge(path, pot, "-N")) for _run in range(RUNS)])
    print(f"{units} units, {changed} changed; msgmerge by what changed, in seconds and as a ratio to ours")
    print(f"{'':14}{'ours':>9}", *(f"{name:>15}" for name in peers))
    print(f"{'msgmerge':14}{'':9}", *(f"{seconds:13.2f} s" for seconds in peers.values()))
    for name, times in (("from the file", from_file), ("from the desk", from_desk), ("nothing", idle)):
        ours = middle(times)
        print(f"{name:14}{ours:7.3f} s", *(f"{seconds / ours:13.1f} ×" for seconds in peers.values()))


def prose(dice: random.Random, units: int) -> str:
    """Return so many sentences in paragraphs of five, under a title; words are as frequent as in a language."""
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _word in range(4000)]
    often = [1 / rank for rank in range(1, len(words) + 1)]
    lines = ["The Mill", ""]
    for index in range(1, units):
        sentence = f"{' '.join(dice.choices(words, often, k=dice.randint(8, 40)))}."
        lines.append(sentence.capitalize())
        if not index % 5:
            lines.append("")
    return "\n".join(lines)


def change(path: Path, dice: random.Random, every: int, prefix: str) -> None:
    """Change each so many-th translation of a catalog, as an editor of catalogs does, and let the file settle."""
    found = polib.pofile(str(path), wrapwidth=0)
    for entry in list(found)[::every]:
        words = entry.msgid.split()
        dice.shuffle(words)
        entry.msgstr = f"{prefix}: {' '.join(words)}"
    found.metadata["X-Generator"] = prefix
    found.save()
    before = time.time() - 2 * layout.STILL
    os.utime(path, (before, before))


def save(edition: Edition, dice: random.Random, units: int, count: int, prefix: str) -> None:
    """Save so many translations in the desk."""
    for number in dice.sample(range(1, units + 1), count):
        editions.translate(edition, f"u{number}", f"{prefix}: {dice.random()}", lang=LANG, slug=SLUG)


def synced(edition: Edition, *, taken: int = 0, written: bool | None = None) -> None:
    """Sync an edition, and hold the outcome to what it has to be."""
    rows = sync.sync(edition, editions.ANNA)
    assert not any(row.again or row.skipped or row.findings for row in rows), rows
    (row,) = (row for row in rows if (row.text, row.lang) == (SLUG, LANG))
    assert row.taken == taken, row
    assert written in (None, row.written), row


def template(path: Path, pot: Path, dice: random.Random, unit: int, word: int) -> None:
    """Write a catalog's template; each so many-th word of each so many-th msgid is another one of the text's."""
    found = polib.pofile(str(path), wrapwidth=0)
    other = [entry.msgid.split() for entry in found]
    for index, entry in enumerate(found):
        entry.msgstr, entry.tcomment, entry.flags = "", "", []
        if not index % unit:
            words = entry.msgid.split()
            for place in range(0, len(words), word):
                words[place] = dice.choice(dice.choice(other))
            entry.msgid = " ".join(words)
    found.save(str(pot))


def merge(path: Path, pot: Path, *options: str) -> None:
    """Let msgmerge bring a catalog and a template together."""
    subprocess.run(
        ["msgmerge", "-q", "--previous", *options, "-o", os.devnull, str(path), str(pot)], check=True
    )


def clock(work: Callable[[], None]) -> float:
    """Return how long something takes, in seconds on the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def middle(times: list[float]) -> float:
    """Return the median."""
    return statistics.median(times)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*given, *(10_000, 200)[len(given) :])
