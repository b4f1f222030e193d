"""Counting the words of a source, as a translator is paid for them."""

import re

_TAG = re.compile(r"<[^>]*>|&(?:amp|lt|gt);")
_WORD = re.compile(
    r"[぀-ヿ㐀-䶿一-鿿]"  # kana and Han: each sign is one
    r"|[^\W_぀-ヿ㐀-䶿一-鿿]+(?:[-'’:*·][^\W_぀-ヿ㐀-䶿一-鿿]+)*"
)


def count(inline: str) -> int:
    """Count the words of an inline form: a hyphenated word is one, so is each Han sign or kana."""
    return len(_WORD.findall(_TAG.sub(" ", inline)))
