"""Words on one baseline as a row, from left to right, with the superscripts and drop capitals that belong to it."""

import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hexapla.formats.pdf import Word

TOLERANCE = 0.22
"""Baselines that differ by less than this part of the size are one."""
SMALLER = 0.88
"""Superscripts and subscripts are at most this part of the size of what they stand by."""
HIGH, LOW = 0.7, 0.4
"""How far a superscript stands above the baseline at most, and a subscript below it."""
NEAR = 0.45
"""How far away it is from a word at most."""
DROPPED = 1.7
"""A capital of this many times the size of the body, with rows beside it, is a drop capital."""
_MOST = 200
"""How many words of a row that runs from right to left are looked at."""
SPACE = 0.22
"""The gap between two words that is a space."""


@dataclass(frozen=True)
class Row:
    """A row of words; ``shifts`` says of each whether it is raised (sup), lowered (sub) or neither."""

    words: tuple[Word, ...]
    shifts: tuple[str, ...]
    y: float
    size: float
    leftward: bool = False
    """Whether it runs from right to left."""
    beside: float | None = None
    """Where the drop capital stands that the row is set beside."""

    @cached_property
    def x0(self) -> float:
        """Where it begins; a drop capital beside it counts."""
        first = min(word.x0 for word in self.words)
        return first if self.beside is None else min(first, self.beside)

    @cached_property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @cached_property
    def letters(self) -> int:
        """How many signs it has."""
        return sum(len(word.text) for word in self.words)

    @cached_property
    def joints(self) -> tuple[str, ...]:
        """What stands before each word: a space or nothing."""
        return ("", *(_between(a, b) for a, b in zip(self.words, self.words[1:], strict=False)))

    @cached_property
    def text(self) -> str:
        """Its words as one text."""
        return "".join(joint + word.text for joint, word in zip(self.joints, self.words, strict=True))

    def part(self, keep: Iterable[bool]) -> "Row | None":
        """Return the row of those words that are kept; None where there are none."""
        pairs = zip(self.words, self.shifts, keep, strict=True)
        kept = [(word, shift) for word, shift, wanted in pairs if wanted]
        if len(kept) == len(self.words):
            return self
        return _row([word for word, _s in kept], [shift for _w, shift in kept], self.beside) if kept else None


def rows(words: Sequence[Word], body: float) -> list[Row]:
    """Return the rows of a page from its top to its foot; ``body`` is the size of the body's letters."""
    capitals = [word for word in words if _may_be_dropped(word, body)]
    found = _clustered([word for word in words if word not in capitals] if capitals else words)
    found = _with_shifted(found)
    for capital in capitals:
        found = _with_capital(found, capital, body)
    return sorted(found, key=lambda row: -row.y)


def _clustered(words: Sequence[Word]) -> list[Row]:
    """Return words in groups of one baseline; a word joins the group that it is nearest to."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (-one.y, one.x0)):
        group = groups[-1] if groups else None
        if group and abs(group[0].y - word.y) <= TOLERANCE * min(group[0].size, word.size):
            group.append(word)
        else:
            groups.append([word])
    return [_row(group, [""] * len(group)) for group in groups]


def _row(words: Sequence[Word], shifts: Sequence[str], beside: float | None = None) -> Row:
    """Return a row of words, put into order; its size and baseline are those of most letters that stand on it."""
    by_size, by_y = Counter[float](), Counter[float]()
    stands_alone = all(shifts)
    for word, shift in zip(words, shifts, strict=True):
        if not shift or stands_alone:
            by_size[word.size] += len(word.text)
            by_y[word.y] += len(word.text)
    pairs = sorted(zip(words, shifts, strict=True), key=lambda pair: (pair[0].x0, pair[0].nth))
    leftward = _leftward(words)
    if leftward:
        pairs = sorted(pairs, key=lambda pair: pair[0].nth)
    return Row(
        tuple(word for word, _shift in pairs),
        tuple(shift for _word, shift in pairs),
        by_y.most_common(1)[0][0],
        by_size.most_common(1)[0][0],
        leftward,
        beside,
    )


def _leftward(words: Iterable[Word]) -> bool:
    """Whether most letters are of a script that runs from right to left; pdfium has those in their order."""
    kinds = Counter(unicodedata.bidirectional(sign) for word in words for sign in word.text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _with_shifted(found: list[Row]) -> list[Row]:
    """Return rows with the small words above and below their baselines taken in."""
    taken: dict[int, list[tuple[Word, str]]] = {}
    rest: list[Row] = []
    by_place = list(enumerate(found))
    for nth, row in by_place:
        near = [(n, other) for n, other in by_place[max(0, nth - 4) : nth + 5] if n != nth]
        keep = []
        for word in row.words:
            host = next(((n, shift) for n, other in near if (shift := _shift(word, other))), None)
            if host:
                taken.setdefault(host[0], []).append((word, host[1]))
            keep.append(host is None)
        left = row.part(keep)
        rest.append(left if left else replace(row, words=()))
    changed = []
    for nth, row in enumerate(rest):
        guests = taken.get(nth, [])
        if row.words and guests:
            words = [*row.words, *(word for word, _shift in guests)]
            changed.append(_row(words, [*row.shifts, *(shift for _word, shift in guests)]))
        elif row.words:
            changed.append(row)
        elif guests:  # what they stood by has gone elsewhere itself
            changed.append(_row([word for word, _shift in guests], [""] * len(guests)))
    return changed


def _shift(word: Word, row: Row) -> str:
    """Return whether a word is a superscript or a subscript of a row: small, off its baseline, beside a word."""
    above = word.y - row.y
    if word.size > SMALLER * row.size or not -LOW * row.size < above < HIGH * row.size:
        return ""
    reach = NEAR * row.size
    if not any(
        other.size > word.size
        and (-reach < word.x0 - other.x1 < reach or -reach < other.x0 - word.x1 < reach)
        for other in _around(word, row)
    ):
        return ""
    return "sup" if above > 0 else "sub"


def _around(word: Word, row: Row) -> tuple[Word, ...]:
    """Return the words of a row that stand next to a place."""
    if row.leftward:
        return row.words[:_MOST]
    nth = bisect(row.words, word.x0, key=lambda other: other.x0)
    return row.words[max(0, nth - 2) : nth + 2]


def _may_be_dropped(word: Word, body: float) -> bool:
    return word.size > DROPPED * body and len(word.text.strip("«»„“”‘’\"'")) == 1 and word.text[-1].isalpha()


def _with_capital(found: list[Row], capital: Word, body: float) -> list[Row]:
    """Return rows with a drop capital put before the first of those that stand beside it; else as a row of its own."""
    beside = [
        row
        for row in found
        if capital.y - 0.3 * body <= row.y <= capital.y + 0.8 * capital.size
        and -0.3 * capital.size < min(word.x0 for word in row.words) - capital.x1 < 2 * body
    ]
    if len(beside) < 2:
        return [*found, _row([capital], [""])]
    first = max(beside, key=lambda row: row.y)
    taller = replace(capital, y=first.y)
    changed = []
    for row in found:
        if row is first:
            made = _row([taller, *row.words], ["", *row.shifts])
            changed.append(replace(made, size=row.size, y=row.y))
        else:
            changed.append(replace(row, beside=capital.x0) if row in beside else row)
    return changed


def _between(before: Word, word: Word) -> str:
    """Return a space where one stands between two words of a row."""
    size = min(before.size, word.size)
    gap = max(word.x0 - before.x1, before.x0 - word.x1)
    if word.spaced and word.nth == before.nth + 1:
        return " "
    return " " if gap > SPACE * size or (word.nth != before.nth + 1 and gap > 0.1 * size) else ""
