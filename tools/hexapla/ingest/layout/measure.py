"""How a text is laid out: whether its lines were wrapped, at what width, and whether indents begin its
paragraphs."""

import re
from dataclasses import dataclass
from itertools import pairwise

from hexapla.ingest.layout.lines import Line

_ENDS = re.compile(r"[.?!…:;。！？؟۔][\"'”’“»«›‹」』)\]*]*\Z")

NARROW = 50
"""Prose is hardly ever set in lines shorter than this; half as many signs in scripts without spaces."""
LONG = 160
"""Nor is it wrapped in lines longer than this."""
ENOUGH = 4
"""How many lines must be followed by another before their lengths say anything."""


@dataclass(frozen=True)
class Layout:
    """What the lines of a text have in common; ``width`` is 0 where there are too few to tell."""

    width: int = 0
    each_line: bool = False
    """Whether each line is a paragraph: nothing was wrapped."""
    keeps_lines: bool = False
    """Whether the ends of lines are the author's, as in verse."""
    indents: frozenset[int] = frozenset()
    """The widths of indents that begin paragraphs."""


def measure(lines: list[Line], *, spaced: bool = True) -> Layout:
    """Return the layout of a text; ``spaced`` is whether its language is written with spaces."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.text and after.text]
    wrapped = [line for line, after in pairs if after.indent <= line.indent]
    indents = _indents(lines, pairs)
    if len(wrapped) < ENOUGH:
        return Layout(indents=indents)
    lengths = sorted(len(line.text) for line in wrapped)
    closed = sum(ends_sentence(line.text) for line in wrapped)
    if lengths[len(lengths) // 2] > LONG or closed >= 0.7 * len(wrapped):
        return Layout(each_line=True)
    width = lengths[len(lengths) * 9 // 10]
    if width < (NARROW if spaced else NARROW // 2):
        return Layout(width, keeps_lines=True)
    return Layout(width, indents=indents)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or with a colon."""
    return bool(_ENDS.search(line))


def goes_on(line: str) -> bool:
    """Whether a line begins in the middle of a sentence: its first letter is a small one."""
    return next((sign.islower() for sign in line if sign.isalpha()), False)


def _indents(lines: list[Line], pairs: list[tuple[Line, Line]]) -> frozenset[int]:
    """Return the indents that begin paragraphs: those of lines deeper than the one before, unless most of
    those lines go on with a sentence, as in a bibliography with hanging indents."""
    deeper = [(line, after) for line, after in pairs if after.indent > line.indent]
    if sum(ends_sentence(line.text) for line, _after in deeper) * 2 < len(deeper):
        return frozenset()
    return frozenset(after.indent for _line, after in deeper)
