"""Reading and writing catalogs, beside polib: ``python tests/benchmarks/catalogs.py FOLDER`` of ``*.po.gz``.

Prints processor seconds (best of five) and ratios to polib with ``wrapwidth=0``: a catalog read and written
untouched, with 1 % of its translations changed, and with every entry rendered anew.
"""

import gzip
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import polib

from hexapla.formats.po import parse, serialize


def main(folder: Path) -> None:
    """Measure each catalog of a folder."""
    for path in sorted(folder.glob("*.po.gz")):
        source = gzip.decompress(path.read_bytes())
        peer = best(partial(by_polib, source))
        same = best(partial(changed, source, 0))
        some = best(partial(changed, source, 100))
        every = best(partial(changed, source, 1))
        print(
            f"{path.name}: polib {peer:.3f} s; untouched {same / peer:.2f}, "
            f"1 % changed {some / peer:.2f}, all changed {every / peer:.2f}"
        )


def by_polib(source: bytes) -> bytes:
    """Read and write a catalog with polib alone."""
    return str(polib.pofile(source.decode(), wrapwidth=0)).encode()


def changed(source: bytes, every: int) -> bytes:
    """Read a catalog, change each so many-th translation (0: none), and write it."""
    read = parse(source)
    if not every:
        return serialize(read)
    entries = tuple(
        replace(entry, msgstr=entry.msgstr + ".") if not index % every and not entry.msgstr_plural else entry
        for index, entry in enumerate(read.entries)
    )
    return serialize(replace(read, entries=entries))


def best(work: Callable[[], bytes]) -> float:
    """Return the least processor time of five runs, in seconds."""
    times = []
    for _run in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
