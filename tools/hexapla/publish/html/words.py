"""The words that the page itself says: the edition's own, else the program's, else English."""

import gettext
from dataclasses import dataclass
from functools import lru_cache

from hexapla.formats.tei.inline import plain
from hexapla.model import languages, messages
from hexapla.model.parallel import ParallelEdition
from hexapla.model.words import FIXED


@dataclass(frozen=True)
class Word:
    """A word as plain text, and the language that it is really in."""

    text: str
    lang: str


def word(edition: ParallelEdition, name: str, lang: str) -> Word:
    """Return a fixed word: the edition's, the program's in this language, the source's, or English."""
    source = edition.settings.source
    if own := _own(edition, name, lang):
        return Word(own, lang)
    if catalog := _catalog(lang):
        return Word(catalog.gettext(FIXED[name]), lang)
    if own := _own(edition, name, source):
        return Word(own, source)
    return Word(FIXED[name], "en")


def control(edition: ParallelEdition, message: str) -> Word:
    """Return a word of the controls, in the first of the edition's languages that the program speaks."""
    for lang in edition.languages:
        if catalog := _catalog(lang):
            return Word(catalog.gettext(message), lang)
    return Word(message, "en")


def _own(edition: ParallelEdition, name: str, lang: str) -> str:
    return plain(edition.words.get(lang, {}).get(name, "")).strip()


@lru_cache(maxsize=64)
def _catalog(lang: str) -> gettext.NullTranslations | None:
    """Return the program's own catalog in a language, whatever language the process speaks."""
    code = languages.code(lang)
    if code.split("_")[0] == "en":
        return gettext.NullTranslations()
    if not gettext.find(messages.DOMAIN, messages.LOCALES, [code]):
        return None
    return gettext.translation(messages.DOMAIN, messages.LOCALES, [code])
