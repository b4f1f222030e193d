"""The one door for every word that a person reads: ``_()`` and ``ngettext``."""

import gettext
from pathlib import Path

DOMAIN = "hexapla"
LOCALES = Path(__file__).parent.parent / "locales"

_translations: gettext.NullTranslations = gettext.translation(DOMAIN, LOCALES, languages=["en"], fallback=True)


def choose(languages: list[str]) -> None:
    """Speak the first of these languages (gettext codes, ``pt_BR``) that the program knows, else English."""
    global _translations  # noqa: PLW0603 - one process of the command line speaks one language
    _translations = gettext.translation(DOMAIN, LOCALES, languages=[*languages, "en"], fallback=True)


def _(message: str) -> str:
    """Translate a message of the program."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a number."""
    return _translations.ngettext(one, many, n)
