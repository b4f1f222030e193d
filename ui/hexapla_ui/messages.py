"""The door for every word that the pages show."""

import gettext
from pathlib import Path

DOMAIN = "hexapla_ui"
LOCALES = Path(__file__).parent / "locales"

_translations = gettext.translation(DOMAIN, LOCALES, languages=["en"], fallback=True)


def _(message: str) -> str:
    """Translate a message of the pages."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that depends on a number."""
    return _translations.ngettext(one, many, n)
