"""Greek: an enclitic word throws an accent onto the one before it."""

import unicodedata

from hexapla.terms.languages.common import unaccented
from hexapla.terms.recipe import Recipe


def fold(word: str) -> str:
    """Leave the second accent away (πρότασή μου)."""
    apart = unicodedata.normalize("NFD", word)
    if apart.count("\u0301") < 2:
        return word
    at = apart.rindex("\u0301")
    return unicodedata.normalize("NFC", apart[:at] + apart[at + 1 :])


RECIPE = Recipe(dictionary="el", stemmer="greek", fold=fold, spelling=unaccented, moving_accent=True)
