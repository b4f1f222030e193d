"""What languages without a recipe of their own get: a dictionary, a stemmer, endings."""

import unicodedata

from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

from hexapla.terms.recipe import Recipe, listed, same

_DICTIONARIES = {"bs": "hbs", "hr": "hbs", "sr": "hbs", "sh": "hbs", "no": "nb"}
STEMMERS = {
    "ca": "catalan", "cs": "czech", "da": "danish", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque",
    "ga": "irish", "hi": "hindi", "hy": "armenian", "id": "indonesian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
_ACCENTS_SLIP = frozenset({"ast", "ca", "cs", "eo", "es", "gl", "grc", "la", "mi", "oc", "pl", "pt", "sk"})
"""Where a word without its accents is still the word, badly written; å and ä are letters of their own."""
_PRONOUNS_AFTER = frozenset({"ast", "ca", "es", "gl", "oc", "pt"})
_COMPOUNDING = frozenset({"da", "et", "fy", "is", "lb", "nb", "nn", "no", "sv"})


_PARTICLES = {
    "da": listed("af an bort frem fra igen ind med ned om op over på sammen til ud ved"),
    "nb": listed("av bort fram fra igjen inn med ned om opp over på sammen til ut ved"),
    "sv": listed(
        "av bort efter fram från igen igenom in med ned ner om på samman till upp ur ut vid åt över"
    ),
}
"""What stands before a verb in its infinitive and after it in a sentence: upphäva, häver upp."""
_ENCLITICS = {
    "ca": listed("el els en em et es hi ho la les li lo los me ne nos se te us vos l m n s t"),
    "pt": listed("a as la las lha lhas lhe lhes lho lhos lo los me na nas no nos o os se te vos"),
}


def default(lang: str, *, spaceless: bool = False) -> Recipe:
    """Return the recipe of a language that has none of its own."""
    dictionary = _DICTIONARIES.get(lang, lang)
    return Recipe(
        dictionary=dictionary if dictionary in SUPPORTED_LANGUAGES else "",
        stemmer=STEMMERS.get(lang, ""),
        spelling=unaccented if lang in _ACCENTS_SLIP else same,
        pronouns_after_verbs=lang in _PRONOUNS_AFTER,
        enclitics=_ENCLITICS.get(lang, ()),
        prefixes=_PARTICLES.get(lang, ()),
        infinitives=("a", "e", "å"),
        compounds=7 if lang in _COMPOUNDING else 0,
        spaceless=spaceless,
    )


def unaccented(word: str) -> str:
    """Return a word without its accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
