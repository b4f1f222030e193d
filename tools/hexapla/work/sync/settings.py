"""Sync of edition.toml: three ways by key; where both sides changed one, the desk's stays and a finding says so."""

from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents, layout
from hexapla.folder import settings as settings_file
from hexapla.merge import settings as merging
from hexapla.model.errors import BadFile, NotAnEdition
from hexapla.model.finding import Finding
from hexapla.model.messages import _, shown
from hexapla.model.outcome import Synced
from hexapla.work.edition import SETTINGS, Edition
from hexapla.work.sync import memory
from hexapla.work.sync.catalogs import waiting

FILE = f"source/{layout.SETTINGS}"
LOCK = "settings"
"""The lock of whoever changes the settings."""


def sync(edition: Edition, root: Path, *, dry_run: bool = False) -> Synced:
    """Sync edition.toml both ways; a damaged file is left alone and told."""
    with edition.desk.lock(LOCK):
        return _sync(edition, root, dry_run=dry_run)


def _sync(edition: Edition, root: Path, *, dry_run: bool) -> Synced:
    outcome, moving = Synced(FILE), False
    try:
        source = contents.read_settings(root)
        known = source == memory.last(edition.desk, FILE)
        moving = layout.is_moving(root, layout.settings_path(root), ours=known)
        outcome, made = _merged(edition, outcome, source)
    except (BadFile, NotAnEdition) as error:
        return waiting(outcome) if moving else _refused(outcome, error)
    ours = edition.desk.document(SETTINGS)
    writes = made != source
    if moving and (writes or made != ours):
        return waiting(outcome)
    if not dry_run:
        _keep(edition, made)
        if writes:
            contents.write_settings(root, made)
        memory.keep(edition.desk, FILE, made)
    return replace(outcome, written=writes)


def take_in(edition: Edition, root: Path, *, changes: bool) -> Synced:
    """Bring what changed in edition.toml to the desk; writes no file."""
    with edition.desk.lock(LOCK):
        return _take_in(edition, root, changes=changes)


def _take_in(edition: Edition, root: Path, *, changes: bool) -> Synced:
    outcome = Synced(FILE)
    try:
        source = contents.read_settings(root)
        known = memory.last(edition.desk, FILE)
        if known is not None and (source == known or not changes):
            edition.renew()
            return outcome
        outcome, made = _merged(edition, outcome, source)
    except (BadFile, NotAnEdition) as error:
        edition.renew()
        return _refused(outcome, error)
    _keep(edition, made)
    memory.keep(edition.desk, FILE, source)
    return outcome


def _merged(edition: Edition, outcome: Synced, source: bytes) -> tuple[Synced, bytes]:
    """Return what happens, and the settings as both sides will have them, in the file's own layout."""
    ours, base = edition.desk.document(SETTINGS), memory.last(edition.desk, FILE)
    theirs = settings_file.parse(source)
    # What only the file changed is merged too: its id, and a smaller next number, are never taken.
    if ours is None or ours == source:
        return outcome, source
    tables = [settings_file.table(settings_file.parse(some)) for some in (ours, source)]
    merged = merging.merge(
        settings_file.table(settings_file.parse(base)) if base is not None else None, tables[0], tables[1]
    )
    settings = settings_file.of_table(merged.value)
    made = source if settings == theirs else settings_file.render(settings, source)
    findings = tuple(
        Finding(
            "sync-conflict",
            _(
                "{file}: “{key}” was changed here and in the file; the desk’s value stays ({ours}, not {theirs})."
            ).format(
                file=FILE, key=".".join(one.path), ours=shown(str(one.ours)), theirs=shown(str(one.theirs))
            ),
        )
        for one in merged.conflicts
    )
    return replace(outcome, taken=len(merged.taken), findings=findings), made


def _keep(edition: Edition, made: bytes) -> None:
    if edition.desk.document(SETTINGS) != made:
        edition.desk.put_document(SETTINGS, made)
    edition.renew()


def _refused(outcome: Synced, error: Exception) -> Synced:
    return replace(outcome, skipped=str(error), findings=(Finding("sync-unreadable", str(error)),))
