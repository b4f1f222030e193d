"""The words of a text as terms, checks and memory see them: one tokenizer for all.

Hyphenated words, words with apostrophes and gender forms (``Arbeiter:innen``, ``Arbeiter*in``, ``ArbeiterInnen``,
``Arbeiter(in)``, ``ouvrier·e·s``) are one word each; a hyphenated one has its parts too.
"""

import re
from dataclasses import dataclass

_LETTER = r"[^\W_¹²³⁰⁴⁵⁶⁷⁸⁹]"
"""A superior figure is a note’s mark and no part of a word."""
_GENDER = (
    r"(?:[:*_·/]-?[Ii]n(?:nen)?\b"  # Arbeiter:in, Arbeiter*innen, Arbeiter_innen, Arbeiter/-innen
    r"|\((?:in(?:nen)?|e|e?s|ne|le|ère|rice|euse)\)(?:s\b)?"  # Arbeiter(innen), ouvrier(e)s
    r"|[·•․](?:[^\W_]+[·•․])*[^\W_]+"  # ouvrier·e·s
    r"|(?<=[a-zäöüß])\.(?:e|ne|le|trice|rice|euse|ère)(?:\.?s)?\b(?!\.\w))"  # ouvrier.e.s
)
_MARKS = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05c7\u00ad\u200c\u200d]"
WORD = re.compile(
    rf"{_LETTER}(?:{_LETTER}|{_MARKS})*"
    rf"(?:(?:[-‐‑'’ʼ′·]|(?<=[א-ת])[\"״])(?:{_LETTER}(?:{_LETTER}|{_MARKS})*))*"
    rf"(?:{_GENDER})?"
)
"""One word; for whoever looks at each word of a whole book."""
_PART = re.compile(r"[^-‐‑]+")


@dataclass(frozen=True)
class Word:
    """One word, or one part of a hyphenated word; ``start`` and ``end`` are character offsets."""

    start: int
    end: int
    text: str
    whole: bool = True
    """False: a part of a hyphenated word."""


def words(text: str) -> list[Word]:
    """Return the words of a text in order, hyphenated ones whole."""
    return [Word(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


def parts(word: Word) -> list[Word]:
    """Return the parts of a hyphenated word; of another one, the word itself."""
    if not any(sign in word.text for sign in "-‐‑"):
        return [word]
    return [
        Word(word.start + found.start(), word.start + found.end(), found[0], whole=False)
        for found in _PART.finditer(word.text)
    ]
