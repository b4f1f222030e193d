"""Settings as the plain tables of edition.toml, and back: what is merged, compared and written."""

from hexapla.model.catalog import State
from hexapla.model.edition import Settings, TextSettings
from hexapla.model.person import Person, Right

NAMES = {"people": "id", "text": "slug"}
"""The arrays of tables, and the key by which each knows its tables."""
FIXED = frozenset({"segment", "gate", "sync", "review"})
"""Tables that may be empty: a person's remarks in them stay."""


def table(settings: Settings) -> dict[str, object]:
    """Return the tables that parse as these settings: nested dicts and lists of words; defaults are left out."""
    return {"id": settings.id, "schema": settings.schema, "source": settings.source} | _said(
        targets=list(settings.targets),
        licence=settings.licence,
        date=settings.date,
        unit=settings.unit,
        title=dict(settings.title),
        people=[_person(person, settings.roles.get(person.id, ())) for person in settings.people],
        text=[_text(text) for text in settings.texts],
        style={tag: dict(marks) for tag, marks in settings.style.items()},
        segment=_said(abbreviations=_lists(settings.abbreviations)),
        gate=_said(least="" if settings.gate_least == State.TRANSLATED else str(settings.gate_least)),
        sync=_said(trust="" if settings.trust == "states" else settings.trust),
        review={} if settings.own_approval else {"own": False},
    )


def _person(person: Person, roles: tuple[str, ...]) -> dict[str, object]:
    return {"id": person.id} | _said(
        name="" if person.name == "?" else person.name,
        roles=list(roles),
        rights=[str(right) for right in Right if right in person.rights],
        languages=sorted(person.languages),
    )


def _text(text: TextSettings) -> dict[str, object]:
    return {"slug": text.slug, "next": text.next} | _said(
        source=text.source,
        authors=list(text.authors),
        title=text.original_title,
        date=text.date,
        rights=text.rights,
        unit=text.unit,
        only=list(text.only),
        translators=_lists(text.translators),
    )


def _lists(words: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {tag: list(some) for tag, some in words.items()}


def _said(**values: object) -> dict[str, object]:
    """Return the values that are not empty."""
    return {key: value for key, value in values.items() if value not in ("", [], {})}
