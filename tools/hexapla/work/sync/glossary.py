"""Sync of the glossary: three ways by concept and term; where both sides changed one thing, the desk's stays."""

from dataclasses import replace
from pathlib import Path

from hexapla.folder import contents, layout
from hexapla.formats import tbx
from hexapla.merge import glossary as merging
from hexapla.model.errors import BadFile
from hexapla.model.finding import Finding
from hexapla.model.messages import _, shown
from hexapla.model.outcome import Synced
from hexapla.work.edition import Edition
from hexapla.work.sync import memory
from hexapla.work.sync.catalogs import waiting

FILE = "source/glossary.tbx"
GLOSSARY = "glossary.tbx"
"""The name under which the desk keeps the glossary."""


def sync(edition: Edition, root: Path, *, dry_run: bool = False) -> Synced:
    """Sync the glossary both ways; a missing or damaged file takes nothing away."""
    outcome, moving = Synced(FILE), False
    try:
        source = contents.read_glossary(root)
        moving = _is_moving(edition, root, source)
        outcome, made = _merged(edition, outcome, source)
    except BadFile as error:
        return waiting(outcome) if moving else _refused(outcome, error)
    if made is None:
        return outcome
    writes = made != source
    if moving and (writes or made != edition.desk.document(GLOSSARY)):
        return waiting(outcome)
    if not dry_run:
        _keep(edition, made)
        if writes:
            contents.write_glossary(root, made)
        memory.keep(edition.desk, FILE, made)
    return replace(outcome, written=writes)


def take_in(edition: Edition, root: Path, *, changes: bool) -> Synced:
    """Bring what changed in the glossary's file to the desk; writes no file."""
    outcome = Synced(FILE)
    try:
        source = contents.read_glossary(root)
        known = memory.last(edition.desk, FILE)
        if source is None or source == known or (known is not None and not changes):
            return outcome
        if known is not None and _is_moving(edition, root, source):
            return outcome
        outcome, made = _merged(edition, outcome, source)
    except BadFile as error:
        return _refused(outcome, error)
    if made is not None:
        _keep(edition, made)
        memory.keep(edition.desk, FILE, source)
    return outcome


def _is_moving(edition: Edition, root: Path, source: bytes | None) -> bool:
    known = source == memory.last(edition.desk, FILE)
    return layout.is_moving(root, layout.glossary_path(root), ours=known)


def _merged(edition: Edition, outcome: Synced, source: bytes | None) -> tuple[Synced, bytes | None]:
    """Return what happens, and the glossary as both sides will have it; None where there is none."""
    ours, base = edition.desk.document(GLOSSARY), memory.last(edition.desk, FILE)
    if source is None or source == ours:
        return outcome, ours
    theirs = tbx.parse(source, file=FILE)
    if ours is None or base == ours:
        return replace(outcome, taken=1), source
    if base == source:
        return outcome, ours
    merged = merging.merge(
        tbx.parse(base, file=FILE) if base is not None else None, tbx.parse(ours, file=GLOSSARY), theirs
    )
    findings = tuple(
        Finding(
            "sync-conflict",
            _(
                "{file}: concept {concept} was changed here and in the file; the desk’s stays ({what})."
            ).format(
                file=FILE,
                concept=shown(one.concept),
                what=shown(f"{one.lang} {one.term} {one.field}".strip()),
            ),
            lang=one.lang,
            subject=one.concept,
        )
        for one in merged.conflicts
    )
    made = tbx.serialize(merged.glossary, source)
    return replace(outcome, taken=len(merged.taken), findings=findings), made


def _keep(edition: Edition, made: bytes) -> None:
    if edition.desk.document(GLOSSARY) != made:
        edition.desk.put_document(GLOSSARY, made)


def _refused(outcome: Synced, error: BadFile) -> Synced:
    return replace(outcome, skipped=str(error), findings=(Finding("sync-unreadable", str(error)),))
