"""Two servers on one desk beside one: ``python tests/benchmarks/replicas.py [SECONDS]``.

Real servers on one PostgreSQL, which writes through to the disk; 16 clients save entries of their own by the JSON route
for SECONDS (10), all at one server, and then half of them at each of two. Clients share one process, servers have one
each. Three rounds in turns; printed are the medians of saves a second and of a save's time, and two as a ratio to one.
"""

import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from figures import middle

import databases
import editions
from faults.zygote import Client, Forked, Zygote
from tools import until

ROUNDS, CLIENTS = 3, 16


def main(seconds: float) -> None:
    """Start the servers, measure in turns, and print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        databases.postgres_server(Path(folder), fsync=True) as server,
    ):
        url = databases.new_database(server)
        root = Path(folder, "edition")
        editions.make(root, essay="\n\n".join(f"The wheel turns {n} times." for n in range(CLIENTS)))
        with editions.opened(root, desk=url) as edition:
            id_ = edition.settings.id
        zygote = Zygote()
        some: list[Forked] = []
        try:
            for _replica in range(2):
                some.append(zygote.server(root, desk=url, quiet=3600))
            clients = [Client(url, id_, f"c{nth}") for nth in range(CLIENTS)]
            for one in some:
                until(lambda one=one: clients[0].answers(one.url))  # type: ignore[misc]
            found: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
            for _round in range(ROUNDS):
                for replicas, figures in found.items():
                    figures.append(_measured(clients, [one.url for one in some[:replicas]], seconds))
        finally:
            for one in some:
                one.kill()
            zygote.stop()
    rate, half = zip(*(map(statistics.median, zip(*found[n], strict=True)) for n in (1, 2)), strict=True)
    print(f"{CLIENTS} clients{'one server':>20}{'two':>10}")
    print(f"{'saves a second':16}{rate[0]:14.0f}{rate[1]:10.0f}   × {rate[1] / rate[0]:.2f}")
    print(f"{'median of a save':16}{half[0]:11.1f} ms{half[1]:7.1f} ms   × {half[1] / half[0]:.2f}")


def _measured(clients: list[Client], urls: list[str], seconds: float) -> tuple[float, float]:
    """Return saves a second, and the median of a save in milliseconds."""
    start = threading.Barrier(len(clients))
    times: list[list[float]] = [[] for _client in clients]

    def work(nth: int) -> None:
        client, url = clients[nth], urls[nth % len(urls)]
        row = client.page(url)[f"u{nth + 1}"]
        start.wait(60)
        until_ = time.monotonic() + seconds
        while (begun := time.monotonic()) < until_:
            done = client.save(url, row, f"{client.name} {client.count}")
            times[nth].append(time.monotonic() - begun)
            assert done["ok"], done
            row = row | {"revision": done["revision"], "state": done["state"]}

    threads = [threading.Thread(target=work, args=(nth,)) for nth in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [one for some in times for one in some]
    return len(every) / seconds, middle(every) * 1000


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)
