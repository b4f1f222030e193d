"""What languages without a recipe of their own get: a dictionary, a stemmer, endings."""

import unicodedata

from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

from hexapla.terms.recipe import Recipe

_DICTIONARIES = {"bs": "hbs", "hr": "hbs", "sr": "hbs", "sh": "hbs", "no": "nb"}
STEMMERS = {
    "ca": "catalan", "cs": "czech", "da": "danish", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque",
    "ga": "irish", "hi": "hindi", "hy": "armenian", "id": "indonesian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
_COMPOUNDING = frozenset({"da", "et", "fy", "is", "lb", "nb", "nn", "no", "sv"})


def default(lang: str, *, spaceless: bool = False) -> Recipe:
    """Return the recipe of a language that has none of its own."""
    dictionary = _DICTIONARIES.get(lang, lang)
    return Recipe(
        dictionary=dictionary if dictionary in SUPPORTED_LANGUAGES else "",
        stemmer=STEMMERS.get(lang, ""),
        spelling=unaccented,
        compounds=7 if lang in _COMPOUNDING else 0,
        spaceless=spaceless,
    )


def unaccented(word: str) -> str:
    """Return a word without its accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
