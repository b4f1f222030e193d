"""Revising a translated book, beside gettext's ``msgmerge``: ``python tests/benchmarks/revise.py [UNITS]``.

An edition with a text of UNITS (2,000) sentences in three languages, all translated, in all states. Its author edits
5 % of the sentences, moves 2 % and splits 1 %. Ours is a whole revision: the text compared with the new file, the
entries of all languages brought to it in the desk, TEI and catalogs written. Reading and segmenting the file is told
apart: it has no counterpart. Beside it ``msgmerge --previous`` brings the same three catalogs together with a template
of the revised text: one that has our units' ids as msgctxt, which tells it what is what, and one with the units
numbered anew, which is all that a template from a plain file can know. Seconds of the processor, since the clock knows
what else the machine does, and on the clock; of ours the median of three runs. What either has done to translations is
counted from the catalogs.
"""

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import polib

import editions
import revised_books
from hexapla.folder import layout
from hexapla.work import ingest, revise, sync
from hexapla.work.edition import Edition

RUNS = 3
LANGS = ("de", "fr", "hu")
SLUG = "mill"
KINDS = {0.0: "a word or two of each", 0.3: "a third of the words"}
"""How sentences are edited: what msgmerge takes depends on it."""
Times: TypeAlias = tuple[float, float]


def main(units: int, share: float) -> None:
    """Make the edition, revise it both ways, and print times, ratios and what was kept."""
    dice = random.Random(5)
    first = revised_books.book(dice, units)
    second = revised_books.next_state(dice, first, edited=0.05, moved=0.02, split=0.01, share=share)
    with TemporaryDirectory() as place:
        whole = Path(place, "whole", "e")
        whole.parent.mkdir()
        editions.make(whole, targets=LANGS, essay=first.text)
        with editions.opened(whole) as edition:
            revised_books.translate(edition, editions.ANNA, SLUG, LANGS)
            sync.sync(edition, editions.ANNA)
        file = Path(place, "mill.txt")
        file.write_text(second.text, "utf-8")
        reading, ours = [], []
        for run in range(RUNS):
            root = shutil.copytree(whole, Path(place, f"run{run}"))
            with editions.opened(root) as edition:
                incoming: list[ingest.Incoming] = []
                reading.append(
                    clock(lambda got=incoming, here=edition: got.append(ingest.read(here, file, slug=SLUG)))
                )
                ours.append(clock(lambda made=incoming, here=edition: revised(here, made[0])))
                faults = revised_books.faults(edition, SLUG, LANGS, first, second)
        catalogs = {
            lang: polib.pofile(str(layout.catalog_path(root, SLUG, lang)), wrapwidth=0) for lang in LANGS
        }
        peers: dict[str, Times] = {}
        said: dict[str, str] = {"ours": kept(first, second, catalogs)}
        for name, numbered in (("our ids", False), ("numbered anew", True)):
            pot = Path(place, f"{numbered}.pot")
            template(catalogs[LANGS[0]], pot, numbered=numbered)
            peers[name] = (0.0, 0.0)
            merged = {}
            for lang in LANGS:
                out = Path(place, f"{lang}.po")
                before = layout.catalog_path(whole, SLUG, lang)
                took = clock(lambda old=before, new=pot, to=out: merge(old, new, to))
                peers[name] = (peers[name][0] + took[0], peers[name][1] + took[1])
                merged[lang] = polib.pofile(str(out), wrapwidth=0)
            said[name] = kept(first, second, merged)
    print(
        f"{units} units, {len(second.edited)} edited ({KINDS[share]}), {len(second.moved)} moved, "
        f"{len(second.split)} split; "
        f"{len(LANGS)} languages"
    )
    print(f"{'':26}processor      clock")
    middle = median(ours)
    line("ours", middle, said["ours"])
    line("  and reading the file", median(reading))
    for name, times in peers.items():
        line(f"msgmerge, {name}", times, said[name])
        print(f"{'':24}{times[0] / middle[0]:9.1f} ×{times[1] / middle[1]:9.1f} × ours")
    print(
        f"the desk: {faults['kept']} translations and states kept, {faults['lost']} lost, "
        f"{faults['moved and fuzzy']} moved ones made fuzzy"
    )
    assert not (faults["lost"] or faults["moved and fuzzy"] or faults["touched and not fuzzy"]), faults


def median(times: list[Times]) -> Times:
    """Return the medians."""
    return statistics.median(one for one, _other in times), statistics.median(other for _one, other in times)


def line(name: str, times: Times, said: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:24}{times[0]:9.2f} s{times[1]:9.2f} s   {said}")


def revised(edition: Edition, incoming: ingest.Incoming) -> None:
    """Compare, store and write."""
    plan = revise.plan(edition, editions.ANNA, SLUG, incoming)
    rows = revise.apply(edition, editions.ANNA, plan)
    assert len(rows) == 1 + len(LANGS) and all(row.written for row in rows[1:]), rows


def template(catalog: polib.POFile, pot: Path, *, numbered: bool) -> None:
    """Write the template of a revised catalog."""
    made = polib.POFile(wrapwidth=0)
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    live = [entry for entry in catalog if not entry.obsolete]
    for number, entry in enumerate(live, 1):
        context = f"u{number}" if numbered else entry.msgctxt
        made.append(polib.POEntry(msgid=entry.msgid, msgctxt=context, occurrences=entry.occurrences))
    made.save(str(pot))


def merge(old: Path, pot: Path, out: Path) -> None:
    """Let msgmerge bring a catalog and a template together."""
    subprocess.run(["msgmerge", "-q", "--previous", "-o", str(out), str(old), str(pot)], check=True)


def kept(first: revised_books.Book, second: revised_books.Book, catalogs: Mapping[str, polib.POFile]) -> str:
    """Say how many translations of sentences that nothing happened to are as they were, and how many moved ones."""
    untouched = set(first.sentences) - {
        first.sentences[place] for place in revised_books.first_touched(second)
    }
    moved = {first.sentences[place] for place in second.moved}
    fine = fuzzy = 0
    for lang, catalog in catalogs.items():
        here = {entry.msgid: entry for entry in catalog if not entry.obsolete}
        for text in untouched:
            entry = here.get(text)
            good = entry is not None and entry.msgstr == revised_books.said(lang, text) and not entry.fuzzy
            fine += good
            fuzzy += text in moved and not good
    whole = len(untouched) * len(catalogs)
    return f"{fine} of {whole} unaffected translations kept, {fuzzy} moved ones lost or fuzzy"


def clock(work: Callable[[], None]) -> Times:
    """Return how long something takes, with the processes that it starts: on the processor, and on the clock."""
    before, start = processor(), time.perf_counter()
    work()
    return processor() - before, time.perf_counter() - start


def processor() -> float:
    """Return the seconds that the processor has worked for this process and those that it has started."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


if __name__ == "__main__":
    os.environ.setdefault("LANGUAGE", "en")
    for kind in KINDS:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, kind)
