"""How a text is laid out: whether its lines were wrapped, at what width, and what begins its paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hexapla.ingest.layout.lines import Line

_ENDS = re.compile(r"[.?!…:;。！？؟۔][\"'”’“»«›‹」』)\]*†‡\d¹²³⁴⁵⁶⁷⁸⁹⁰\u00a0\u202f]*\Z")
_BROKEN = re.compile(r"\w[-‐¬\u00ad]\Z")

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
    narrow: int = 0
    """Hardly any line that was wrapped is shorter than this."""
    each_line: bool = False
    """Whether each line is a paragraph: nothing was wrapped."""
    keeps_lines: bool = False
    """Whether the ends of lines are the author's, as in verse."""
    indents: frozenset[int] = frozenset()
    """The widths of indents that begin paragraphs."""
    opens: bool = False
    """Whether white space at the end of a line says that the paragraph goes on, and its absence that it ends."""

    def has_room(self, line: Line, after: Line) -> bool:
        """Whether the first word of the next line would have stood in a line: somebody ended it."""
        word = after.text.partition(" ")[0]
        return len(line.text) + 1 + len(word) <= self.narrow


def measure(lines: Sequence[Line], *, spaced: bool = True) -> Layout:
    """Return the layout of a text; ``spaced`` is whether its language is written with spaces."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.text and after.text]
    wrapped = [line for line, after in pairs if after.indent <= line.indent]
    indents = _indents(pairs)
    if len(wrapped) < ENOUGH:
        are_closed = len(wrapped) > 1 and all(ends_sentence(line.text) for line in wrapped)
        return Layout(each_line=are_closed, indents=indents)
    lengths = sorted(len(line.text) for line in wrapped)
    closed = sum(ends_sentence(line.text) for line in wrapped)
    if lengths[len(lengths) // 2] > LONG or closed >= 0.7 * len(wrapped):
        return Layout(each_line=True)
    width = lengths[len(lengths) * 9 // 10]
    opens = _opens(lines)
    if width < (NARROW if spaced else NARROW // 2) and not opens:
        return Layout(width, keeps_lines=True)
    return Layout(width, _narrow(pairs, width), indents=indents, opens=opens)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or with a colon; the mark of a note may follow."""
    return bool(_ENDS.search(line))


def goes_on(line: str) -> bool:
    """Whether a line begins in the middle of a sentence: its first letter is a small one."""
    return next((sign.islower() for sign in line if sign.isalnum()), False)


def is_broken(line: str) -> bool:
    """Whether a line ends within a word."""
    return bool(_BROKEN.search(line))


def filled(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Yield the lines that hold text, each with the number of blank lines before it."""
    blank = 0
    for line in lines:
        if line.text:
            yield blank, line
            blank = 0
        else:
            blank += 1


def _narrow(pairs: list[tuple[Line, Line]], width: int) -> int:
    """Return a length that hardly any line falls short of within a paragraph, where a small letter
    follows: what lies far below the quarter of them that is shortest (Tukey's fence) was ended by somebody."""
    lengths = sorted(
        len(line.text) for line, after in pairs if goes_on(after.text) and not ends_sentence(line.text)
    )
    held = [length for length in lengths if length >= width * 3 // 5]
    if len(held) < 2 * ENOUGH:
        return width * 4 // 5
    low, high = held[len(held) // 4], held[len(held) * 3 // 4]
    return max(low - 3 * (high - low) // 2, width * 3 // 5)


def _opens(lines: Sequence[Line]) -> bool:
    """Whether lines within paragraphs end with white space, and the last ones of paragraphs mostly do not."""
    inner, last = Counter[bool](), Counter[bool]()
    for line, after in pairwise(lines):
        is_set_in = line.indent and after.indent  # verse has its own ends
        if not line.text or is_set_in or is_broken(line.text):
            continue
        if after.text and goes_on(after.text) and not ends_sentence(line.text):
            inner[line.open] += 1
        elif (not after.text and ends_sentence(line.text)) or (
            after.indent > line.indent and not goes_on(after.text)
        ):
            last[line.open] += 1
    return inner[True] >= 4 * max(1, inner[False]) and last[False] > last[True]


def _indents(pairs: list[tuple[Line, Line]]) -> frozenset[int]:
    """Return the indents that begin paragraphs: those of lines deeper than the one before, unless most of
    those lines go on with a sentence, as in a bibliography with hanging indents."""
    deeper = [(line, after) for line, after in pairs if after.indent > line.indent]
    by_indent = Counter(after.indent for _line, after in deeper)
    ended = Counter(after.indent for line, after in deeper if ends_sentence(line.text))
    if 2 * ended.total() < by_indent.total():
        return frozenset()
    return frozenset(indent for indent, count in by_indent.items() if 2 * ended[indent] >= count)
