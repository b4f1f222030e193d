"""The recipes: one file a language, and a default for every other one."""

from functools import lru_cache

from hexapla.model.languages import language
from hexapla.terms.languages import ar, de, el, en, fi, fr, he, hu, it, ja, nl, ro, ru, tr, uk, zh
from hexapla.terms.languages.common import default
from hexapla.terms.recipe import Recipe

_RECIPES = {
    "ar": ar.RECIPE,
    "de": de.RECIPE,
    "el": el.RECIPE,
    "en": en.RECIPE,
    "fi": fi.RECIPE,
    "fr": fr.RECIPE,
    "he": he.RECIPE,
    "hu": hu.RECIPE,
    "it": it.RECIPE,
    "ja": ja.RECIPE,
    "nl": nl.RECIPE,
    "ro": ro.RECIPE,
    "ru": ru.RECIPE,
    "tr": tr.RECIPE,
    "uk": uk.RECIPE,
    "yue": zh.RECIPE,
    "zh": zh.RECIPE,
}


@lru_cache
def recipe(lang: str) -> Recipe:
    """Return the recipe for a BCP 47 tag, by its language alone."""
    plain, _dash, _rest = lang.partition("-")
    return _RECIPES.get(plain) or default(plain, spaceless=not language(lang).spaced)
