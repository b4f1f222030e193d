"""Where the files of an edition lie (design: "The edition on disk"), and how an edition is found from below."""

import os
import time
from pathlib import Path

from hexapla.formats import files
from hexapla.model import languages, names
from hexapla.model.errors import NotAnEdition
from hexapla.model.messages import _

SETTINGS = "edition.toml"
STILL = 2.0
"""Seconds that a file's size and time must have been still before it is read: editors write in several steps."""


def find(start: Path) -> Path:
    """Return the nearest folder upward that holds ``source/edition.toml``; raise NotAnEdition where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "source" / SETTINGS).is_file():
            return folder
    raise NotAnEdition(
        _("No edition in {folder} or above it; make one with “hexapla new”, or name one with -C.").format(
            folder=here.name or "/"
        )
    )


def settings_path(root: Path) -> Path:
    """Return the path of edition.toml."""
    return root / "source" / SETTINGS


def glossary_path(root: Path) -> Path:
    """Return the path of the glossary."""
    return root / "source" / "glossary.tbx"


def text_path(root: Path, slug: str) -> Path:
    """Return the path of a text; raises BadName for a slug that is none."""
    return files.inside(root, "source", names.slug(slug) + ".xml")


def catalog_path(root: Path, slug: str, lang: str) -> Path:
    """Return the path of a catalog: ``pt_BR`` as gettext wants it, or ``pt-BR`` where only that one is there."""
    name = names.slug(slug) + ".po"
    tag = languages.canonical(lang)
    usual = files.inside(root, "locales", languages.code(tag), "LC_MESSAGES", name)
    other = files.inside(root, "locales", tag, "LC_MESSAGES", name)
    return other if other.is_file() and not usual.is_file() else usual


def desk_path(root: Path) -> Path:
    """Return the path of the desk that belongs to a folder."""
    return root / ".hexapla" / "desk.sqlite3"


def is_still(path: Path) -> bool:
    """Whether a file may be read now: unchanged for STILL seconds. A missing file is still."""
    try:
        return abs(time.time() - path.stat().st_mtime) >= STILL
    except FileNotFoundError:
        return True


def git_is_busy(root: Path) -> bool:
    """Whether git is writing the work tree (it holds ``index.lock``)."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    return top is not None and os.path.lexists(top / ".git" / "index.lock")


def is_moving(root: Path, path: Path, *, ours: bool) -> bool:
    """Whether somebody is writing a file just now, or git the work tree; what is ``ours`` nobody else is writing."""
    return git_is_busy(root) or (not ours and not is_still(path))


def stamp(root: Path) -> frozenset[tuple[str, int, int]]:
    """Return path, time and size of every still file of an edition: it changes when somebody has changed one."""
    found = [*(root / "source").glob("*"), *(root / "locales").glob("*/LC_MESSAGES/*.po")]
    stats = ((path, path.stat()) for path in found if path.is_file() and is_still(path))
    return frozenset((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
