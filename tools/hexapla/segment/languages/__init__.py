"""What is special about the sentences of a language: its abbreviations, its ordinals, how its sentences begin."""

from hexapla.segment.languages import (
    ar,
    cs,
    de,
    el,
    en,
    es,
    fi,
    fr,
    hu,
    it,
    ja,
    nl,
    pl,
    pt,
    ro,
    ru,
    sv,
    tr,
    uk,
    zh,
)
from hexapla.segment.languages.rules import Rules

_RULES = {
    "ar": ar.RULES,
    "cs": cs.RULES,
    "de": de.RULES,
    "el": el.RULES,
    "grc": el.RULES,
    "en": en.RULES,
    "es": es.RULES,
    "fi": fi.RULES,
    "fr": fr.RULES,
    "hu": hu.RULES,
    "it": it.RULES,
    "ja": ja.RULES,
    "nl": nl.RULES,
    "pl": pl.RULES,
    "pt": pt.RULES,
    "ro": ro.RULES,
    "ru": ru.RULES,
    "sv": sv.RULES,
    "tr": tr.RULES,
    "uk": uk.RULES,
    "yue": zh.RULES,
    "zh": zh.RULES,
}
_COMMON = Rules()


def known() -> frozenset[str]:
    """Return the languages that have rules of their own."""
    return frozenset(_RULES)


def rules(lang: str) -> Rules:
    """Return the rules for a BCP 47 tag, by its language alone."""
    return _RULES.get(lang.partition("-")[0].lower(), _COMMON)
