"""Russian, by pymorphy3 and the OpenCorpora dictionary: every reading of a form counts."""

from hexapla.terms.morphology import analyser
from hexapla.terms.recipe import Recipe


def fold(word: str) -> str:
    """Write е for ё, and leave stress marks away."""
    return word.replace("ё", "е").replace("\u0301", "")


RECIPE = Recipe(dictionary="ru", stemmer="russian", fold=fold, lemmas=analyser("ru"))
