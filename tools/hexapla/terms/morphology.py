"""The analyser for Russian and Ukrainian: pymorphy3 with the dictionaries that come with it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any


def analyser(lang: str) -> Callable[[str], tuple[str, ...]]:
    """Return a function from a word to all the words that it may be a form of; none where it is unknown."""

    def lemmas(word: str) -> tuple[str, ...]:
        morph = _morph(lang)
        if not morph.word_is_known(word):
            return ()
        return tuple(dict.fromkeys(str(parse.normal_form) for parse in morph.parse(word)))

    return lemmas


@lru_cache
def _morph(lang: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=lang)
