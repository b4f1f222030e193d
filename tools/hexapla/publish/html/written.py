"""Numbers, shares, dates, lists and the letters of translator's notes, as each language writes them."""

import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_percent

from hexapla.model.languages import language

_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "khmr": "០", "laoo": "໐",
    "mymr": "၀", "nkoo": "߀", "olck": "᱐", "thai": "๐", "tibt": "༠",
}  # fmt: skip
"""The zero of each numbering system that some language of CLDR writes by default."""

_ALPHABETS = {
    "Arab": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "Cyrl": "абвгдежзиклмнопрстуфхцчшэюя",
    "Grek": "αβγδεζηθικλμνξοπρστυφχψω",
    "Hebr": "אבגדהוזחטיכלמנסעפצקרשת",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def digits(text: str, lang: str) -> str:
    """Write the figures of a number or mark (``12``, ``12a``, ``1.2``) in a language's own digits."""
    return text.translate(_digits(lang))


def percent(share: float, lang: str) -> str:
    """Write a share of 0 to 1 in whole percent, rounded down, so that 100 % means all."""
    whole = int(share * 100 + 1e-9) / 100
    written = format_percent(whole, locale=_locale(lang), numbering_system="default")
    return digits(written, lang)


def date(value: str, lang: str) -> str:
    """Write a full date in words; anything else, such as a year, as it is but for its digits."""
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        return digits(value, lang)
    return digits(format_date(day, format="long", locale=_locale(lang)), lang)


def listing(count: int, lang: str) -> str:
    """Return how a language lists so many things, as a pattern: ``{0}, {1} and {2}``."""
    return str(format_list([f"{{{at}}}" for at in range(count)], locale=_locale(lang)))


def letter(number: int, lang: str) -> str:
    """Return the mark of the translator's note of this number, from 1: a, b … z, aa, ab."""
    alphabet = _ALPHABETS.get(language(lang).script, _LATIN)
    rest, place = divmod(number - 1, len(alphabet))
    return (letter(rest, lang) if rest else "") + alphabet[place]


@lru_cache(maxsize=64)
def _digits(lang: str) -> dict[int, str]:
    zero = _ZEROS.get(_locale(lang).default_numbering_system, "0")
    return {ord(str(value)): chr(ord(zero) + value) for value in range(10)}


@lru_cache(maxsize=64)
def _locale(lang: str) -> Locale:
    """Return the locale of a language where it is most at home (``ar`` is ``ar_Arab_EG``), else the root's.

    CLDR keeps digits by region: ``ar`` alone would write Western ones.
    """
    parts = lang.split("-")
    likely = get_global("likely_subtags").get(parts[0], "")
    for name in (likely if len(parts) == 1 else "", lang.replace("-", "_"), likely, parts[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_001")
