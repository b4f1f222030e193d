"""How frequent the words of a language are in general (wordfreq)."""

import gzip
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from hexapla.terms.endings import endings
from hexapla.terms.recipe import Recipe

_NAMES = {"hr": "sh", "sr": "sh", "bs": "sh", "no": "nb", "nn": "nb", "tl": "fil", "yue": "zh"}
"""Languages that wordfreq has under another one's name."""
ALWAYS = 50
"""So many of the most frequent words are never part of a term but between its other words."""
USUAL = 150
"""So many are one only where a text has them much more often than other texts do."""


class Usage:
    """Frequencies of the words of one language, as shares of all words; empty where nobody has counted them."""

    def __init__(self, lang: str) -> None:
        self._shares = shares(lang)
        frequent = _most_frequent(lang)
        self.always, self.usual = frozenset(frequent[:ALWAYS]), frozenset(frequent)
        self.least = max(min(self._shares.values(), default=1e-7), 1e-7)
        """The share of words that are too rare to be counted."""

    def __bool__(self) -> bool:
        return bool(self._shares)

    def share(self, *spellings: str) -> float:
        """Return the share of a word, under the first of these spellings that is known; 0: none is."""
        return next((self._shares[one] for one in spellings if one in self._shares), 0.0)

    def keyness(self, share: float, general: float) -> float:
        """Return how much more frequent a word is in a text than in general: the logarithm, to base 10."""
        return math.log10(share / max(general, self.least))

    def is_inflected(self, word: str, recipe: Recipe) -> bool:
        """Whether forms of a frequent word are in use too: a particle or an adverb mostly has none."""
        return any(
            word.endswith(end)
            and len(word) > len(end) + 1
            and word[: len(word) - len(end)] + form in self._shares
            for form, end in endings(recipe.dictionary)
        )


def simplified(text: str) -> str:
    """Return Chinese with simplified signs, in which frequencies are counted: sign by sign, to look words up only."""
    return text.translate(_simplified())


@lru_cache
def _simplified() -> Mapping[int, str]:
    import msgpack  # wordfreq brings it, and its own function for this wants jieba

    file = resources.files("wordfreq").joinpath("data/_chinese_mapping.msgpack.gz")
    if not file.is_file():
        return {}
    table = msgpack.unpackb(gzip.decompress(file.read_bytes()), strict_map_key=False)
    return {int(sign): str(simple) for sign, simple in table.items()}


@lru_cache(maxsize=8)
def shares(lang: str) -> Mapping[str, float]:
    """Return the shares of the words of a language, as wordfreq has them; none where it does not have it."""
    import wordfreq

    plain, _dash, _rest = lang.partition("-")
    name = _NAMES.get(plain, plain)
    if name not in wordfreq.available_languages("best"):
        return {}
    found: dict[str, float] = wordfreq.get_frequency_dict(name)
    return found


@lru_cache(maxsize=8)
def _most_frequent(lang: str) -> tuple[str, ...]:
    known = shares(lang)
    found = (word for word in sorted(known, key=known.__getitem__, reverse=True) if not word[0].isdigit())
    return tuple(word for word, _nth in zip(found, range(USUAL), strict=False))
