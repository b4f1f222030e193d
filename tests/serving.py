"""``hexapla serve`` as a person starts it, in a process of its own, and the verbs that are run beside it."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

_MAIN = "from hexapla.commands import main; main()"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en"}


def hexapla(folder: Path, *words: str) -> str:
    """Run a verb as the owner of a folder, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, "-C", str(folder), "--as", "boss", *words],
        capture_output=True,
        text=True,
        env=_environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Served:
    """A server on a folder; ``link`` is the owner's own, of a server that takes invitations."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.port, self.link = folder, free_port(), ""
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.host}"
        words = ["serve", "--no-browser", "--port", str(self.port), *options]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _MAIN, "-C", str(folder), "--as", "boss", *words],
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(),
        )
        assert self.process.stdout is not None
        assert self.url in self.process.stdout.readline(), "the server did not start"
        if "--invited" in options:
            found = re.search(r"http\S+/join/\S+", self.process.stdout.readline())
            assert found
            self.link = found[0]

    def invite(self, *words: str) -> str:
        """Return a link for somebody."""
        return hexapla(self.folder, "invite", *words, "--url", self.url).strip()

    def stop(self) -> None:
        """Stop as Ctrl+C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=30)
