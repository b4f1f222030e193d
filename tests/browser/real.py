"""The real server in a process of its own, and an editor window on it."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.harness.driver import ARGUMENTS

__all__ = ["ARGUMENTS", "Editor", "Server", "free_port"]

_SOMETHING = re.compile(".+")
_SERVE = """
import sys
from pathlib import Path
from hexapla.model.person import ALL, Person
from hexapla_ui import server
server.run(Path(sys.argv[1]), Person(sys.argv[5].lower(), sys.argv[5], ALL), port=int(sys.argv[2]),
           quiet=float(sys.argv[3]), desk=sys.argv[4] or None,
           ready=lambda url: print(url, flush=True))
"""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``hexapla serve`` on a folder; can be killed and started again on the same port.

    ``desk`` is the URL of another desk than the folder's own; the folder may be none of an edition then.
    """

    def __init__(self, folder: Path, *, quiet: float = 60.0, desk: str = "", person: str = "Anna") -> None:
        self.folder, self.port, self.quiet = folder, free_port(), quiet
        self.desk, self.person = desk, person
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start, and wait until the port is open."""
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-c", _SERVE, str(self.folder), str(self.port), str(self.quiet)),
                *(self.desk, self.person),
            ],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == self.url, "the server did not start"

    def kill(self) -> None:
        """kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Stop as Ctrl+C does; the folder is synced on the way."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=30)


class Editor:
    """One window with the editor in it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.thrown: list[str] = []
        self.page.on("pageerror", lambda error: self.thrown.append(str(error)))
        self.server = server

    def open(self, **query: str) -> None:
        """Open the editor, and wait until its rows are there."""
        self.page.goto(f"{self.server.url}/editor?{urlencode(query)}")
        self.ready()

    def ready(self) -> None:
        expect(self.box).to_have_attribute("data-ready", _SOMETHING)

    @property
    def box(self) -> Locator:
        return self.page.locator(".hexapla")

    def row(self, unit: str) -> Locator:
        return self.page.locator(f'[data-unit="{unit}"]')

    def field(self, unit: str) -> Locator:
        return self.row(unit).locator(".tgt").get_by_role("textbox")

    def at(self, unit: str) -> None:
        """Wait until a unit has the caret."""
        expect(self.field(unit)).to_be_focused()

    def saved(self) -> None:
        """Wait until the desk has everything."""
        expect(self.box).to_have_attribute("data-waiting", "0")
        expect(self.box).to_have_attribute("data-drafts", "0")
