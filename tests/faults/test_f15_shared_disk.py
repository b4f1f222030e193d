"""F15: SQLite on a network share, two servers at one file, an old SQLite: refused, or warned of."""

import subprocess
import sys
from os import environ, pathsep
from pathlib import Path

import pytest

from editions import ANNA, make, opened
from hexapla.desk import Desk, journal_mode, mounts, sqlite
from hexapla.model.errors import HexaplaError
from hexapla.work import doctor, sync
from hexapla.work.edition import as_server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make(tmp_path / "edition")
    with opened(made) as edition:
        sync.settled(edition, ANNA)
    return made


def warnings(folder: Path) -> list[str]:
    with opened(folder) as edition:
        found = doctor.examine(edition, ANNA)
        assert found.wrong == ()
        return [finding.message for finding in found.warnings]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_network_share_is_warned_of(folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    assert warnings(folder) == []
    table = folder.parent / "mountinfo"
    table.write_text(
        f"22 1 254:0 / / rw - ext4 /dev/vda rw\n31 22 0:27 / {folder} rw - {kind} nas:/books rw\n", "utf-8"
    )
    monkeypatch.setattr(mounts, "TABLE", table)
    (warning,) = warnings(folder)
    assert f"network share ({kind})" in warning
    assert "postgresql://" in warning and "disk of this machine" in warning


def test_a_disk_of_this_machine_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = folder.parent / "mountinfo"
    table.write_text(f"22 1 254:0 / / rw - nfs nas:/ rw\n31 22 0:27 / {folder} rw - ext4 /dev/vdb rw\n")
    monkeypatch.setattr(mounts, "TABLE", table)
    assert warnings(folder) == []


SERVER = """
import sys
from pathlib import Path
from editions import opened
from hexapla.work.edition import as_server

with opened(Path(sys.argv[1])) as edition, as_server(edition):
    print("serving", flush=True)
    sys.stdin.read()
"""


def test_a_second_server_process_is_refused_and_the_first_is_told_of(folder: Path) -> None:
    environment = {**environ, "PYTHONPATH": pathsep.join(sys.path)}
    command = [sys.executable, "-c", SERVER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as first:
        assert first.stdout is not None and first.stdin is not None
        assert first.stdout.readline() == "serving\n"
        with opened(folder) as edition:
            with pytest.raises(HexaplaError, match="being served already"), as_server(edition):
                pass
            assert "The edition is being served just now." in doctor.examine(edition, ANNA).facts
        first.kill()
    with opened(folder) as edition:
        with as_server(edition) as keeps:
            assert keeps, "a server that was killed holds nothing"
        assert "The edition is being served just now." not in doctor.examine(edition, ANNA).facts


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
        ((4, 0), "WAL"),
    ],
)
def test_an_old_sqlite_never_uses_the_journal_that_it_can_lose(version: tuple[int, ...], mode: str) -> None:
    assert journal_mode(version) == mode


@pytest.mark.parametrize("mode", ["WAL", "TRUNCATE"])
def test_a_journal_that_is_not_ours_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    other = {"WAL": "TRUNCATE", "TRUNCATE": "WAL"}[mode]
    monkeypatch.setattr(sqlite, "journal_mode", lambda: mode)
    with Desk.open(tmp_path / "desk.sqlite3") as desk:
        assert desk.upkeep.warnings() == []
        monkeypatch.setattr(sqlite, "journal_mode", lambda: other)
        (warning,) = desk.upkeep.warnings()
    assert f"journal mode {mode.lower()}" in warning and "close that one" in warning
