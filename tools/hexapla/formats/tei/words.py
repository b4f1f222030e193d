"""Counting words as a translator is paid for them."""

import re

_BY_CHARACTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Kana and Han: scripts that set no space between words, counted by character. Hangul sets them."""
_BETWEEN = re.compile(r"[\s—–…/]+")


def count(text: str) -> int:
    """Return the number of words in plain text: what has a letter or digit, between spaces or dashes."""
    spaced, signs = _BY_CHARACTER.subn(" ", text)
    return signs + sum(any(map(str.isalnum, word)) for word in _BETWEEN.split(spaced))
