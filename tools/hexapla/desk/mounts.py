"""Where a file lies: whether on a disk of this machine, or on one that it reaches over a network."""

import re
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    (
        *("9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs"),
        *("fhgfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs"),
        *("panfs", "prl_fs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs"),
    )
)
_LOCAL_FUSE = frozenset({"fuse.ext2", "fuse.ext4", "fuse.ntfs-3g", "fuse.exfat", "fuseblk"})


def network(path: Path, table: str | None = None) -> str:
    """Return the kind of the network file system that a path lies on, ``""`` for a disk of this machine.

    ``table`` is what the system says of its mounts (proc(5), mountinfo); without it the system is asked, and where
    it has no such table nothing is known. A file system of a program (fuse) counts as a network, but for well-known
    local ones: few of them lock as a disk does.
    """
    kind = _kind(str(path.resolve()), _table() if table is None else table)
    return kind if kind in _NETWORK or (kind.startswith("fuse") and kind not in _LOCAL_FUSE) else ""


def _table() -> str:
    try:
        return TABLE.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _kind(path: str, table: str) -> str:
    """Return the kind of the file system at a path: of the longest mount point, and of these the one mounted last."""
    longest, kind = -1, ""
    for line in table.splitlines():
        before, found, after = line.partition(" - ")
        fields = before.split(" ")
        if not found or len(fields) < 5 or not after:
            continue
        point = _plain(fields[4]).rstrip("/")
        if (path == point or path.startswith(f"{point}/")) and len(point) >= longest:
            longest, kind = len(point), after.split(" ")[0]
    return kind


def _plain(point: str) -> str:
    """Undo the kernel's escapes: a space is written ``\\040``, and so are tab, line break and backslash."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)
