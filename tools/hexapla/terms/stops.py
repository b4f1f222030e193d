"""Which words carry no meaning of their own, whatever the text is about."""

from hexapla.terms.lemmas import Kept
from hexapla.terms.recipe import Recipe
from hexapla.terms.small_words import small_words
from hexapla.terms.usage import Usage

_LONGEST = 80
"""What is longer is no word."""


class Stops:
    """The words of one language that no term, and no rendering of one, begins or ends with."""

    def __init__(self, lang: str, recipe: Recipe, usage: Usage) -> None:
        small = small_words(lang)
        self._words = small.links | small.openers | recipe.elisions
        self._recipe, self._usage = recipe, usage

    def has(self, part: Kept) -> bool:
        """Whether a word is one: a number, a letter, an article, one of the most frequent words."""
        word, spaceless = part.plain, self._recipe.spaceless
        if (
            len(word) > _LONGEST
            or any(sign.isdigit() for sign in word)
            or (len(word) < 2 and (not spaceless or word.isascii()))
        ):
            return True
        if spaceless and all("\u3040" <= sign < "\u30a0" for sign in word):
            return True
        always = self._usage.always
        return word in self._words or part.low in always or word in always or part.head in always
