"""The one door for every word that a person reads: ``_()`` and ``ngettext``; ``shown()`` for quoted ones."""

import gettext
from pathlib import Path

DOMAIN = "hexapla"
LOCALES = Path(__file__).parent.parent / "locales"

_translations: gettext.NullTranslations = gettext.translation(
    DOMAIN, LOCALES, languages=["en"], fallback=True
)


def choose(languages: list[str]) -> None:
    """Speak the first of these languages (gettext codes, ``pt_BR``) that the program knows, else English."""
    global _translations  # one process of the command line speaks one language
    _translations = gettext.translation(DOMAIN, LOCALES, languages=[*languages, "en"], fallback=True)


def _(message: str) -> str:
    """Translate a message of the program."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a number."""
    return _translations.ngettext(one, many, n)


def shown(text: str, limit: int = 80) -> str:
    """Return foreign text as a message may quote it: the unprintable escaped, cut at ``limit`` characters.

    Escaped are control, format (bidi, zero width), private and unassigned characters, and lone surrogates, so
    that a message cannot rewrite the terminal or the page that it is shown on.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in cut)


def spoken(message: str, code: str) -> str:
    """Translate a message into a language (a gettext code) that may not be the one being spoken; else English."""
    return gettext.translation(DOMAIN, LOCALES, languages=[code, "en"], fallback=True).gettext(message)
