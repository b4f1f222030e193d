"""Texts in: a file is read and segmented first, shown to the person, and only then stored."""

from dataclasses import dataclass, replace
from pathlib import Path

from hexapla import ingest, segment
from hexapla.folder import layout
from hexapla.formats import files, tei
from hexapla.formats.tei import schema
from hexapla.model import names
from hexapla.model.catalog import Entry
from hexapla.model.edition import TextSettings
from hexapla.model.errors import BadFile, BadName, HexaplaError, NotFound
from hexapla.model.messages import _
from hexapla.model.outcome import Synced
from hexapla.model.person import Person, Right
from hexapla.model.report import Report
from hexapla.model.text import Text
from hexapla.work import settings, sync
from hexapla.work.edition import Edition, put
from hexapla.work.people import allow


@dataclass(frozen=True)
class Incoming:
    """A text that was read and not yet stored, and what its reader decided."""

    slug: str
    text: Text
    report: Report
    next: int
    lang: str = ""
    """The language of the translations that came with the text; empty where none came."""
    entries: tuple[Entry, ...] = ()
    """These, by unit."""


def read(edition: Edition, path: Path, *, slug: str = "", lang: str = "") -> Incoming:
    """Read and segment a file; stores nothing. The slug comes from the file's name unless one is given.

    Of a bilingual file the translations are read too, into ``lang`` or the language that the file names; raises
    NotFound where that is no target language of the edition.
    """
    name = names.slug(slug) if slug else names.slug_from(path.stem)
    if edition.settings.text(name):
        raise _taken(name)
    source = edition.settings.source
    try:
        found = ingest.read_bilingual(files.read(path), name=path.name, lang=source, id=name, target=lang)
    except BadFile as error:
        raise error.of(path.name) from error
    text = found.text
    if text.lang != source:
        raise HexaplaError(
            _(
                "{file} is in {lang}, the edition's source is {source}; only texts in the source language can be added."
            ).format(file=path.name, lang=text.lang, source=source)
        )
    _check_target(edition, found, lang, path.name)
    segmented, following = segment.units(text, unit=edition.settings.unit, next=1)
    if not segmented.units:
        raise BadFile(_("There is no text in this file."), file=path.name)
    made = _with_free_id(edition, segmented, name)
    _check(edition, made, name, path.name)
    return Incoming(name, made, found.report, following, found.lang, found.entries)


def store(edition: Edition, person: Person, incoming: Incoming) -> list[Synced]:
    """Store a text that was read: on the desk first, then the settings, which make it part of the edition, then files.

    Returns what became of its files. A store that was interrupted before the settings is finished by doing it again,
    after them by the next sync.
    """
    allow(person, Right.MANAGE)
    if incoming.entries:
        allow(person, Right.TRANSLATE, incoming.lang)
    with edition.desk.lock("texts"):
        edition.renew()
        if edition.settings.text(incoming.slug):
            raise _taken(incoming.slug)
        entry = TextSettings(slug=incoming.slug, next=incoming.next)
        langs = replace(edition.settings, texts=(entry,)).languages_of(incoming.slug)
        put(edition, person, incoming.text, incoming.slug, tei.serialize(incoming.text), langs=langs)
        if incoming.entries:
            _refuse_target(incoming.lang, langs, incoming.slug)
            edition.desk.fill(person, incoming.text.id, incoming.lang, incoming.entries, kind="add")
        settings.change(edition, lambda now: replace(now, texts=(*now.texts, entry)))
    return sync.one(edition, person, incoming.slug)


def add_language(edition: Edition, person: Person, tag: str) -> None:
    """Open a target language for every text of the edition."""
    allow(person, Right.MANAGE)
    settings.change(
        edition, lambda now: replace(now, targets=tuple(dict.fromkeys((*now.targets, tag)))), write=False
    )
    for text in edition.settings.texts:
        source = edition.desk.tei(edition.text_id(text.slug))
        put(edition, person, edition.text(text.slug), text.slug, source)
    # A catalog that is in the folder already, from an earlier time, comes before an empty one is written.
    sync.take_in(edition, person)
    sync.sync(edition, person)


def remove_language(edition: Edition, person: Person, tag: str) -> None:
    """Close a target language: its catalogs and the desk's entries stay, it is no longer shown or exported."""
    allow(person, Right.MANAGE)
    settings.change(
        edition, lambda now: replace(now, targets=tuple(lang for lang in now.targets if lang != tag))
    )


def _taken(slug: str) -> BadName:
    return BadName(
        _("The edition already has a text “{slug}”; give this one another slug with --text.").format(
            slug=slug
        )
    )


def _check_target(edition: Edition, found: ingest.Bilingual, named: str, file: str) -> None:
    """Refuse translations that have no place, and a language that is named for a file without translations."""
    if found.entries:
        if found.lang == edition.settings.source:
            raise HexaplaError(
                _(
                    "{file} translates into {lang}, the edition’s own source language; name another with --lang."
                ).format(file=file, lang=found.lang)
            )
        own = replace(edition.settings, texts=())
        _refuse_target(found.lang, own.languages_of(""), file)
    elif named and not found.lang:
        raise HexaplaError(_("{file} holds no translations; leave out --lang.").format(file=file))


def _refuse_target(lang: str, targets: tuple[str, ...], file: str) -> None:
    if lang not in targets:
        raise NotFound(
            _(
                "{file} translates into {lang}, which is no target language of the edition; "
                "open it with “hexapla target add {lang}”, or name another with --lang."
            ).format(file=file, lang=lang)
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
    if edition.root is None:
        return
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
