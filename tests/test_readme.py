"""The README's two commands, as written, in a clean clone on a bare Python."""

import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

from tools import need

pytestmark = pytest.mark.readme

ROOT = Path(__file__).parents[1]


def command(name: str) -> str:
    """Return one of the README's marked commands."""
    block = re.search(
        rf"<!-- {name} -->\n```\n(.+)\n```\n<!-- /{name} -->", (ROOT / "README.md").read_text("utf-8")
    )
    assert block is not None
    return block[1]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("git")
    folder = tmp_path_factory.mktemp("readme") / "hexapla"
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    return folder


def bare() -> dict[str, str]:
    """An environment without this run's Python packages."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "VIRTUAL_ENV", "HEXAPLA"))
    }
    path = [part for part in kept.get("PATH", "").split(os.pathsep) if ".venv" not in part]
    return kept | {"PATH": os.pathsep.join(path), "HEXAPLA_README": "1"}


def test_the_first_command_opens_the_sample_in_the_browser(clone: Path) -> None:
    line = command("serve") + " --no-browser --port 0"
    process = subprocess.Popen(
        ["bash", "-c", line], cwd=clone, env=bare(), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stdout is not None
        url = next(
            match[0] for text in process.stdout if (match := re.search(r"http://127\.0\.0\.1:\d+", text))
        )
        with urllib.request.urlopen(url + "/_stcore/health") as answer:
            assert answer.status == 200
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=60)
    done = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


def test_the_second_command_passes_the_tests(clone: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", command("test")], cwd=clone, env=bare(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-1000:] + done.stdout[-6000:]
    assert re.search(r"\d{3,} passed", done.stdout)
