"""Ukrainian, by pymorphy3: every reading of a form counts."""

from hexapla.terms.morphology import analyser
from hexapla.terms.recipe import Recipe


def fold(word: str) -> str:
    """Leave stress marks away."""
    return word.replace("\u0301", "")


RECIPE = Recipe(dictionary="uk", fold=fold, lemmas=analyser("uk"))
