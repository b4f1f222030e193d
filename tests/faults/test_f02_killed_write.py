"""Fault F2: the process is killed while it writes a file; the old or the new one is there, never a mix."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import hexapla
from hexapla.formats import files

pytestmark = pytest.mark.fault

TOOLS = str(Path(hexapla.__file__).parents[1])
OLD, NEW = b"old\n" * 50_000, b"new\n" * 70_000

WRITE = """
import os, signal, sys
from pathlib import Path
from hexapla.formats import files

def die(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

files._at = die
files.write(Path(sys.argv[1]), b"new\\n" * 70_000)
"""


def killed_at(step: str, path: Path) -> int:
    """Write the new content in a process that kills itself at a step; return its exit status."""
    command = [sys.executable, "-c", WRITE, str(path), step]
    return subprocess.run(
        command, timeout=60, check=False, env={**os.environ, "PYTHONPATH": TOOLS}
    ).returncode


@pytest.mark.parametrize(
    ("step", "expected"),
    [("before", OLD), ("written", OLD), ("synced", OLD), ("replaced", NEW), ("never", NEW)],
)
def test_the_old_or_the_new_file_is_whole(tmp_path: Path, step: str, expected: bytes) -> None:
    path = tmp_path / "text.po"
    path.write_bytes(OLD)
    assert killed_at(step, path) == (0 if step == "never" else -signal.SIGKILL)
    assert path.read_bytes() == expected


@pytest.mark.parametrize("step", ["before", "written", "synced"])
def test_a_new_file_is_whole_or_missing(tmp_path: Path, step: str) -> None:
    killed_at(step, tmp_path / "hu" / "text.po")
    assert not (tmp_path / "hu" / "text.po").exists()


def test_the_next_write_is_not_hindered_by_what_was_left(tmp_path: Path) -> None:
    path = tmp_path / "text.po"
    path.write_bytes(OLD)
    killed_at("written", path)
    assert [left.name.startswith(".hexapla-") for left in tmp_path.iterdir() if left != path] == [True]
    files.write(path, NEW)
    assert path.read_bytes() == NEW


def test_each_step_is_passed_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the kills rely on: forced to disk before it is renamed, and the renaming after that."""
    passed: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(files, "_at", passed.append)
    monkeypatch.setattr(
        files.os, "fsync", lambda descriptor: (passed.append("fsync"), real_sync(descriptor))[1]
    )
    monkeypatch.setattr(
        Path, "replace", lambda old, new: (passed.append("replace"), real_replace(old, new))[1]
    )
    files.write(tmp_path / "a", b"x")
    assert passed == ["before", "written", "fsync", "synced", "replace", "replaced", "fsync"]
