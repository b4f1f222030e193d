"""Candidates for terms: C-value times how much more often a text has the words than other texts do.

- ``candidates``: those of segments, the likeliest first
- ``is_by_keyness``: whether the frequencies of a language's words are known; without them the spread of words within
  the segments has to say how special they are
"""

from collections.abc import Iterable, Sequence

from hexapla.model.candidates import Candidate
from hexapla.model.glossary import Kind
from hexapla.model.terms import FormTable
from hexapla.terms.candidates.grams import collect
from hexapla.terms.candidates.phrases import names, stands_alone
from hexapla.terms.candidates.vocabulary import Vocabulary
from hexapla.terms.candidates.weigh import uncovered, weights
from hexapla.terms.reading import Reader
from hexapla.terms.usage import Usage

__all__ = ["candidates", "is_by_keyness"]

_LEAST = ((5_000, 2), (40_000, 3), (200_000, 4))
"""Up to how many words of text a candidate must occur how often."""
_MOST = 5


def candidates(
    lang: str, segments: Sequence[str], *, table: FormTable | None = None, known: Iterable[str] = ()
) -> list[Candidate]:
    """Return the words of one to four words that the segments may use as terms, the likeliest first.

    Inflected forms are counted together. Names, ``Kind.NAME``, are those that have a capital letter in the middle of
    sentences. ``known``: terms, and rejected candidates, that are not to be said again.
    """
    reader = Reader(lang, table)
    rows = reader.read(segments)
    vocabulary = Vocabulary(reader, rows)
    least = next((least for size, least in _LEAST if vocabulary.size < size), _MOST)
    grams = collect(rows, vocabulary, least)
    skipped = {" ".join(lemma for token in row for lemma in token.lemma) for row in reader.read(list(known))}
    found: list[Candidate] = []
    free = uncovered(grams)
    for gram, weight in weights(grams, vocabulary).items():
        if gram.lemma in skipped or weight <= 0 or not free[gram]:
            continue
        kind = Kind.NAME if names(gram, vocabulary) else Kind.TERM
        if kind is Kind.TERM and not stands_alone(gram, free[gram], rows, vocabulary):
            continue
        found.append(Candidate(gram.name(rows, segments), gram.lemma, kind, weight, gram.places(rows)))
    return sorted(found, key=lambda one: (-one.score, one.lemma))


def is_by_keyness(lang: str) -> bool:
    """Whether the frequencies of a language's words are known."""
    return bool(Usage(lang))
