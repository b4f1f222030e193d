"""How likely grams are to be terms: C-value (Frantzi, Ananiadou) times keyness."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from hexapla.terms.candidates.grams import LONGEST, Gram, Span
from hexapla.terms.candidates.vocabulary import Vocabulary
from hexapla.terms.reading import Token

_POWER, _WORDS = 2.0, 1.5
"""To what powers keyness and the number of words count: several words are a term much more often than one is."""
_SWALLOWED = 0.2
"""A gram of which no more than this share stands outside longer ones is but a piece of them."""


def weights(grams: Sequence[Gram], vocabulary: Vocabulary) -> Mapping[Gram, float]:
    """Return the weight of each gram that is short enough."""
    around: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for gram in grams:
        for piece in _pieces(gram.lemmas):
            around[piece].append(gram.count)
    made: dict[Gram, float] = {}
    for gram in grams:
        if gram.words > LONGEST:
            continue
        longer = around.get(gram.lemmas, [])
        value = len(gram.content) ** _WORDS * (gram.count - (sum(longer) / len(longer) if longer else 0))
        # A name in a term ("Turing machine") is rare in general, and says nothing of the term.
        common = [lemma for lemma in gram.content if not vocabulary.is_proper(lemma)] or gram.content
        keyness = sum(map(vocabulary.keyness, common)) / len(common)
        made[gram] = value * max(0.0, keyness) ** _POWER
    return made


def uncovered(grams: Sequence[Gram], rows: Sequence[Sequence[Token]]) -> Mapping[Gram, Sequence[Span]]:
    """Return where each gram stands outside longer ones; nothing where it hardly ever does."""
    free: dict[Gram, list[Span]] = {}
    covered: dict[int, list[Span]] = defaultdict(list)
    length = 0
    fresh: list[Span] = []
    for gram in grams:
        if gram.words != length:
            for span in fresh:
                covered[span[0]].append(span)
            fresh, length = [], gram.words
        outside = [
            span
            for span in gram.spans
            if not any(one[1] <= span[1] and span[2] <= one[2] for one in covered[span[0]])
        ]
        free[gram] = outside if len(outside) > _SWALLOWED * gram.count else []
        if gram.words > 1 and free[gram]:
            fresh += gram.spans
    return free


def _pieces(lemmas: tuple[str, ...]) -> set[tuple[str, ...]]:
    size = len(lemmas)
    return {lemmas[first:last] for first in range(size) for last in range(first + 1, size + 1)} - {lemmas}
