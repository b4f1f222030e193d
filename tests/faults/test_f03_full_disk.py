"""Fault F3: the disk is full while a file is written; the old one is whole, and the next attempt works."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hexapla
from desk_texts import numbered, put, save
from hexapla.desk import Desk
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


EDITION = """
import resource, sys
from pathlib import Path
from editions import ANNA, make, opened, translate
from hexapla.model.errors import CannotWrite
from hexapla.work import export, sync

folder, out = make(Path(sys.argv[1]) / "edition", targets=("de",)), Path(sys.argv[1]) / "out"
catalog, page = folder / "locales/de/LC_MESSAGES/mill.po", {}

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def refused(what, act):
    try:
        act()
    except CannotWrite as error:
        print(what, error)
        return
    raise SystemExit(f"{what} was not refused")

with opened(folder) as edition:
    translate(edition, "u2", "Vorher.")
    sync.sync(edition, ANNA)
    before, pages = catalog.read_bytes(), (folder / ".hexapla/desk.sqlite3").stat().st_size
    made = export.export(edition, ANNA, ["html"], draft=True)
    translate(edition, "u3", "Neu und noch nicht in der Datei.")
    limit(1000)
    refused("catalog", lambda: sync.sync(edition, ANNA))
    assert catalog.read_bytes() == before
    refused("export", lambda: export.write(out, made))
    assert not list(out.glob("*")), list(out.glob("*"))
    limit(pages)
    refused("desk", lambda: edition.desk.put_document("original", b"x" * 2_000_000))
    assert edition.desk.check() == []
    assert edition.desk.row("mill", "de", "u3").entry.msgstr == "Neu und noch nicht in der Datei."
    limit(resource.RLIM_INFINITY)
    assert [left for left in folder.rglob(".hexapla-*") if left.is_file()] == []
    translate(edition, "u4", "Wieder Platz.")
    sync.sync(edition, ANNA)
    assert "Wieder Platz." in catalog.read_text("utf-8") and "Neu und noch" in catalog.read_text("utf-8")
    assert export.write(out, made)
    assert edition.desk.check() == []
"""


def test_no_room_for_desk_catalog_and_export_is_said_and_survived(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EDITION, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr + done.stdout
    catalog, export, desk = done.stdout.splitlines()
    assert "mill.po could not be written (there is no room for it" in catalog
    assert "could not be written (there is no room for it" in export
    assert "see whether the disk is full" in desk and "What was saved before is whole." in desk


def test_a_disk_that_is_full_of_other_things_takes_saves_again_when_it_is_emptied(small_disk: Path) -> None:
    path, ballast = small_disk / "desk.sqlite3", small_disk / "ballast"
    with Desk.open(path) as desk:
        put(desk, numbered(4))
        save(desk, "u1", "Egy.")
        ballast.write_bytes(bytes(2_000_000 - sum(one.stat().st_size for one in small_disk.iterdir())))
        with pytest.raises(CannotWrite, match=r"What was saved before is whole"):
            for n in range(1000):
                save(desk, "u2", f"{n} " + "x" * 4000)
        assert desk.row("t1", "hu", "u1").entry.msgstr == "Egy."
        ballast.unlink()
        save(desk, "u2", "Kettő.")
        assert desk.check() == []
