"""Texts in: a file is read and segmented first, shown to the person, and only then stored."""

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from hexapla import ingest
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
from hexapla.work import originals, revising, settings, sync
from hexapla.work.edition import WORDS, Edition, put
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
    file: str = ""
    """The name of the file."""
    original: bytes = b""
    """What it holds; kept with the text."""
    marked: frozenset[str] = frozenset()
    """The units that the file itself divides."""
    is_own: bool = False
    """Whether it is the document of a text of the edition, edited: its ids are ours."""
    changes: str = "accept"
    """What became of its tracked changes."""


def read(
    edition: Edition, path: Path, *, slug: str = "", title: str = "", lang: str = "", changes: str = "accept"
) -> Incoming:
    """Read and segment a file; stores nothing. The slug comes from the file's name unless one is given.

    A text that is there already is revised only where its slug is given: raises BadName where it is not.
    Of a bilingual file the translations are read too, into ``lang`` or the language that the file names; raises
    NotFound where that is no target language of the edition. ``title`` goes before the file's own; ``changes`` is what
    becomes of tracked changes: accept, reject, or ask.
    """
    file = file_name(path)
    name = names.slug(slug) if slug else names.slug_from(PurePath(file).stem)
    if not slug and edition.settings.text(name):
        refuse_words(name)
        raise _taken(name)
    try:
        source = files.read(path)
    except BadFile as error:
        raise error.of(file) from error
    return of_bytes(edition, source, name=file, slug=name, title=title, lang=lang, changes=changes)


def file_name(path: Path) -> str:
    """Return the name of a file as text: what is no UTF-8 in it (lone surrogates here) becomes U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def of_bytes(
    edition: Edition,
    source: bytes,
    *,
    name: str,
    slug: str,
    title: str = "",
    lang: str = "",
    changes: str = "accept",
) -> Incoming:
    """Read and segment a file that is in memory; stores nothing. ``name`` is the file's, ``title`` goes before its own.

    The slug may be that of a text that is there, which a revision is then made of; raises as ``read`` does.
    """
    file = name
    try:
        if _is_own(edition, source, slug):
            return _own(edition, source, file=file, slug=slug)
        found = ingest.read_bilingual(
            source,
            name=file,
            lang=edition.settings.source,
            id=slug,
            title=title,
            target=lang,
            changes=changes,
        )
        made = _foreign(edition, found, source, file=file, slug=slug, lang=lang)
        return replace(made, changes=changes)
    except BadFile as error:
        raise error.of(file) from error


def _is_own(edition: Edition, source: bytes, slug: str) -> bool:
    """Whether a file is the document of the text of this slug, as somebody has edited it."""
    return bool(edition.settings.text(slug)) and tei.id_of(source) == edition.text_id(slug)


def _own(edition: Edition, source: bytes, *, file: str, slug: str) -> Incoming:
    text, marked, following = revising.edited_text(edition, slug, source, file=file)
    report = Report("tei")
    return Incoming(slug, text, report, following, file=file, original=source, marked=marked, is_own=True)


def _foreign(
    edition: Edition, found: ingest.Bilingual, source: bytes, *, file: str, slug: str, lang: str
) -> Incoming:
    wanted = edition.settings.source
    text = found.text
    if text.lang != wanted:
        raise HexaplaError(
            _(
                "{file} is in {lang}, the edition's source is {source}; only texts in the source language can be added."
            ).format(file=file, lang=text.lang, source=wanted)
        )
    _check_target(edition, found, lang, file)
    segmented, following = revising.segmented(edition, slug, text, next=1)
    if not segmented.units:
        raise BadFile(_("There is no text in this file."), file=file)
    made = with_free_id(edition, segmented, slug)
    _check(edition, made, slug, file)
    marked = frozenset(unit.id for unit in text.units)
    return Incoming(
        slug,
        made,
        found.report,
        following,
        found.lang,
        found.entries,
        file=file,
        original=source,
        marked=marked,
    )


def store(edition: Edition, person: Person, incoming: Incoming) -> list[Synced]:
    """Store a text that was read: on the desk first, then the settings, which make it part of the edition, then files.

    Returns what became of its files. A store that was interrupted before the settings is finished by doing it again,
    after them by the next sync. Raises BadName for the slug of another text, or of the edition's own words.
    """
    allow(person, Right.MANAGE)
    refuse_words(incoming.slug)
    if incoming.entries:
        allow(person, Right.TRANSLATE, incoming.lang)
    with edition.desk.lock("texts"):
        edition.renew()
        if edition.settings.text(incoming.slug):
            raise _taken(incoming.slug)
        entry = TextSettings(slug=incoming.slug, next=incoming.next)
        langs = replace(edition.settings, texts=(entry,)).languages_of(incoming.slug)
        # What may be refused, and what nobody sees without the text, comes before the text: a failure halves nothing.
        if incoming.entries:
            _refuse_target(incoming.lang, langs, incoming.slug)
        source = tei.serialize(incoming.text)
        if incoming.original:
            originals.keep(
                edition,
                incoming.text.id,
                incoming.file,
                incoming.original,
                incoming.report,
                incoming.changes,
            )
        put(edition, person, incoming.text, incoming.slug, source, langs=langs)
        if incoming.entries:
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


def refuse_words(slug: str) -> None:
    """Refuse the slug of the edition's own words for a text that comes from elsewhere; raises BadName."""
    if slug == WORDS:
        raise BadName(
            _(
                "The text “{slug}” holds the edition’s own words, which no file replaces; give the text another slug."
            ).format(slug=slug)
        )


def _taken(slug: str) -> BadName:
    return BadName(
        _(
            "The edition already has a text “{slug}”; revise it with --text {slug}, or give another slug with --text."
        ).format(slug=slug)
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
    if edition.root is None or edition.settings.text(slug):
        return
    path = layout.text_path(edition.root, slug)
    if path.exists() and files.read(path) != source:
        raise BadName(
            _(
                "source/{slug}.xml is there and no text of the edition; move it away, or give another slug with --text."
            ).format(slug=slug)
        )


def with_free_id(edition: Edition, text: Text, slug: str) -> Text:
    """Give a text an id that no other text has; what an interrupted store left in the desk is taken up again."""
    for stored in edition.desk.texts():
        if stored.slug == slug:
            return replace(text, id=stored.id)
    taken = {stored.id for stored in edition.desk.texts()}
    if text.id not in taken:
        return text
    number = next(n for n in range(2, len(taken) + 3) if f"{text.id}-{n}" not in taken)
    return replace(text, id=f"{text.id}-{number}")
