"""What processes that were killed have left behind in an edition's folder: temporary files, of use to nobody."""

import time
from collections.abc import Iterator
from pathlib import Path

from hexapla.folder import layout
from hexapla.formats.files import TEMPORARY

LEFT = 600.0
"""Seconds without a write after which a temporary file counts as left behind; a living one is there for moments."""


def leftovers(root: Path) -> list[Path]:
    """Return the temporary files that were left behind in the folder, in order."""
    return sorted(path for path in _temporary(root) if _is_left(path))


def remove(root: Path) -> list[str]:
    """Remove them; returns their paths within the folder."""
    removed = []
    for path in leftovers(root):
        path.unlink(missing_ok=True)
        removed.append(path.relative_to(root).as_posix())
    return removed


def _temporary(root: Path) -> Iterator[Path]:
    for folder in (root, root / "source", layout.desk_path(root).parent, *root.glob("locales/*/LC_MESSAGES")):
        yield from folder.glob(f"{TEMPORARY}*")


def _is_left(path: Path) -> bool:
    try:
        stat = path.lstat()
    except FileNotFoundError:
        return False
    return path.is_file() and not path.is_symlink() and time.time() - stat.st_mtime > LEFT
