"""The words of a text: counted as a translator is paid for them, and folded as a search looks for them."""

import re
import unicodedata

_TAG = re.compile(r"<[^>]*>|&(?:amp|lt|gt);")
_WORD = re.compile(
    r"[぀-ヿ㐀-䶿一-鿿]"  # kana and Han: each sign is one
    r"|[^\W_぀-ヿ㐀-䶿一-鿿]+(?:[-'’:*·][^\W_぀-ヿ㐀-䶿一-鿿]+)*"
)
_PIECE = re.compile(r"[぀-ヿ㐀-䶿一-鿿]|[^\W_぀-ヿ㐀-䶿一-鿿]+")


def count(inline: str) -> int:
    """Count the words of an inline form: a hyphenated word is one, so is each Han sign or kana."""
    return len(_WORD.findall(_TAG.sub(" ", inline)))


def folded(inline: str) -> list[str]:
    """Return the pieces of an inline form that a search compares: no case, no accents, no hyphens, no markup.

    Each kana and Han sign is a piece, so that a search for several of them is one for a phrase.
    """
    plain = unicodedata.normalize("NFKD", _TAG.sub(" ", inline).replace("\u00ad", "")).casefold()
    return _PIECE.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
