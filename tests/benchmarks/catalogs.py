"""Reading, changing and writing catalogs, beside polib: ``python tests/benchmarks/catalogs.py FOLDER`` of ``*.po.gz``.

Each work is a file read, so many of its translations changed, and the file written, by polib with ``wrapwidth=0`` and
by us: none changed, 1 % of them, all of them. Processor seconds, the best of seven runs, each in a process of its own,
so that nothing is remembered from the run before; printed are polib's, and ours as a ratio to it.
"""

import gzip
import multiprocessing
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

from hexapla.formats.po import parse, serialize

RUNS = 7
WORKS = {"untouched": 0, "1 % changed": 100, "all changed": 1}
"""Each so many-th translation is changed; 0: none."""


def main(folder: Path) -> None:
    """Measure each catalog of a folder."""
    with (
        TemporaryDirectory() as place,
        multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as child,
    ):
        for path in sorted(folder.glob("*.po.gz")):
            source = Path(place, path.stem)
            source.write_bytes(gzip.decompress(path.read_bytes()))
            found = []
            for name, every in WORKS.items():
                runs = [
                    (child.apply(by_polib, (source, every)), child.apply(by_us, (source, every)))
                    for _run in range(RUNS)
                ]
                peer, ours = map(min, zip(*runs, strict=True))
                found.append(f"{name} {ours / peer:.2f} of {peer:.3f} s")
            print(f"{path.stem}: {', '.join(found)}", flush=True)


def by_polib(source: Path, every: int) -> float:
    """Return the seconds that polib takes."""
    start = time.process_time()
    read = polib.pofile(str(source), wrapwidth=0)
    for entry in list(read)[::every] if every else ():
        if not entry.msgstr_plural:
            entry.msgstr += "."
    read.save(f"{source}.polib")
    return time.process_time() - start


def by_us(source: Path, every: int) -> float:
    """Return the seconds that we take."""
    start = time.process_time()
    read = parse(source.read_bytes())
    if every:
        entries = list(read.entries)
        for index in range(0, len(entries), every):
            entry = entries[index]
            if not entry.msgstr_plural:
                entries[index] = replace(entry, msgstr=entry.msgstr + ".")
        read = replace(read, entries=tuple(entries))
    Path(f"{source}.ours").write_bytes(serialize(read))
    return time.process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
