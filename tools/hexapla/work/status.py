"""How far every text is in every language."""

from dataclasses import replace

from hexapla.model.progress import Progress
from hexapla.work.edition import Edition


def status(edition: Edition) -> list[Progress]:
    """Return progress per text and language in the edition's order; ``text`` is the slug."""
    slugs = {stored.id: stored.slug for stored in edition.desk.texts()}
    found = {(slugs.get(one.text, ""), one.lang): one for one in edition.desk.progress()}
    return [
        replace(found[text.slug, lang], text=text.slug)
        for text in edition.settings.texts
        for lang in edition.settings.languages_of(text.slug)
        if (text.slug, lang) in found
    ]


def titles(edition: Edition) -> dict[str, str]:
    """Return the title of each text by its slug."""
    return {stored.slug: stored.title for stored in edition.desk.texts()}


def texts(edition: Edition) -> list[dict[str, object]]:
    """Return the texts in the edition's order: slug, title, number of units, source language, target languages."""
    stored = {one.slug: one for one in edition.desk.texts()}
    return [
        {
            "slug": text.slug,
            "title": stored[text.slug].title,
            "units": stored[text.slug].units,
            "source": stored[text.slug].lang,
            "languages": list(edition.settings.languages_of(text.slug)),
        }
        for text in edition.settings.texts
        if text.slug in stored
    ]


def title(edition: Edition) -> str:
    """Return the edition's title in its source language."""
    return edition.settings.title.get(edition.settings.source, "")
