"""edition.toml: read into typed settings with one sentence for every mistake, written with a person's layout kept."""

import tomllib
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from hexapla.folder import layout
from hexapla.folder.section import Section
from hexapla.formats import files
from hexapla.model import languages, names
from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import BadFile, HexaplaError, NotAnEdition
from hexapla.model.messages import _
from hexapla.model.person import Person, Right

SCHEMA = 1
_LATER = ("checks", "preset")
"""Sections that later work reads; they are kept as they are."""


def read(root: Path) -> Settings:
    """Read an edition's settings; raises NotAnEdition with the line of the mistake."""
    path = layout.settings_path(root)
    try:
        return parse(files.read(path))
    except BadFile as error:
        raise NotAnEdition(str(error.of(f"source/{layout.SETTINGS}"))) from error


def parse(source: bytes) -> Settings:
    """Parse edition.toml; raises BadFile with the line of the first mistake, an unknown key among them."""
    try:
        text = source.decode("utf-8")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise BadFile(
            _("This is not UTF-8; save the file as UTF-8."), line=source[: error.start].count(b"\n") + 1
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise BadFile(_("This is not TOML: {reason}.").format(reason=str(error).rstrip("."))) from error
    return _settings(Section(table, text))


def _settings(top: Section) -> Settings:
    schema = top.take("schema", int, SCHEMA)
    if schema > SCHEMA:
        raise top.wrong(
            "schema",
            _("This edition was written by a newer Hexapla (schema {n}); update the program.").format(
                n=schema
            ),
        )
    gate, sync, segment = top.section("gate"), top.section("sync"), top.section("segment")
    settings = Settings(
        id=top.take("id", str),
        schema=schema,
        source=top.checked("source", languages.canonical, top.take("source", str)),
        targets=tuple(top.checked("targets", languages.canonical, tag) for tag in top.words("targets")),
        licence=top.take("licence", str, ""),
        date=str(top.take("date", str, "")),
        unit=top.one_of("unit", ("sentence", "paragraph"), "sentence"),
        title=_all_text(top, "title"),
        people=tuple(_person(section) for section in top.sections("people")),
        texts=tuple(_text(section) for section in top.sections("text")),
        style={
            tag: {str(k): str(v) for k, v in marks.items()} for tag, marks in top.by_language("style").items()
        },
        abbreviations={
            tag: tuple(map(str, some)) for tag, some in segment.by_language("abbreviations").items()
        },
        gate_least=State(gate.one_of("least", tuple(_GATE), State.TRANSLATED)),
        trust=sync.one_of("trust", ("states", "text"), "states"),
    )
    for section in (gate, sync, segment):
        section.done()
    for later in _LATER:
        top.take(later, object, "")
    top.done()
    _no_doubles(top, settings)
    if settings.source in settings.targets:
        raise top.wrong(
            "targets", _("The source language {tag} is among the targets.").format(tag=settings.source)
        )
    return settings


_GATE = (State.UNTRANSLATED, State.NEEDS_WORK, State.TRANSLATED, State.REVIEWED, State.APPROVED)


def _no_doubles(top: Section, settings: Settings) -> None:
    slugs = [text.slug for text in settings.texts]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise top.wrong("text", _("Two texts have the slug “{slug}”.").format(slug=slug))


def _all_text(top: Section, key: str) -> dict[str, str]:
    titles = top.by_language(key)
    for tag, value in titles.items():
        if not isinstance(value, str):
            raise top.wrong(key, _("“{key}” must be a text in quotes.").format(key=f"{key}.{tag}"))
    return titles


def _person(section: Section) -> Person:
    person = Person(
        id=section.take("id", str),
        name=section.take("name", str, "") or "?",
        rights=frozenset(_right(section, word) for word in section.words("rights")),
        languages=frozenset(
            section.checked("languages", languages.canonical, tag) for tag in section.words("languages")
        ),
    )
    section.done()
    return person


def _right(section: Section, word: str) -> Right:
    try:
        return Right(word)
    except ValueError:
        raise section.wrong(
            "rights", _("“{word}” is not a right; there are {all}.").format(word=word, all=", ".join(Right))
        ) from None


def _text(section: Section) -> TextSettings:
    source = section.take("source", str, "")
    translators = section.section("translators")
    text = TextSettings(
        slug=section.checked("slug", names.slug, section.take("slug", str)),
        next=section.take("next", int, 1),
        source=section.checked("source", languages.canonical, source) if source else "",
        authors=section.words("authors"),
        original_title=section.take("title", str, ""),
        date=section.take("date", str, ""),
        rights=section.take("rights", str, ""),
        unit=section.one_of("unit", ("", "sentence", "paragraph"), ""),
        only=tuple(section.checked("only", languages.canonical, tag) for tag in section.words("only")),
        translators={
            translators.checked(tag, languages.canonical, tag): tuple(map(str, some))
            for tag, some in translators.rest().items()
        },
    )
    section.done()
    if text.next < 1:
        raise section.wrong("next", _("“{key}” must be 1 or more.").format(key="text.next"))
    return text


def write(root: Path, settings: Settings) -> bool:
    """Write the settings into edition.toml, touching only what differs; returns whether the file changed."""
    path = layout.settings_path(root)
    old = files.read(path) if path.exists() else b""
    return files.write_if_changed(path, render(settings, old))


def render(settings: Settings, old: bytes = b"") -> bytes:
    """Render settings over the old file's bytes: comments, order and unknown layout of a person stay."""
    document = tomlkit.parse(old.decode("utf-8"))
    try:
        before: Settings | None = parse(old) if old else None
    except HexaplaError:
        before = None
    if before == settings:
        return old
    _put(document, "id", settings.id)
    _put(document, "schema", settings.schema)
    _put(document, "source", settings.source)
    _put(document, "targets", list(settings.targets))
    _put(document, "licence", settings.licence)
    _put(document, "date", settings.date)
    _put(document, "unit", settings.unit)
    if settings.title:
        table = document.setdefault("title", tomlkit.table())
        for tag, words in settings.title.items():
            _put(table, tag, words)
    _put_texts(document, settings)
    return tomlkit.dumps(document).encode("utf-8")


def _put(table: Any, key: str, value: Any) -> None:
    """Set a value only where it differs and is not an unset default, so that a person's spelling stays."""
    if key in table:
        if table[key] != value:
            table[key] = value
    elif value not in ("", [], None):
        table[key] = value


def _put_texts(document: tomlkit.TOMLDocument, settings: Settings) -> None:
    """Bring the ``[[text]]`` tables in line; those that stay are not moved, so that a person's lines stay."""
    present = document.get("text")
    wanted = [text.slug for text in settings.texts]
    if isinstance(present, AoT):
        for place in reversed(range(len(present))):
            if str(present[place]["slug"]) not in wanted:
                del present[place]
    tables = {str(table["slug"]): table for table in present or ()}
    for text in settings.texts:
        table: Any = tables.get(text.slug)
        if table is None:
            table = tomlkit.table()
        _put(table, "slug", text.slug)
        _put(table, "next", text.next)
        _put(table, "source", text.source)
        _put(table, "authors", list(text.authors))
        _put(table, "title", text.original_title)
        _put(table, "unit", text.unit)
        _put(table, "only", list(text.only))
        if text.slug not in tables:
            present = _append(document, present, table)


def _append(document: tomlkit.TOMLDocument, tables: Any, table: Table) -> Any:
    """Add a table at the end of an array of tables, which is made if it is not there; returns the array."""
    if not isinstance(tables, AoT):
        tables = tomlkit.aot()
        document.append("text", tables)
        tables = document["text"]
    tables.append(table)
    return tables
