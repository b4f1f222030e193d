"""Fault F3: the disk is full while a file is written; the old one is whole, and the next attempt works."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hexapla
from hexapla.formats import files
from hexapla.model.errors import CannotWrite

pytestmark = pytest.mark.fault

TOOLS = str(Path(hexapla.__file__).parents[1])

WRITE = """
import resource, sys
from pathlib import Path
from hexapla.formats import files
from hexapla.model.errors import CannotWrite
path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    files.write(path, b"new" * 100_000)
except CannotWrite as error:
    print(error)
print(sorted(found.name for found in path.parent.iterdir()), len(path.read_bytes()))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
files.write(path, b"new" * 100_000)
"""


def test_no_room_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "text.po"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", WRITE, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": TOOLS},
    )
    sentence, after = done.stdout.splitlines()
    assert "text.po could not be written (there is no room for it" in sentence
    assert after == "['text.po'] 3"
    assert path.read_bytes() == b"new" * 100_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; only root may mount one, and not in every container."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or not mount or not unmount:
        pytest.skip("mounting a small disk needs root; the test with a size limit stands for it")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)], capture_output=True
    )
    if done.returncode != 0:
        pytest.skip("this container may not mount; the test with a size limit stands for it")
    yield tmp_path
    subprocess.run([unmount, str(tmp_path)], check=True)


def test_a_full_disk_leaves_the_old_file_and_recovers(small_disk: Path) -> None:
    path, ballast = small_disk / "text.po", small_disk / "ballast"
    files.write(path, b"old")
    ballast.write_bytes(bytes(1_500_000))
    with pytest.raises(CannotWrite, match="no room"):
        files.write(path, b"new" * 300_000)
    assert path.read_bytes() == b"old"
    assert {found.name for found in small_disk.iterdir()} == {"text.po", "ballast"}
    ballast.unlink()
    files.write(path, b"new" * 300_000)
    assert path.read_bytes() == b"new" * 300_000
