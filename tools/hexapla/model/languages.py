"""Languages: BCP 47 tags in canonical form, and what is known of each one.

Any well-formed tag is accepted. Babel knows the common ones; a small table and plain defaults serve the others
(Ancient Greek, Old English, private use), so that a rare language is never an error.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from hexapla.model.errors import BadName
from hexapla.model.messages import _

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})"
    r"(?:-(?P<extlang>[a-z]{3}))?"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)\Z"
)
"""RFC 5646, section 2.1, without the grandfathered tags."""

_NAMES = {
    "grc": "Ἑλληνική",
    "ang": "Englisc",
    "fro": "Franceis",
    "frm": "Françoys",
    "gmh": "Mittelhochdeutsch",
    "goh": "Althochdeutsch",
    "cu": "Словѣньскъ",
    "akk": "Akkadû",
    "syc": "ܣܘܪܝܝܐ",
    "sux": "Emegir",
}
"""Own names of languages that CLDR has no locale for."""

_RTL_SCRIPTS = frozenset("Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split())
_RTL_LANGUAGES = frozenset("ar arc ckb dv fa he ks nqo ps sd syc syr ug ur yi".split())
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
"""Languages that set no space between sentences or words (CLDR; Korean does)."""


@dataclass(frozen=True)
class Language:
    """One language: ``tag`` (BCP 47), ``code`` (gettext), its own ``name``, ``direction`` and plural forms."""

    tag: str
    code: str
    """The form of folders and of the ``Language:`` header: ``pt_BR``, ``zh_Hant``."""
    name: str
    """The language's name in itself, as CLDR writes it, with the tag where nobody knows it."""
    direction: str
    """``ltr`` or ``rtl``."""
    plural_forms: str
    """The value of gettext's ``Plural-Forms:`` header."""
    spaced: bool
    """Whether sentences are separated by a space."""


def canonical(tag: str) -> str:
    """Return a tag in canonical case and form: ``pt_br`` becomes ``pt-BR``; raise BadName if it is not well formed."""
    match = _TAG.match(tag.replace("_", "-").lower()) if tag.isascii() and len(tag) <= 60 else None
    if not match:
        raise BadName(
            _("“{tag}” is not a language tag; write it as BCP 47 does: de, pt-BR, zh-Hant, grc, en-x-scots.").format(
                tag=tag.encode("unicode_escape").decode()[:60]
            )
        )
    parts = [match["language"], match["extlang"], (match["script"] or "").title(), (match["region"] or "").upper()]
    return "-".join(part for part in parts if part) + match["rest"]


def code(tag: str) -> str:
    """Return the gettext form of a tag, as catalog folders and the ``Language:`` header use it."""
    return canonical(tag).replace("-", "_")


@lru_cache(maxsize=512)
def language(tag: str) -> Language:
    """Return what is known of a language; the tag is made canonical, raising BadName if it is not well formed."""
    tag = canonical(tag)
    locale = _locale(tag)
    base = tag.split("-")[0]
    return Language(
        tag=tag,
        code=tag.replace("-", "_"),
        name=_name(tag, locale),
        direction=_direction(tag, locale),
        plural_forms=_plural_forms(locale, base),
        spaced=base not in _SPACELESS,
    )


def name_in(tag: str, other: str) -> str:
    """Return the name of a language in another language, falling back to its own name."""
    locale, inside = _locale(canonical(tag)), _locale(canonical(other))
    if locale is None or inside is None:
        return language(tag).name
    return locale.get_display_name(inside) or language(tag).name


def _locale(tag: str) -> Locale | None:
    """Return Babel's locale for a tag, dropping private parts; None where it knows none."""
    if "-x-" in tag:
        return None
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _name(tag: str, locale: Locale | None) -> str:
    known = _NAMES.get(tag)
    if known:
        return known
    if locale is not None and (own := locale.get_display_name()):
        return str(own[:1].upper() + own[1:])
    head, _sep, private = tag.partition("-x-")
    if private and (base := _locale(head)) is not None and (own := base.get_display_name()):
        return f"{own[:1].upper()}{own[1:]} ({private})"
    return tag


def _direction(tag: str, locale: Locale | None) -> str:
    parts = tag.split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    if script:
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    if locale is not None:
        return str(locale.text_direction)
    return "rtl" if parts[0] in _RTL_LANGUAGES else "ltr"


def _plural_forms(locale: Locale | None, base: str) -> str:
    """Return the Plural-Forms header; two forms for a language that CLDR does not know."""
    known = locale or _locale(base)
    if known is None:
        return "nplurals=2; plural=(n != 1);"
    from babel.messages.plurals import get_plural

    return f"{get_plural(known)};"


def known_tags() -> frozenset[str]:
    """Return the tags that CLDR has names for, for completion in lists."""
    return frozenset(get_global("likely_subtags"))
