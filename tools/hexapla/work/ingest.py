"""Texts in: a file is read and segmented first, shown to the person, and only then stored."""

from dataclasses import dataclass, replace
from pathlib import Path

from hexapla import ingest, segment
from hexapla.folder import contents, layout
from hexapla.folder import settings as settings_file
from hexapla.formats import files, tei
from hexapla.formats.tei import schema
from hexapla.model import names
from hexapla.model.edition import TextSettings
from hexapla.model.errors import BadFile, BadName, HexaplaError
from hexapla.model.messages import _
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.model.report import Report
from hexapla.model.text import Text
from hexapla.work import sync
from hexapla.work.edition import Edition, put
from hexapla.work.people import allow


@dataclass(frozen=True)
class Incoming:
    """A text that was read and not yet stored, and what its reader decided."""

    slug: str
    text: Text
    report: Report
    next: int


def read(edition: Edition, path: Path, *, slug: str = "") -> Incoming:
    """Read and segment a file; stores nothing. The slug comes from the file's name unless one is given."""
    name = names.slug(slug) if slug else names.slug_from(path.stem)
    if edition.settings.text(name):
        raise _taken(name)
    settings = edition.settings
    try:
        text, report = ingest.read(files.read(path), name=path.name, lang=settings.source, id=name)
    except BadFile as error:
        raise error.of(path.name) from error
    if text.lang != settings.source:
        raise HexaplaError(
            _(
                "{file} is in {lang}, the edition's source is {source}; only texts in the source language can be added."
            ).format(file=path.name, lang=text.lang, source=settings.source)
        )
    segmented, following = segment.units(text, unit=settings.unit, next=1)
    if not segmented.units:
        raise BadFile(_("There is no text in this file."), file=path.name)
    made = _with_free_id(edition, segmented, name)
    _check(edition, made, name, path.name)
    return Incoming(name, made, report, following)


def store(edition: Edition, person: Person, incoming: Incoming) -> list[Synced]:
    """Store a text that was read: TEI, desk, catalogs, and last edition.toml, which makes it part of the edition.

    Returns what became of its catalogs. An interrupted store is finished by doing it again.
    """
    allow(person, Right.MANAGE)
    with layout.changing(edition.root):
        edition.settings = settings_file.read(edition.root)
        if edition.settings.text(incoming.slug):
            raise _taken(incoming.slug)
        source = tei.serialize(incoming.text)
        contents.write_text(edition.root, incoming.slug, source)
        entry = TextSettings(slug=incoming.slug, next=incoming.next)
        edition.settings = replace(edition.settings, texts=(*edition.settings.texts, entry))
        put(edition, person, incoming.text, incoming.slug, source)
        langs = edition.settings.languages_of(incoming.slug)
        outcomes = [sync.catalog(edition, person, incoming.slug, lang) for lang in langs]
        settings_file.write(edition.root, edition.settings)
    return outcomes


def add_language(edition: Edition, person: Person, tag: str) -> None:
    """Open a target language for every text of the edition."""
    allow(person, Right.MANAGE)
    with layout.changing(edition.root):
        settings = settings_file.read(edition.root)
        edition.settings = replace(settings, targets=tuple(dict.fromkeys((*settings.targets, tag))))
        for text in edition.settings.texts:
            put(
                edition,
                person,
                edition.text(text.slug),
                text.slug,
                edition.desk.tei(edition.text_id(text.slug)),
            )
            sync.take_in(edition, person, text.slug)
            if tag in edition.settings.languages_of(text.slug):
                sync.catalog(edition, person, text.slug, tag)
        settings_file.write(edition.root, edition.settings)


def remove_language(edition: Edition, person: Person, tag: str) -> None:
    """Close a target language: its catalogs and the desk's entries stay, it is no longer shown or exported."""
    allow(person, Right.MANAGE)
    with layout.changing(edition.root):
        settings = settings_file.read(edition.root)
        edition.settings = replace(settings, targets=tuple(lang for lang in settings.targets if lang != tag))
        settings_file.write(edition.root, edition.settings)


def _taken(slug: str) -> BadName:
    return BadName(
        _("The edition already has a text “{slug}”; give this one another slug with --text.").format(
            slug=slug
        )
    )


def _check(edition: Edition, text: Text, slug: str, file: str) -> None:
    """Refuse what could not be written as valid TEI, and a file of somebody else's in the text's place."""
    source = tei.serialize(text)
    for line, reason in schema.validate(source):
        raise BadFile(
            _(
                "This holds TEI that an edition cannot keep (as written, line {line}: {reason}); nothing was stored."
            ).format(line=line, reason=reason),
            file=file,
        )
    path = layout.text_path(edition.root, slug)
    if path.exists() and files.read(path) != source:
        raise BadName(
            _(
                "source/{slug}.xml is there and no text of the edition; move it away, or give another slug with --text."
            ).format(slug=slug)
        )


def _with_free_id(edition: Edition, text: Text, slug: str) -> Text:
    """Give a text an id that no other text has; what an interrupted store left in the desk is taken up again."""
    for stored in edition.desk.texts():
        if stored.slug == slug:
            return replace(text, id=stored.id)
    taken = {stored.id for stored in edition.desk.texts()}
    if text.id not in taken:
        return text
    number = next(n for n in range(2, len(taken) + 3) if f"{text.id}-{n}" not in taken)
    return replace(text, id=f"{text.id}-{number}")
