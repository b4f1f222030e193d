"""What an attack could reach: files with a canary, and a server that remembers who called."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CANARY = "canary-7d1f"


@dataclass(frozen=True)
class World:
    """The places that an attack names: ``file``, ``path``, ``tex`` (without its ending) and ``http``; and the calls."""

    places: dict[str, str]
    calls: list[str]


@contextmanager
def listening(folder: Path) -> Iterator[World]:
    """Yield a world with its files in a folder."""
    calls: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(CANARY.encode())

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    (folder / "canary.tex").write_text(CANARY)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    path = folder / "canary.tex"
    places = {
        "file": path.as_uri(),
        "path": str(path),
        "tex": str(path.with_suffix("")),
        "http": f"http://127.0.0.1:{server.server_port}",
    }
    try:
        yield World(places, calls)
    finally:
        server.shutdown()
        server.server_close()
