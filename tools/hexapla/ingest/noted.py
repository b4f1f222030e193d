"""The marks of notes: as they stand before a note, and as they stand in the text."""

import re

MARK = re.compile(
    r"((?:\*{1,4}|†{1,2}|‡|§|[¹²³⁴-⁹⁰]{1,3}|\[(?:\d{1,3}|\*{1,3})\]|\((?:\d{1,3}|\*{1,3})\)|"
    r"\d{1,3}(?=[.)]?(?:\s|[^\W\d_])))[.)]?)\s*(?=\S)"
)
"""A mark at the beginning of a note, as it is printed (group 1), with the space behind it."""

_FIGURES, _RAISED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"


def raised(figures: str) -> str:
    """Return figures as raised ones."""
    return figures.translate(str.maketrans(_FIGURES, _RAISED))


def plain_mark(mark: str) -> str:
    """Return a mark without brackets and stops, and raised figures as figures."""
    return mark.strip("[](). ").translate(str.maketrans(_RAISED, _FIGURES))


def anchor_of(mark: str) -> re.Pattern[str]:
    """Return the pattern for a note's mark in the text: bound to a word, or to what closes behind one.

    A bracket that the note's mark has, the one in the text has too.
    """
    plain = plain_mark(mark)
    if mark.startswith(("[", "(")) and not plain.isdigit():
        return re.compile(rf"(?<=\S)[ \u00a0]?{re.escape(mark.rstrip('.'))}")
    if not plain.isdigit():
        return re.compile(rf"(?<=\S)[ \u00a0]?\(?{re.escape(plain)}\)?(?![*†‡])")
    if mark.startswith("["):
        return re.compile(rf"(?<=\S)[ \u00a0]?\[{plain}\]")
    if mark.startswith("("):
        return re.compile(rf"(?<=\S)[ \u00a0]?\({plain}\)")
    close = r"\)" if mark.endswith(")") else ""
    bound = rf"(?<=[^\W\d_]){plain}(?![\d\w]){close}|(?<=[.,;:!?…»«”“’\"')\]]){plain}(?![\d\w.,]\d|\d){close}"
    return re.compile(
        rf"{bound}|{raised(plain)}{close}" + ("" if close else rf"|\[{plain}\]|(?<=\w)[ \u00a0]?\({plain}\)")
    )
