"""Real servers by the dozen: imported once, forked for each round, so that a kill costs a second and not ten."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from browser.real import free_port
from hexapla.desk import Desk
from hexapla_ui.tokens import Tokens
from tools import until

_ZYGOTE = """
import json, os, signal, sys
from pathlib import Path
from hexapla.model.person import ALL, Person
from hexapla_ui import server

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    wanted = json.loads(line)
    child = os.fork()
    if child == 0:
        os.setsid()
        server.run(Path(wanted["folder"]), Person("anna", "Anna", ALL), desk=wanted["desk"] or None,
                   port=wanted["port"], quiet=wanted["quiet"], ready=lambda url: None)
        os._exit(0)
    print(child, flush=True)
"""


class Zygote:
    """A process that has everything imported, and forks real servers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _ZYGOTE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def server(self, folder: Path, *, desk: str = "", quiet: float = 60.0) -> "Forked":
        """Start a server; it may not answer yet."""
        port = free_port()
        wanted = {"folder": str(folder), "desk": desk, "port": port, "quiet": quiet}
        assert self._process.stdin is not None and self._process.stdout is not None
        print(json.dumps(wanted), file=self._process.stdin, flush=True)
        return Forked(int(self._process.stdout.readline()), port)

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


class Forked:
    """One server with its worker, a process group of its own."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid, self.url = pid, f"http://127.0.0.1:{port}"

    def kill(self) -> None:
        """kill -9, the worker too, and wait until both are gone."""
        os.killpg(self.pid, signal.SIGKILL)
        until(self._is_gone)

    def _is_gone(self) -> bool:
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return True
        return False


class Client:
    """Somebody who saves by the JSON route, and remembers what was acknowledged."""

    def __init__(self, where: str | Path, edition: str, name: str) -> None:
        with Desk.open(where, edition=edition) as desk:
            self.token = Tokens(desk.key(), edition).mint("anna")
        self.name, self.count = name, 0
        self.http = httpx.Client(headers={"Authorization": f"Bearer {self.token}"}, timeout=10)

    def page(self, url: str) -> dict[str, Any]:
        """Return the rows of the text by their units."""
        answer = self.http.get(f"{url}/hexapla/api/page", params={"text": "mill", "lang": "de"})
        answer.raise_for_status()
        return {row["units"][0]: row for block in answer.json()["blocks"] for row in block["rows"]}

    def answers(self, url: str) -> bool:
        """Whether a server answers."""
        try:
            return bool(self.page(url))
        except httpx.HTTPError:
            return False

    def save(self, url: str, row: dict[str, Any], words: str) -> dict[str, Any]:
        """Save a text; raises httpx.HTTPError where no answer came."""
        self.count += 1
        op = {
            "op": f"{self.name}-{self.count}",
            "units": row["units"],
            "target": [{"text": words}],
            "state": "translated",
            "revision": row["revision"],
            "seen": row["state"],
        }
        body = {"text": "mill", "lang": "de", "client": self.name, "saves": [op]}
        answer = self.http.post(f"{url}/hexapla/api/save", json=body)
        answer.raise_for_status()
        done: dict[str, Any] = answer.json()["answers"][0]
        return done
