"""An open edition: its settings, its desk, and the folder behind it where there is one."""

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hexapla import segment
from hexapla.desk import Desk
from hexapla.folder import contents, layout
from hexapla.folder import settings as settings_file
from hexapla.formats import files, tei
from hexapla.formats.tei import blocks, header
from hexapla.model import languages
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import HexaplaError, NotFound
from hexapla.model.messages import _, spoken
from hexapla.model.person import Person
from hexapla.model.stored import StoredText
from hexapla.model.text import Element, Text, element
from hexapla.model.words import FIXED

WORDS = "edition"
"""The slug of the text that holds the edition-wide words: title, subtitle, imprint, the exporters' fixed words."""


@dataclass
class Edition:
    """An edition at work. ``settings`` is replaced when edition.toml changes; all else of its state is in the desk."""

    root: Path
    desk: Desk
    settings: Settings

    _parsed: dict[str, tuple[str, Text]] = field(default_factory=dict, repr=False)
    """Texts by slug with the hash of the document they were parsed from: a page must not cost a whole text."""

    def text_id(self, slug: str) -> str:
        """Return the id of a text by its slug; raises NotFound."""
        return self._stored(slug).id

    def text(self, slug: str) -> Text:
        """Return a text with its blocks, as the desk holds it."""
        stored = self._stored(slug)
        sha256, text = self._parsed.get(slug, ("", None))
        if text is None or sha256 != stored.sha256:
            text = tei.parse(self.desk.tei(stored.id), file=f"{slug}.xml")
            self._parsed[slug] = (stored.sha256, text)
        return text

    def _stored(self, slug: str) -> StoredText:
        for stored in self.desk.texts():
            if stored.slug == slug and self.settings.text(slug):
                return stored
        raise NotFound(
            _("This edition has no text “{slug}”; “hexapla text list” shows them.").format(slug=slug[:60])
        )

    def language(self, slug: str, tag: str) -> str:
        """Return a target language of a text in canonical form; raises NotFound."""
        wanted = languages.canonical(tag)
        if wanted not in self.settings.languages_of(slug):
            raise NotFound(
                _("“{slug}” is not translated into {tag}; “hexapla target add” opens a language.").format(
                    slug=slug[:60], tag=wanted
                )
            )
        return wanted


@contextmanager
def opened(
    start: Path, person: Person, *, desk: str | None = None, changes: bool = True
) -> Iterator[Edition]:
    """Open the edition at or above a folder, and take in what the folder holds and the desk does not know yet.

    Without ``changes`` the catalogs that the desk knows are left for whoever syncs.
    """
    root = layout.find(start)
    settings = settings_file.read(root)
    with Desk.open(desk or layout.desk_path(root), edition=settings.id) as store:
        edition = Edition(root, store, settings)
        take_in(edition, person, changes=changes)
        yield edition


def check(start: Path, person: Person, *, desk: str | None = None) -> None:
    """Open an edition and close it again, so that whatever is wrong with it is said before a server starts."""
    with opened(start, person, desk=desk):
        pass


@contextmanager
def as_server(edition: Edition) -> Iterator[None]:
    """Be the one server of the folder; raises HexaplaError if another one runs (other verbs may run beside it)."""
    with layout.serving(edition.root) as alone:
        if not alone:
            raise HexaplaError(
                _("This edition is being served already; use that page, or stop that server first.")
            )
        yield


def take_in(edition: Edition, person: Person, *, changes: bool = True) -> None:
    """Bring new and changed texts and catalogs from the folder to the desk; writes no file."""
    from hexapla.work import sync

    known = {stored.slug: stored for stored in edition.desk.texts()}
    for position, settings in enumerate(edition.settings.texts):
        source = contents.read_bytes(edition.root, settings.slug)
        stored = known.get(settings.slug)
        if stored is None or stored.sha256 != hashlib.sha256(source).hexdigest() or _lacks(edition, stored):
            text = tei.parse(source, file=f"source/{settings.slug}.xml")
            put(edition, person, text, settings.slug, source, position)
        sync.take_in(edition, person, settings.slug, changes=changes)


def refresh(edition: Edition, person: Person) -> None:
    """Read the settings again, and take in what changed in the folder of an open edition."""
    edition.settings = settings_file.read(edition.root)
    take_in(edition, person)


def stamp(edition: Edition) -> frozenset[tuple[str, int, int]]:
    """Return what changes when a file of the folder does; cheap, for whoever watches it."""
    return layout.stamp(edition.root)


def _lacks(edition: Edition, stored: StoredText) -> bool:
    """Whether a language of a text has no entries yet, since edition.toml names it anew."""
    return any(not edition.desk.count(stored.id, lang) for lang in edition.settings.languages_of(stored.slug))


def put(
    edition: Edition, person: Person, text: Text, slug: str, source: bytes, position: int | None = None
) -> None:
    """Store a text in the desk, with an empty entry for each new unit in every language that it has."""
    targets = edition.settings.languages_of(slug)
    edition.desk.put_text(person, text, slug=slug, tei=source, languages=targets, position=position)


def create(
    root: Path, *, title: str, source: str, targets: tuple[str, ...], licence: str = "", date: str = ""
) -> Settings:
    """Make an empty edition in a folder that is missing or empty; returns its settings."""
    if root.exists() and any(root.iterdir()):
        raise HexaplaError(
            _("{folder} is not empty; name a new folder for the edition.").format(folder=root.name)
        )
    tag = languages.canonical(source)
    others = tuple(dict.fromkeys(languages.canonical(target) for target in targets))
    settings = Settings(
        id=str(uuid.uuid4()),
        source=tag,
        targets=tuple(target for target in others if target != tag),
        title={tag: title},
        licence=licence,
        date=date,
    )
    text, following = segment.units(_words(settings, title), next=1)
    settings = replace(settings, texts=(TextSettings(slug=WORDS, next=following),))
    files.write(root / ".gitignore", b".hexapla/\n")
    contents.write_text(root, WORDS, tei.serialize(text))
    settings_file.write(root, settings)
    return settings


def _words(settings: Settings, title: str) -> Text:
    """Build the text of the edition-wide words."""
    code = languages.code(settings.source)
    fixed = [element("item", spoken(word, code), xml_id=key) for key, word in FIXED.items()]
    head = element("head", title, xml_id="title")
    div = element("div", head, element("list", *fixed, type="words"), type="edition", xml_id="d1")
    body = Element("text", (("type", "source"), ("xml:lang", settings.source)), (element("body", div),))
    made = header.make(
        _("Words of the edition"), settings.source, licence=settings.licence, date=settings.date
    )
    text = Text(id=WORDS, lang=settings.source, title=header.title_of(made), header=made, body=body)
    return replace(text, blocks=blocks.find(body))
