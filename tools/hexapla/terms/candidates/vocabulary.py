"""The words of a text by lemma: how frequent they are in it and in general, and which of them carry no meaning."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from hexapla.terms.lemmas import Kept
from hexapla.terms.reading import Reader, Token
from hexapla.terms.small_words import small_words
from hexapla.terms.stops import Stops
from hexapla.terms.usage import Usage

_HYPHEN = re.compile("[-‐‑]")
_PARTS = 20
"""Into how many parts a text is divided to see where a word is used."""
_EVEN = 0.45
"""Words that are spread more evenly than that say nothing, where frequencies are not known (0 even, 1 in one place)."""
_USED, _OFTEN, _VERY_OFTEN = 0.3, 0.7, 1.2
"""Keyness below which a frequent word, a very frequent one, and a particle say nothing."""
_SHORT = 3_000
"""In a text of fewer words every one is frequent that occurs twice: it is taken for as long as that."""
_SOME = 3
"""How many times a German noun must be seen to say that it has no article."""
_FREQUENT, _COMMON = 1e-4, 2e-5
"""The share of all words above which a word is frequent; above which its forms would be known if it had any."""


class Vocabulary:
    """The words of segments that were read."""

    def __init__(self, reader: Reader, rows: Sequence[Sequence[Token]]) -> None:
        self._usage, self._recipe = Usage(reader.lang), reader.recipe
        self.small = small_words(reader.lang)
        self._stop_words = Stops(reader.lang, reader.recipe, self._usage)
        self.nouns_capital, self.spaceless = reader.recipe.nouns_capital, reader.recipe.spaceless
        self.counts = Counter[str]()
        self._capital, self._inside, self._noun = Counter[str](), Counter[str](), Counter[str]()
        self._lower = Counter[str]()
        self._in_parts: dict[str, Counter[int]] = defaultdict(Counter)
        self._sizes = Counter[int]()
        forms: dict[str, dict[str, Kept]] = defaultdict(dict)
        for nth, row in enumerate(rows):
            part = nth * _PARTS // len(rows)
            for at, token in enumerate(row):
                for kept in token.parts:
                    self.counts[kept.lemma] += 1
                    forms[kept.lemma][kept.low] = kept
                    if not self._usage:
                        self._in_parts[kept.lemma][part] += 1
                        self._sizes[part] += 1
                noun = self.nouns_capital and self._is_introduced(row, at)
                for kept, text in zip(token.parts, _HYPHEN.split(token.text), strict=False):
                    self._lower[kept.lemma] += not text[0].isupper()
                    if not token.opening or _is_acronym(text):
                        self._inside[kept.lemma] += 1
                        self._capital[kept.lemma] += text[0].isupper()
                        self._noun[kept.lemma] += noun
        self.size = self.counts.total()
        self._general = {lemma: self._share(some.values()) for lemma, some in forms.items()}
        self._known: dict[Kept, bool] = {}

    def _share(self, forms: Collection[Kept]) -> float:
        """Return how frequent a lemma is in general, in the forms that the text has; else as it stands."""
        seen = sum(self._usage.share(form.low, form.plain) for form in forms)
        return seen or max(self._usage.share(form.head) for form in forms)

    def keyness(self, lemma: str) -> float:
        """Return how special a word is to this text: the logarithm of a ratio, or twice its unevenness."""
        if not self._usage:
            return 2 * self._unevenness(lemma)
        return self._usage.keyness(self.counts[lemma] / max(self.size, _SHORT), self._general[lemma])

    def _unevenness(self, lemma: str) -> float:
        """Return the deviation of proportions (Gries): 0 spread as the text is, 1 in one place."""
        found, total = self._in_parts[lemma], self.counts[lemma]
        return sum(abs(found[part] / total - size / self.size) for part, size in self._sizes.items()) / 2

    def is_proper(self, lemma: str) -> bool:
        """Whether a word has a capital letter in the middle of sentences; where nouns have one, never an article."""
        inside = self._inside[lemma]
        if self.nouns_capital and (inside < _SOME or self._noun[lemma]):
            return False
        return inside > 0 and self._capital[lemma] > 0.8 * inside

    def may_be_proper(self, lemma: str) -> bool:
        """Whether a word always has a capital letter, wherever it stands."""
        return not self._lower[lemma] and not self.nouns_capital

    def is_stop(self, token: Token) -> bool:
        """Whether a word carries no meaning of its own: no term begins or ends with it."""
        return all(self._is_stop(part) for part in token.parts)

    def is_link(self, token: Token) -> bool:
        """Whether a word may stand within a term."""
        return token.parts[0].plain in self.small.links

    def _is_introduced(self, row: Sequence[Token], at: int) -> bool:
        """Whether an article stands before a word, or an adjective."""
        before = row[at - 1] if at and row[at].joined else None
        if before is None:
            return False
        low = before.parts[0].plain
        adjective = before.text.islower() and low.endswith(self.small.adjectives)
        return low in self.small.articles or (adjective and low not in self._usage.usual)

    def _is_stop(self, part: Kept) -> bool:
        known = self._known.get(part)
        if known is None:
            known = self._known[part] = self._says_nothing(part)
        return known

    def _says_nothing(self, part: Kept) -> bool:
        if self._stop_words.has(part):
            return True
        if not self._usage:
            return len(part.plain) < 3 or self._unevenness(part.lemma) < _EVEN
        keyness, known = self.keyness(part.lemma), (part.low, part.plain, part.head)
        if not self._usage.usual.isdisjoint(known):
            return keyness < _OFTEN
        share = self._usage.share(*known)
        if share > _FREQUENT and keyness < _USED:
            return True
        inflects = self._recipe.dictionary and not self._recipe.spaceless
        return share > _COMMON and keyness < _VERY_OFTEN and bool(inflects) and not self._is_inflected(part)

    def _is_inflected(self, part: Kept) -> bool:
        return part.head != part.plain or self._usage.is_inflected(part.head, self._recipe)

    @cached_property
    def alone(self) -> float:
        """What share of its occurrences a term must stand in without other words that carry meaning beside it."""
        return 0.5 if self.small.openers else 0.3


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()
