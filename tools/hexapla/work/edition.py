"""An open edition: its settings, its desk, and the folder behind it where there is one."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, cast

from hexapla import segment
from hexapla.desk import Desk
from hexapla.folder import contents, layout
from hexapla.folder import settings as settings_file
from hexapla.formats import files, tei
from hexapla.formats.tei import blocks, header
from hexapla.model import languages
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import HexaplaError, NotAnEdition, NotFound
from hexapla.model.messages import _, spoken
from hexapla.model.person import Person, Right
from hexapla.model.stored import StoredText
from hexapla.model.text import Element, Text, element
from hexapla.model.words import FIXED
from hexapla.work.rights import allow

T = TypeVar("T")
WORDS = "edition"
"""The slug of the text that holds the edition-wide words: title, subtitle, imprint, the exporters' fixed words."""
SETTINGS = "edition.toml"
"""The name under which the desk keeps the settings."""
KEEPER = "keeper"
"""The lock of the server that keeps the folder; of the one server, where the desk is a file."""


@dataclass
class Edition:
    """An edition at work: all of its state is in the desk; ``root`` is its folder, None where it has none here."""

    root: Path | None
    desk: Desk
    settings: Settings
    """As of the last ``renew``; changed only by ``work.settings.change``."""

    _parsed: dict[str, tuple[str, Text]] = field(default_factory=dict, repr=False)
    """Texts by slug with the hash of the document they were parsed from: a page must not cost a whole text."""
    _read: bytes = b""
    """The settings as the desk kept them when they were last read."""
    _made: dict[str, tuple[object, object]] = field(default_factory=dict, repr=False)
    """What was worked out, by name, with the version that it is of."""

    def at_hand(self, name: str, version: object, make: Callable[[], T]) -> T:
        """Return what was worked out under a name, worked out anew where the version is another one."""
        known = self._made.get(name)
        if known is None or known[0] != version:
            known = self._made[name] = version, make()
        return cast("T", known[1])

    def renew(self) -> None:
        """Read the settings again if they have changed on the desk, by whomever."""
        kept = self.desk.document(SETTINGS)
        if kept is not None and kept != self._read:
            self.settings, self._read = settings_file.parse(kept), kept

    def text_id(self, slug: str) -> str:
        """Return the id of a text by its slug; raises NotFound."""
        return self._stored(slug).id

    def digest(self, slug: str) -> str:
        """Return the SHA-256 of a text's document, in hex; raises NotFound."""
        return self._stored(slug).sha256

    def text(self, slug: str) -> Text:
        """Return a text with its blocks, as the desk holds it."""
        stored = self._stored(slug)
        sha256, text = self._parsed.get(slug, ("", None))
        if text is None or sha256 != stored.sha256:
            text = tei.parse(self.desk.tei(stored.id), file=f"{slug}.xml")
            self._parsed[slug] = (stored.sha256, text)
        return text

    def stored(self, slug: str, text: Text, source: bytes) -> None:
        """Keep at hand what a document says that was just stored: it need not be parsed again."""
        self._parsed[slug] = (hashlib.sha256(source).hexdigest(), text)

    def _stored(self, slug: str) -> StoredText:
        if self.settings.text(slug):
            for stored in self.desk.texts(slug):
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

    Without ``changes`` the files that the desk knows are left for whoever syncs. A desk that is named opens without
    a folder too. Raises NotAnEdition where there is neither.
    """
    root = _root(start, desk)
    if root is None:
        with _folderless(str(desk)) as edition:
            yield edition
        return
    settings = settings_file.read(root)
    with Desk.open(desk or layout.desk_path(root), edition=settings.id) as store:
        edition = Edition(root, store, settings)
        take_in(edition, person, changes=changes)
        yield edition


def _root(start: Path, desk: str | None) -> Path | None:
    try:
        return layout.find(start)
    except NotAnEdition:
        if desk is None:
            raise
        return None


@contextmanager
def _folderless(desk: str) -> Iterator[Edition]:
    if not Desk.exists(desk):
        raise NotAnEdition(
            _("There is no desk at this address, and no edition’s folder here; name one with -C.")
        )
    with Desk.open(desk) as store:
        kept = store.document(SETTINGS)
        if kept is None:
            raise NotAnEdition(_("This desk holds no edition yet; open it once from the edition’s folder."))
        yield Edition(None, store, settings_file.parse(kept), _read=kept)


def check(start: Path, person: Person, *, desk: str | None = None) -> None:
    """Open an edition and close it again, so that whatever is wrong with it is said before a server starts."""
    with opened(start, person, desk=desk):
        pass


@contextmanager
def as_server(edition: Edition) -> Iterator[bool]:
    """Serve the edition; yields whether this server keeps the folder: one server does, the others leave it alone.

    A desk in a file has one server: raises HexaplaError if another one runs (other verbs may run beside it).
    """
    if edition.desk.shared and edition.root is None:
        yield False
        return
    with edition.desk.lock(KEEPER, wait=False) as alone:
        if not alone and not edition.desk.shared:
            raise HexaplaError(
                _("This edition is being served already; use that page, or stop that server first.")
            )
        if not alone:
            edition.root = None
        yield alone and edition.root is not None


def take_in(edition: Edition, person: Person, *, changes: bool = True) -> None:
    """Bring what is new and changed in the folder to the desk; writes no file."""
    from hexapla.work import people, sync

    sync.take_in(edition, person, changes=changes)
    people.take_in(edition)


def refresh(edition: Edition, person: Person) -> None:
    """Take in what changed in the folder of an open edition, and read the settings again."""
    take_in(edition, person)
    edition.renew()


def stamp(edition: Edition) -> frozenset[tuple[str, int, int]]:
    """Return what changes when a file of the folder does; cheap, for whoever watches it."""
    return layout.stamp(edition.root) if edition.root else frozenset()


def put(
    edition: Edition,
    person: Person,
    text: Text,
    slug: str,
    source: bytes,
    position: int | None = None,
    *,
    langs: tuple[str, ...] | None = None,
) -> None:
    """Store a text in the desk, with an empty entry for each new unit in every language of its own, or in ``langs``."""
    allow(person, Right.MANAGE)
    targets = edition.settings.languages_of(slug) if langs is None else langs
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
