"""Reading edition.toml: typed settings, and one sentence with its line for every mistake."""

import tomllib
from collections.abc import Mapping
from typing import Any

from hexapla.folder.section import Section
from hexapla.model import languages, names
from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown
from hexapla.model.person import Person, Right

SCHEMA = 1
_LATER = ("checks", "preset")
"""Sections that later work reads; they are kept as they are."""


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


def of_table(table: Mapping[str, Any]) -> Settings:
    """Return the settings that tables say (``tables.table`` gives them back); raises BadFile without a line."""
    return _settings(Section(table, ""))


def _settings(top: Section) -> Settings:
    schema = top.take("schema", int, SCHEMA)
    if schema > SCHEMA:
        raise top.wrong(
            "schema",
            _("This edition was written by a newer Hexapla (schema {n}); update the program.").format(
                n=schema
            ),
        )
    gate, sync, segment, review = (top.section(key) for key in ("gate", "sync", "segment", "review"))
    people = [_person(section) for section in top.sections("people")]
    settings = Settings(
        id=top.take("id", str),
        schema=schema,
        source=top.checked("source", languages.canonical, top.take("source", str)),
        targets=tuple(top.checked("targets", languages.canonical, tag) for tag in top.words("targets")),
        licence=top.take("licence", str, ""),
        date=str(top.take("date", str, "")),
        unit=top.one_of("unit", ("sentence", "paragraph"), "sentence"),
        title=_all_text(top, "title"),
        people=tuple(person for person, _roles in people),
        roles={person.id: roles for person, roles in people if roles},
        texts=tuple(_text(section) for section in top.sections("text")),
        style=top.tables_by_language("style"),
        abbreviations=segment.words_by_language("abbreviations"),
        gate_least=State(gate.one_of("least", tuple(_GATE), State.TRANSLATED)),
        trust=sync.one_of("trust", ("states", "text"), "states"),
        own_approval=review.take("own", bool, True),
    )
    for section in (gate, sync, segment, review):
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
    ids = [person.id for person in settings.people]
    for id in ids:
        if ids.count(id) > 1:
            raise top.wrong("people", _("Two people have the id “{id}”.").format(id=shown(id)))


def _all_text(top: Section, key: str) -> dict[str, str]:
    titles = top.by_language(key)
    for tag, value in titles.items():
        if not isinstance(value, str):
            raise top.wrong(key, _("“{key}” must be a text in quotes.").format(key=f"{key}.{tag}"))
    return titles


def _person(section: Section) -> tuple[Person, tuple[str, ...]]:
    """Take a person, and the roles that the edition gives them."""
    roles = section.words("roles")
    person = Person(
        id=section.take("id", str),
        name=section.take("name", str, "") or "?",
        rights=frozenset(_right(section, word) for word in section.words("rights")),
        languages=frozenset(
            section.checked("languages", languages.canonical, tag) for tag in section.words("languages")
        ),
    )
    section.done()
    return person, roles


def _right(section: Section, word: str) -> Right:
    try:
        return Right(word)
    except ValueError:
        raise section.wrong(
            "rights", _("“{word}” is not a right; there are {all}.").format(word=word, all=", ".join(Right))
        ) from None


def _text(section: Section) -> TextSettings:
    source = section.take("source", str, "")
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
        translators=section.words_by_language("translators"),
    )
    section.done()
    if text.next < 1:
        raise section.wrong("next", _("“{key}” must be 1 or more.").format(key="text.next"))
    return text
