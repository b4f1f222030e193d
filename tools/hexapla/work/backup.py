"""Backups of the desk, and restoring them; the folder is left as it is."""

from dataclasses import dataclass
from pathlib import Path

from hexapla.desk import Desk, manifest
from hexapla.desk.restore import restore as restore_desk
from hexapla.folder import layout
from hexapla.folder import settings as settings_file
from hexapla.model.backup import Manifest, Restored
from hexapla.model.errors import BadFile, CannotWrite, NotAnEdition
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right
from hexapla.work.edition import KEEPER, Edition
from hexapla.work.rights import allow


@dataclass(frozen=True)
class Back:
    """A desk that is back: what was restored, and what is wrong with it, one sentence each."""

    restored: Restored
    wrong: tuple[str, ...]


def backup(edition: Edition, person: Person, path: Path) -> Manifest:
    """Write the desk, as it is at this moment, to one file; people may go on working meanwhile.

    Texts, translations, history, remarks, drafts, people and their browsers are in it; links that invite and the key
    that signs the pages are not, so that nobody gets in by a backup. An older backup of the edition is replaced.
    Raises CannotWrite, also for a file that is anything else; Denied without the right to manage.
    """
    allow(person, Right.MANAGE)
    if path.exists() and not _is_backup(path, edition.desk.edition):
        raise CannotWrite(
            _("{file} is there already, and is no backup of this edition; name another file.").format(
                file=shown(path.name)
            )
        )
    return edition.desk.upkeep.backup(path)


def _is_backup(path: Path, edition: str) -> bool:
    try:
        with manifest.opened(path) as found:
            return found.manifest.edition == edition
    except BadFile:
        return False


def restore(start: Path, person: Person, path: Path, *, desk: str | None = None) -> Back:
    """Make the desk of the edition at or above a folder, or the desk that is named, what a backup says.

    What was there is kept under another name. All or nothing; raises BadFile, DeskError, NotAnEdition where there is
    neither a folder nor a name, Denied without the right to manage.
    """
    allow(person, Right.MANAGE)
    where, edition = _place(start, desk)
    restored = restore_desk(where, path, edition=edition, server=KEEPER)
    with Desk.open(where, edition=restored.manifest.edition) as store:
        return Back(restored, tuple(store.check()))


def _place(start: Path, desk: str | None) -> tuple[str | Path, str | None]:
    """Return where the desk lies, and the edition that it must belong to, if a folder says so."""
    try:
        root = layout.find(start)
    except NotAnEdition:
        if desk is None:
            raise
        return desk, None
    return desk or layout.desk_path(root), settings_file.read(root).id
