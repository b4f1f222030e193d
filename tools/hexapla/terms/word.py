"""A written word in the form in which it is compared."""

import unicodedata

from hexapla.terms.recipe import Recipe

_QUIET = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"))
_APOSTROPHES = str.maketrans("’ʼ′‘", "''''")
_HYPHENS = str.maketrans("‐‑", "--")


def folded(word: str, recipe: Recipe) -> str:
    """Return a word in lower case, composed (NFC), with one kind of apostrophe and hyphen, as its language folds it."""
    plain = word if word.isascii() else unicodedata.normalize("NFC", word)
    plain = plain.translate(_QUIET).translate(_APOSTROPHES).translate(_HYPHENS)
    return recipe.fold(recipe.lower(plain))


def parted(one: str, other: str) -> tuple[int, tuple[str, str]]:
    """Return how many letters two words share at their beginning, and what each has after them."""
    shared = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        shared += 1
    return shared, (one[shared:], other[shared:])
