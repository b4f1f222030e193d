"""The marks of notes: as they stand before a note, and as they stand in the text."""

import re

MARK = re.compile(
    r"(\*{1,4}|†{1,2}|‡|§|¹|²|³|[⁴-⁹⁰]|\[\d{1,3}\]|\(\d{1,3}\)|\(\*{1,3}\)|\d{1,3}(?=[.)]?\s|[^\W\d_]))[.)]?\s*(?=\S)"
)
"""A mark at the beginning of a note, with what follows it."""

_FIGURES, _RAISED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"


def raised(figures: str) -> str:
    """Return figures as raised ones."""
    return figures.translate(str.maketrans(_FIGURES, _RAISED))


def plain_mark(mark: str) -> str:
    """Return a mark without brackets, and raised figures as figures."""
    return mark.strip("[]()").translate(str.maketrans(_RAISED, _FIGURES))


def anchor_of(mark: str) -> re.Pattern[str]:
    """Return the pattern for a note's mark in the text: bound to a word, or to what closes behind one."""
    plain = plain_mark(mark)
    if not plain.isdigit():
        return re.compile(rf"(?<=\S)\s?\(?{re.escape(plain)}\)?(?![*†‡])")
    bound = rf"(?<=[^\W\d_]){plain}(?![\d\w])|(?<=[.,;:!?…»«”“’\"')\]]){plain}(?![\d\w.,]\d|\d)"
    return re.compile(rf"{bound}|{raised(plain)}|\[{plain}\]|(?<=\w)\s?\({plain}\)")
