"""Which file system a path lies on, by the system's own table."""

from pathlib import Path

import pytest

from hexapla.desk import mounts

TABLE = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:27 / /mnt/share rw,relatime shared:8 - nfs4 nas:/books rw,vers=4.2
32 31 254:9 / /mnt/share/local rw,relatime shared:9 - ext4 /dev/vdb rw
33 22 0:28 / /mnt/my\040books rw - cifs //nas/books rw
34 22 0:29 / /media/stick rw - fuseblk /dev/sdb1 rw
35 22 0:30 / /home/anna/cloud rw - fuse.sshfs anna@host: rw
36 22 0:31 / /data rw - ext4 /dev/vdc rw
37 36 0:32 / /data rw - fuse.glusterfs gv0 rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/edition/.hexapla", ""),
        ("/mnt/share", "nfs4"),
        ("/mnt/share/edition/.hexapla", "nfs4"),
        ("/mnt/shared/edition", ""),
        ("/mnt/share/local/edition", ""),
        ("/mnt/my books/edition", "cifs"),
        ("/media/stick/edition", ""),
        ("/home/anna/cloud/edition", "fuse.sshfs"),
        ("/data/edition", "fuse.glusterfs"),
    ],
)
def test_the_longest_and_latest_mount_point_counts(path: str, kind: str) -> None:
    assert mounts.network(Path(path), TABLE) == kind


@pytest.mark.parametrize("table", ["", "\n\n", "1 2 3 - nfs", "x" * 10_000, " - - -"])
def test_a_strange_table_says_nothing(table: str) -> None:
    assert mounts.network(Path("/srv/edition"), table) == ""


def test_the_systems_own_table_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mountinfo"
    file.write_text("1 0 0:1 / / rw - nfs nas:/ rw\n", "utf-8")
    monkeypatch.setattr(mounts, "TABLE", file)
    assert mounts.network(tmp_path) == "nfs"
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "missing")
    assert mounts.network(tmp_path) == ""
