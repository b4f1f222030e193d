"""Hebrew: particles are written together with the word after them; vowel signs are seldom written."""

import re

from hexapla.terms.recipe import Recipe

_MARKS = re.compile("[\u0591-\u05bd\u05bf-\u05c7]")
_BEFORE = (
    "וכשה",
    "ושב",
    "ושה",
    "וה",
    "וב",
    "ול",
    "ומ",
    "וכ",
    "וש",
    "כשה",
    "שה",
    "שב",
    "מה",
    "ו",
    "ה",
    "ב",
    "כ",
    "ל",
    "מ",
    "ש",
)


def fold(word: str) -> str:
    """Leave vowel signs away."""
    return _MARKS.sub("", word).replace("״", '"').replace("׳", "'")


def unclitic(word: str) -> tuple[str, ...]:
    """Return what a word may be without the particles before it."""
    return tuple(
        word[len(start) :] for start in _BEFORE if word.startswith(start) and len(word) - len(start) >= 3
    )


RECIPE = Recipe(dictionary="he", fold=fold, unclitic=unclitic)
