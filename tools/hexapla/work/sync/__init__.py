"""Sync: the folder and the desk, file by file. What only one side changed is taken, what both changed is never lost.

- ``settings``: edition.toml, three ways by key
- ``texts``: the TEI documents, one side wins whole or nothing is applied
- ``glossary``: the TBX file, three ways by concept and term
- ``catalogs``: entry by entry, by the five rules of ``merge``; ``meeting``: one of them and the desk, compared;
  ``rendering``: how they are written
- ``memory``: what the desk remembers of a file; ``earlier``: how entries stood before a text was mended

A file that is damaged, missing or emptied never deletes work. One process at a time reads and writes the folder.
It takes the right to manage the edition: a file may hold any change to any text in any language.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from hexapla.folder import layout
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.rights import allow
from hexapla.work.sync import catalogs, glossary, settings, texts

__all__ = ["one", "settled", "sync", "take_in", "within"]

FOLDER = "folder"
"""The lock of whoever reads and writes the folder."""


def sync(
    edition: Edition,
    person: Person,
    *,
    dry_run: bool = False,
    take: str = "",
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[Synced]:
    """Sync every file both ways; nothing for an edition without a folder.

    ``dry_run`` only plans. ``take`` "file" or "desk" decides where both sides changed a whole file, and "file" also
    where a file holds an older copy. What comes from the folder is authored by ``person``.
    """
    allow(person, Right.MANAGE)
    root = edition.root
    if root is None:
        return []
    with edition.desk.lock(FOLDER):
        rows = [settings.sync(edition, root, dry_run=dry_run)]
        parts = [
            *_texts(edition, root, person, dry_run=dry_run, take=take),
            *_others(edition, root, person, dry_run=dry_run, take=take),
        ]
        for part in parts:
            step(len(rows), len(parts) + 1)
            rows.append(part())
        return _with_settings(rows, edition, root, dry_run=dry_run)


def settled(edition: Edition, person: Person, *, dry_run: bool = False, take: str = "") -> list[Synced]:
    """Sync like ``sync``, waiting up to twice STILL seconds for files that somebody is writing just now."""
    allow(person, Right.MANAGE)
    root = edition.root
    if root is None:
        return []
    with edition.desk.lock(FOLDER):
        rows = _patiently([partial(settings.sync, edition, root, dry_run=dry_run)])
        # A text that had to wait is taken before its catalogs are rendered, which must say what it says now.
        for some in (_texts, _others):
            rows += _patiently(some(edition, root, person, dry_run=dry_run, take=take))
        return _with_settings(rows, edition, root, dry_run=dry_run)


def _with_settings(rows: list[Synced], edition: Edition, root: Path, *, dry_run: bool) -> list[Synced]:
    """Write the settings once more where a text has raised the number of its next unit."""
    if dry_run or not settings.sync(edition, root).written:
        return rows
    return [replace(rows[0], written=True), *rows[1:]]


def _patiently(parts: list[Callable[[], Synced]]) -> list[Synced]:
    rows = [part() for part in parts]
    for _try in range(int(layout.STILL * 8)):
        if not any(row.again for row in rows):
            break
        time.sleep(0.25)
        rows = [part() if row.again else row for part, row in zip(parts, rows, strict=True)]
    return rows


def one(edition: Edition, person: Person, slug: str) -> list[Synced]:
    """Sync one text and its catalogs both ways."""
    allow(person, Right.MANAGE)
    root = edition.root
    if root is None:
        return []
    with edition.desk.lock(FOLDER):
        return within(edition, root, person, slug)


def within(edition: Edition, root: Path, person: Person, slug: str) -> list[Synced]:
    """Sync one text and its catalogs both ways, for callers that hold the folder; the text comes first."""
    allow(person, Right.MANAGE)
    langs = edition.settings.languages_of(slug)
    return [
        texts.sync(edition, root, person, slug),
        *(catalogs.sync(edition, root, person, slug, lang) for lang in langs),
    ]


def _texts(
    edition: Edition, root: Path, person: Person, *, dry_run: bool, take: str
) -> list[Callable[[], Synced]]:
    """Return what there is to do once the settings, which say what there is, have been synced: a document each."""
    how: dict[str, Any] = {"dry_run": dry_run, "take": take}
    return [partial(texts.sync, edition, root, person, text.slug, **how) for text in edition.settings.texts]


def _others(
    edition: Edition, root: Path, person: Person, *, dry_run: bool, take: str
) -> list[Callable[[], Synced]]:
    """Return what there is to do once the texts have been synced: the glossary, then a catalog each."""
    how: dict[str, Any] = {"dry_run": dry_run, "take": take}
    return [
        partial(glossary.sync, edition, root, dry_run=dry_run),
        *(
            partial(catalogs.sync, edition, root, person, text.slug, lang, **how)
            for text in edition.settings.texts
            for lang in edition.settings.languages_of(text.slug)
        ),
    ]


def take_in(edition: Edition, person: Person, *, changes: bool = True) -> list[Synced]:
    """Bring what is new and changed in the folder to the desk; writes no file.

    Without ``changes`` only what the desk has never seen is read. Raises BadFile for a text that neither side can
    read; a damaged file of a text that the desk knows is left alone.
    """
    allow(person, Right.MANAGE)
    if edition.root is None:
        return []
    with edition.desk.lock(FOLDER):
        rows = [settings.take_in(edition, edition.root, changes=changes)]
        for text in edition.settings.texts:
            rows.append(texts.take_in(edition, edition.root, person, text.slug, changes=changes))
        rows.append(glossary.take_in(edition, edition.root, changes=changes))
        for text in edition.settings.texts:
            rows += catalogs.take_in(edition, edition.root, person, text.slug, changes=changes)
    return [row for row in rows if not row.quiet]
