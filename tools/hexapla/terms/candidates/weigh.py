"""How likely grams are to be terms: C-value (Frantzi, Ananiadou) times keyness."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from hexapla.terms.candidates.grams import LONGEST, REACH, Gram, Span
from hexapla.terms.candidates.vocabulary import Vocabulary

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


def uncovered(grams: Sequence[Gram]) -> Mapping[Gram, Sequence[Span]]:
    """Return where each gram stands outside longer ones; nothing where it hardly ever does."""
    free: dict[Gram, list[Span]] = {}
    reach: dict[tuple[int, int], int] = {}
    length = 0
    fresh: list[Span] = []
    for gram in grams:
        if gram.words != length:
            for row, first, last in fresh:
                reach[row, first] = max(last, reach.get((row, first), 0))
            fresh, length = [], gram.words
        outside = [span for span in gram.spans if not _is_within(span, reach)]
        free[gram] = outside if len(outside) > _SWALLOWED * gram.count else []
        if gram.words > 1 and free[gram]:
            fresh += gram.spans
    return free


def _is_within(span: Span, reach: Mapping[tuple[int, int], int]) -> bool:
    """Whether a longer gram that begins at the same token, or a few before it, reaches as far."""
    row, first, last = span
    return any(reach.get((row, start), 0) >= last for start in range(first - REACH + 1, first + 1))


def _pieces(lemmas: tuple[str, ...]) -> set[tuple[str, ...]]:
    size = len(lemmas)
    return {lemmas[first:last] for first in range(size) for last in range(first + 1, size + 1)} - {lemmas}
