"""The oracle: what sentencex takes for an abbreviation."""

from functools import lru_cache

import sentencex


@lru_cache(maxsize=20_000)
def is_abbreviation(word: str, lang: str) -> bool:
    """Whether a word is an abbreviation by the lists of sentencex; ``word`` has no full stop, ``lang`` is a
    language without script or region."""
    return len(sentencex.get_sentence_boundaries(lang, f"Xa {word}. Xb xc.")) == 1
