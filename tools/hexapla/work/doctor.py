"""Whether an edition is whole: the desk's own checks, the folder's files, and the two against each other."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hexapla import __version__
from hexapla.folder import contents, leftovers
from hexapla.formats import tei
from hexapla.formats.tei import schema
from hexapla.model.errors import BadFile, HexaplaError
from hexapla.model.finding import Finding
from hexapla.model.job import JobState
from hexapla.model.messages import _, ngettext, shown
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.terms import lexicon
from hexapla.work.edition import KEEPER, Edition
from hexapla.work.rights import allow
from hexapla.work.sync import settled


@dataclass(frozen=True)
class Examined:
    """What an examination found; an edition is whole if nothing is ``wrong``."""

    facts: tuple[str, ...]
    """What the edition runs on, and how large it is."""
    mended: tuple[str, ...]
    """What was done about it."""
    warnings: tuple[Finding, ...]
    """What is well today, and may not be tomorrow."""
    wrong: tuple[Finding, ...]


def examine(edition: Edition, person: Person, *, repair: bool = False) -> Examined:
    """Examine the desk, the folder, and whether they agree; reads everything.

    ``repair`` first mends what follows from the rest (the index of words, places) and takes away what is over: answered
    operations, gone windows, old jobs, used links, temporary files. It touches nothing that a person wrote.
    """
    allow(person, Right.MANAGE)
    mended = tuple(_repair(edition)) if repair else ()
    rows, trouble = _meeting(edition, person)
    wrong = [*_desk(edition), *_texts(edition), *_folder(edition), *trouble]
    wrong += [finding for row in rows for finding in row.findings]
    return Examined(
        facts=tuple(_facts(edition)),
        mended=mended,
        warnings=(*_warnings(edition), *_unsynced(rows)),
        wrong=tuple({finding.message: _with_way_out(finding) for finding in wrong}.values()),
    )


def _repair(edition: Edition) -> Iterator[str]:
    yield from edition.desk.upkeep.prune()
    if edition.root is not None:
        for name in leftovers.remove(edition.root):
            yield _("{file}, left behind by a process that was killed, was removed.").format(file=shown(name))


def _desk(edition: Edition) -> Iterator[Finding]:
    for sentence in edition.desk.upkeep.faults():
        yield Finding("desk-fault", sentence)
    for sentence in edition.desk.upkeep.slips():
        yield Finding("desk-slip", sentence)


def _texts(edition: Edition) -> Iterator[Finding]:
    """The desk has the texts of the edition and no others, and their units are those of its documents."""
    stored = {text.slug: text.id for text in edition.desk.texts()}
    slugs = [text.slug for text in edition.settings.texts]
    for slug in slugs:
        if slug not in stored:
            message = _("The desk does not have the text {slug} of edition.toml; sync, or take it out there.")
            yield Finding("text-missing", message.format(slug=shown(slug)), text=slug)
    for slug in sorted(stored.keys() - set(slugs)):
        message = _(
            "The text {slug} is on the desk, and not in edition.toml; put it back there if it is meant."
        )
        yield Finding("text-unlisted", message.format(slug=shown(slug)), text=slug)
    for slug, text_id in stored.items():
        try:
            text = tei.parse(edition.desk.tei(text_id), file=f"{slug}.xml")
        except BadFile as error:
            yield Finding("desk-fault", str(error), text=slug)
            continue
        if {unit.id: unit.source for unit in text.units} != edition.desk.upkeep.units(text_id):
            message = _("{slug}: the units on the desk are not those of its document.")
            yield Finding("desk-fault", message.format(slug=shown(slug)), text=slug)


def _folder(edition: Edition) -> Iterator[Finding]:
    """The files of the folder are whole, and each is a text's or a catalog's of the edition."""
    root = edition.root
    if root is None:
        return
    for text in edition.settings.texts:
        try:
            _text, source = contents.read_text(root, text.slug)
            for line, reason in schema.validate(source):
                yield Finding("folder-file", f"source/{text.slug}.xml:{line}: {reason}", text=text.slug)
        except BadFile as error:
            yield Finding("sync-unreadable", str(error), text=text.slug)
    yield from _orphans(edition, root)


def _orphans(edition: Edition, root: Path) -> Iterator[Finding]:
    """Name files that no text of the edition has, as an interrupted ``add`` leaves them."""
    known = {text.slug for text in edition.settings.texts}
    for slug in contents.slugs(root):
        if slug not in known:
            message = _("source/{slug}.xml is no text of the edition; add it, or move it away.")
            yield Finding("folder-orphan", message.format(slug=slug), text=slug)
    for name in contents.catalogs(root):
        if PurePosixPath(name).stem not in known:  # those of a closed language stay, and may be opened again
            message = _("{file} is the catalog of no text of the edition; move it away.")
            yield Finding("folder-orphan", message.format(file=shown(name)))


def _meeting(edition: Edition, person: Person) -> tuple[list[Synced], list[Finding]]:
    """Return what a sync would do, and why it could not even be planned."""
    try:
        return settled(edition, person, dry_run=True), []
    except HexaplaError as error:
        return [], [Finding("sync-unreadable", str(error))]


def _unsynced(rows: list[Synced]) -> Iterator[Finding]:
    waiting = [row for row in rows if (row.taken or row.suggested or row.written) and not row.skipped]
    if waiting:
        message = ngettext(
            "One file and the desk have something for each other; “hexapla sync” brings it over.",
            "{n} files and the desk have something for each other; “hexapla sync” brings it over.",
            len(waiting),
        )
        yield Finding("unsynced", message.format(n=len(waiting)))


def _warnings(edition: Edition) -> Iterator[Finding]:
    for sentence in edition.desk.upkeep.warnings():
        yield Finding("desk-endangered", sentence)
    for sentence in edition.desk.upkeep.ownerless():
        yield Finding("ownerless", sentence)
    for job in edition.desk.jobs.listed(state=JobState.RUNNING):
        with edition.desk.lock(job.worker, wait=False) as gone:
            if gone:
                message = _("Job {number} was left by a worker that is gone; the next server does it again.")
                yield Finding("ownerless", message.format(number=job.id))
    if edition.root is not None:
        for path in leftovers.leftovers(edition.root):
            message = _(
                "{file} was left behind by a process that was killed; “hexapla doctor --repair” removes it."
            )
            name = path.relative_to(edition.root).as_posix()
            yield Finding("left-file", message.format(file=shown(name)))


def _with_way_out(finding: Finding) -> Finding:
    """Return a finding whose sentence ends with what to do, where the sentence alone does not say it."""
    way = {
        "desk-fault": _(
            "Restore a backup (“hexapla restore”), or move the desk away: the next opening rebuilds it from the folder,"
            " without its history."
        ),
        "desk-slip": _("“hexapla doctor --repair” mends it."),
        "sync-unreadable": _("Mend the file, or move it away: the next sync writes it anew from the desk."),
        "folder-file": _("Mend it in an XML editor, or move the file away: the next sync writes the desk’s."),
    }.get(finding.name, "")
    message = f"{finding.message} {way}".strip()
    return Finding(finding.name, message, finding.text, finding.lang, finding.units, finding.subject)


def _words(edition: Edition) -> Iterator[str]:
    """Say of each language how many words are remembered, and what its dictionary takes when a new one is met."""
    known = edition.desk.forms.counts()
    for lang in (edition.settings.source, *edition.settings.targets):
        size = lexicon.size(lang) / 1e6
        yield _(
            "{lang}: {n} words are remembered; its dictionary takes {size} MB once a new one is met."
        ).format(lang=lang, n=f"{known.get(lang, 0):,}", size=f"{size:,.0f}")


def _facts(edition: Edition) -> Iterator[str]:
    yield _("Hexapla {version}, Python {python}.").format(
        version=__version__, python=platform.python_version()
    )
    yield from edition.desk.upkeep.facts()
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    yield _("{n} MB of memory are free.").format(n=f"{free / 1e6:,.0f}")
    yield from _words(edition)
    with edition.desk.lock(KEEPER, wait=False) as idle:
        if not idle:
            yield _("The edition is being served just now.")
