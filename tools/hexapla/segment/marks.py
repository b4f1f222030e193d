"""The marks that end sentences, and those that stand around them, in all scripts."""

import re
from unicodedata import category

FULL_STOPS = ".۔।॥"
"""Marks that end a sentence or an abbreviation: the oracle is asked about them."""

TRAILING = "…‥"
"""Marks that trail off, at the end of a sentence or in the middle."""

CALLS = "?!؟‽⁇⁈⁉"
"""Question and exclamation marks."""

WIDE = "。！？．｡"
"""Marks of Chinese and Japanese, after which no space is needed."""

LISTED = FULL_STOPS + TRAILING + CALLS + WIDE

_CLOSING = "”’」』》〉)]}）］】〕"
"""Marks that close what a sentence ended in."""

_EITHER = "\"'“‘»«›‹*_"
"""Marks that close in one language and open in another: they close where white space follows."""

_QUOTING = '"“”„‟‛«»‹›「」『』《》〈〉()[]{}（）［］【】〔〕*_'
UNQUOTED = {ord(mark): " " for mark in _QUOTING}
"""For ``str.translate``: quotation marks and brackets become spaces. Apostrophes stay, they stand inside
of words."""

_OPENING = re.compile(r"[\s\"'“”„‟‘’‚‛«»‹›(\[{¿¡–—―\-…*_]*")


def goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on after ``end``: its next letter, dashes and opening marks aside, is a
    small one."""
    place = _OPENING.match(text, end)
    first = place.end() if place else end
    return text[first : first + 1].islower()


def is_foreign_stop(mark: str, more: str = "") -> bool:
    """Whether a mark may be the full stop of a script that is not listed here: Ethiopic, Burmese, Khmer …"""
    return not mark.isascii() and category(mark) == "Po" and mark not in LISTED + more


def stops(more: str = "") -> re.Pattern[str]:
    """Return the pattern for a place where a sentence may end: marks (group 1), then what closes behind them.

    ``more`` are further marks of a language. French sets a space before a closing guillemet: it belongs to
    the end.
    """
    ends, closing, either = (re.escape(signs) for signs in (LISTED + more, _CLOSING, _EITHER))
    french = rf"(?<=[{ends}])[ \u00a0\u202f]»(?=\s|\Z)"
    return re.compile(rf"([{ends}]+)(?:{french}|[{closing}]*(?:[{closing}{either}]+(?=\s|\Z))?)")
