"""The lines of a plain text as they stand; raw, since spaces, blank lines and form feeds are all the
evidence there is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\n\r\v\x85\u2028\u2029]*)(\r\n|[\n\r\v\x85\u2028\u2029]|\Z)")
_COUNTED = frozenset({"\n", "\r", "\r\n"})
_SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Span:
    """How some letters of a line are set: ``rend`` is italic, bold, smallcaps, sup or sub; offsets in its text."""

    start: int
    end: int
    rend: str


@dataclass(frozen=True)
class Line:
    """One line: ``text`` without white space at its ends, empty for a blank line; ``number`` from 1.

    ``page`` is None but for the first line of a page: the page's number then, empty where none is printed. What only
    some files know is left at its default: whether white space stood at the end of the line (``open``), the size of
    its letters as a share of the body's (``size``), how letters are set (``spans``), where it stands (``align``:
    center or right), and the space above it in lines (``gap``).
    """

    number: int
    text: str
    indent: int = 0
    page: str | None = None
    open: bool = False
    size: float = 0.0
    spans: tuple[Span, ...] = ()
    align: str = ""
    gap: float = 0.0
    wide: bool = False
    """Whether it begins with an ideographic space (U+3000), as paragraphs of Chinese and Japanese do."""


def split(text: str) -> list[Line]:
    """Return the lines of a text; a form feed begins a page, and with it a line."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    number = 1
    for found in _LINE.finditer(text):
        if found.start() == len(text):
            return  # what follows the last line end is no line
        for nth, part in enumerate(found[1].split("\f")):
            stripped = part.lstrip()
            indent = len(part.expandtabs(4)) - len(part.expandtabs(4).lstrip())
            yield Line(
                number,
                _SPACES.sub(" ", stripped.rstrip()),
                indent if stripped and not part.startswith("\u3000") else 0,
                "" if nth else None,
                open=bool(stripped) and part[-1:] in (" ", "\t"),
                wide=bool(stripped) and part.startswith("\u3000"),
            )
        number += found[2] in _COUNTED
