"""Languages: BCP 47 tags in canonical form, and what is known of each one.

Any well-formed tag is accepted. Babel knows the common ones; small tables and plain defaults serve the rest
(Ancient Greek, Old English, private use), so that a rare language is never an error.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.plurals import get_plural

from hexapla.model.errors import BadName
from hexapla.model.messages import _, shown

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})"
    r"(?:-(?P<extlang>[a-z]{3}))?"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)\Z"
)
"""RFC 5646, section 2.1, without the grandfathered tags."""

_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+\Z")

_REPLACED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
"""Withdrawn codes that older tools still write (Java's ``iw``), with their successors at IANA."""

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
    "lzh": "文言",
}
"""Own names of languages that CLDR has no locale for."""

_RTL_SCRIPTS = frozenset({
    "Adlm", "Arab", "Aran", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Gara", "Hatr",
    "Hebr", "Hung", "Khar", "Lydi", "Mand", "Mani", "Mend", "Merc", "Mero", "Narb",
    "Nbat", "Nkoo", "Orkh", "Ougr", "Palm", "Phli", "Phlp", "Phnx", "Prti", "Rohg",
    "Samr", "Sarb", "Sogd", "Sogo", "Syrc", "Syre", "Syrj", "Syrn", "Thaa", "Todr",
    "Yezi",
})  # fmt: skip
"""Scripts whose letters are of bidi class R or AL (Unicode)."""

_SPACELESS_SCRIPTS = frozenset({
    "Hani", "Hans", "Hant", "Hira", "Hrkt", "Jpan", "Kana", "Khmr", "Laoo", "Mymr", "Thai", "Tibt",
})  # fmt: skip
"""Scripts that set no space between sentences or words (CLDR; Korean does)."""

_PLURALS = {
    "ar": "nplurals=6; plural=(n<3 ? n : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "fa": "nplurals=2; plural=(n > 1);",
    "hu": "nplurals=2; plural=(n != 1);",
    "hy": "nplurals=2; plural=(n != 1);",
    "ka": "nplurals=2; plural=(n != 1);",
    "tr": "nplurals=2; plural=(n != 1);",
}
"""Where Babel's table contradicts CLDR's rules; the forms are those that GNU gettext and Weblate write."""


@dataclass(frozen=True)
class Language:
    """One language: ``tag`` (BCP 47), ``code`` (gettext), own ``name``, ``direction`` and plural forms."""

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
    script: str
    """The script that it is written in (ISO 15924: ``Latn``), empty where nobody knows it."""


def canonical(tag: str) -> str:
    """Return a tag in canonical form: ``pt_br`` becomes ``pt-BR``; raise BadName if it is not well formed."""
    small = tag.replace("_", "-").lower() if tag.isascii() and len(tag) <= 60 else ""
    if _PRIVATE.match(small):
        return small
    match = _TAG.match(small)
    if not match:
        raise BadName(
            _(
                "“{tag}” is not a language tag; write it as BCP 47 does: de, pt-BR, zh-Hant, grc, en-x-scots."
            ).format(tag=shown(tag, 60))
        )
    language = _REPLACED.get(match["language"], match["language"])
    parts = [language, match["extlang"], (match["script"] or "").title(), (match["region"] or "").upper()]
    return "-".join(part for part in parts if part) + match["rest"]


def code(tag: str) -> str:
    """Return the gettext form of a tag, as catalog folders and the ``Language:`` header use it."""
    return canonical(tag).replace("-", "_")


@lru_cache(maxsize=512)
def language(tag: str) -> Language:
    """Return what is known of a language; the tag is made canonical, or BadName raised as it is there."""
    tag = canonical(tag)
    script = _script(tag)
    return Language(
        tag=tag,
        code=tag.replace("-", "_"),
        name=_NAMES.get(tag) or _name(tag, None),
        direction="rtl" if script in _RTL_SCRIPTS else "ltr",
        plural_forms=_plural_forms(tag),
        spaced=script not in _SPACELESS_SCRIPTS,
        script=script,
    )


def name_in(tag: str, other: str) -> str:
    """Return the name of a language in another language, falling back to its own name."""
    tag, inside = canonical(tag), _locale(canonical(other))
    if inside is None:
        return language(tag).name
    named = _name(tag, inside)
    return language(tag).name if named == tag else named


def _locale(tag: str) -> Locale | None:
    """Return Babel's locale for a tag, or for as much of its beginning as Babel knows by name; else None."""
    parts = re.split(r"-[a-z0-9]-", tag)[0].split("-")
    script = _named_script(tag)
    for length in range(len(parts), 0, -1):
        try:
            found = Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        right = found.language == parts[0] and (not script or found.script in (script, None))
        if right and found.get_display_name():
            return found
    return None


def _name(tag: str, inside: Locale | None) -> str:
    """Return a language's name in itself or in another; what CLDR has no word for stands in brackets."""
    locale = _locale(tag)
    base = tag.split("-", maxsplit=1)[0]
    if locale is not None:
        name = locale.get_display_name(inside or locale)
        told = {locale.language, locale.script, locale.territory}
    else:
        name = inside.languages.get(base) if inside else _NAMES.get(base)
        told = {base}
    if not name:
        return tag
    if inside is None:
        name = name[:1].upper() + name[1:]
    rest = "-".join(part for part in tag.split("-") if part not in told).removeprefix("x-")
    if not rest:
        return str(name)
    return f"{name[:-1]}, {rest})" if name.endswith(")") else f"{name} ({rest})"


def _script(tag: str) -> str:
    """Return the script that a tag names, else the likely one (CLDR), else an empty text."""
    if named := _named_script(tag):
        return named
    parts, likely = tag.split("-"), get_global("likely_subtags")
    found = likely.get("_".join(parts[:2])) or likely.get(parts[0]) or ""
    return next((part for part in found.split("_")[1:] if len(part) == 4), "")


def _named_script(tag: str) -> str:
    return next((part for part in tag.split("-")[1:] if len(part) == 4 and part.istitle()), "")


def _plural_forms(tag: str) -> str:
    """Return the Plural-Forms header; two forms for a language that CLDR does not know."""
    base = tag.split("-", maxsplit=1)[0]
    if base in _PLURALS:
        return _PLURALS[base]
    locale = _locale(tag)
    return str(get_plural(locale)) if locale else "nplurals=2; plural=(n != 1);"
