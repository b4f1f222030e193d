"""Whether an edition is whole: the desk's own checks, the folder's files, and the two against each other."""

import sqlite3
from pathlib import Path

from hexapla.desk import journal_mode
from hexapla.folder import contents
from hexapla.formats.tei import schema
from hexapla.model.errors import BadFile
from hexapla.model.messages import _
from hexapla.model.person import Person, Right
from hexapla.work.edition import Edition
from hexapla.work.rights import allow
from hexapla.work.sync import settled


def examine(edition: Edition, person: Person) -> list[str]:
    """Return what is wrong, one sentence each; an empty list is good news."""
    allow(person, Right.MANAGE)
    found = edition.desk.check()
    if edition.root is None:
        return found
    for text in edition.settings.texts:
        try:
            _text, source = contents.read_text(edition.root, text.slug)
            found += [f"source/{text.slug}.xml:{line}: {reason}" for line, reason in schema.validate(source)]
        except BadFile as error:
            found.append(str(error))
        for lang in edition.settings.languages_of(text.slug):
            try:
                contents.read_catalog(edition.root, text.slug, lang)
            except BadFile as error:
                found.append(str(error))
    found += _orphans(edition, edition.root)
    if not found:
        found += [
            finding.message for row in settled(edition, person, dry_run=True) for finding in row.findings
        ]
    return found


def _orphans(edition: Edition, root: Path) -> list[str]:
    """Name texts that only the folder or only the desk has, as an interrupted ``add`` leaves them."""
    known = {text.slug for text in edition.settings.texts}
    return [
        _("source/{slug}.xml is no text of the edition; add it, or move it away.").format(slug=slug)
        for slug in contents.slugs(root)
        if slug not in known
    ]


def facts() -> list[str]:
    """Return what the desk runs on."""
    return [
        _("SQLite {version}, journal {journal}.").format(
            version=sqlite3.sqlite_version, journal=journal_mode().lower()
        )
    ]
