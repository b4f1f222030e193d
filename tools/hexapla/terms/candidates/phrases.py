"""What the words around a gram tell: whether it is a phrase of its own, and whether it is a name."""

from collections.abc import Sequence

from hexapla.terms.candidates.grams import Gram, Span
from hexapla.terms.candidates.vocabulary import Vocabulary
from hexapla.terms.reading import Token

_VERB = 0.3
"""What is followed by an article or a pronoun more often than that is a verb."""
_INTRODUCED = 0.4
"""How often a Romance noun must follow an article or a preposition."""
_NOUN = 0.5
"""How often a German noun must have its capital letter."""

_SIGNS = 2
"""How many signs a term has at least, in a script without spaces."""


def stands_alone(
    gram: Gram, spans: Sequence[Span], rows: Sequence[Sequence[Token]], vocabulary: Vocabulary
) -> bool:
    """Whether a gram, in these places, is mostly a phrase, and not an adjective before other words, or a verb."""
    alone = opened = introduced = 0
    small = vocabulary.small
    for nth, first, last in spans:
        row = rows[nth]
        after = row[last] if last < len(row) and row[last].joined else None
        before = row[first - 1] if first and row[first].joined else None
        beside = before if small.head_first else after
        alone += beside is None or vocabulary.is_stop(beside)
        opened += after is not None and after.parts[0].plain in small.openers
        introduced += before is not None and before.parts[0].plain in small.links | small.openers
    if vocabulary.spaceless and sum(map(len, gram.lemmas)) < _SIGNS:
        return False
    if vocabulary.nouns_capital and not _is_noun(gram, rows):
        return False
    if small.head_first and small.openers and introduced < _INTRODUCED * len(spans):
        return False
    return alone >= vocabulary.alone * len(spans) and opened <= _VERB * len(spans)


def names(gram: Gram, vocabulary: Vocabulary) -> bool:
    """Whether a gram is a name."""
    # Of two words with capital letters that were never seen without, one may never have stood within a sentence.
    several = len(gram.content) > 1
    return all(
        vocabulary.is_proper(lemma) or (several and vocabulary.may_be_proper(lemma)) for lemma in gram.content
    )


def _is_noun(gram: Gram, rows: Sequence[Sequence[Token]]) -> bool:
    capital = sum(
        any(token.text[0].isupper() for token in rows[nth][first:last]) for nth, first, last in gram.spans
    )
    return capital >= _NOUN * gram.count
