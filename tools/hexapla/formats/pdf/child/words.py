"""Letters to words: what stands together and is set alike."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from hexapla.formats.pdf.child.letters import Letter

SPACED = 0.03
"""Where spaces are at least this part of the letters, the file writes them, and a gap must be wide to be one."""
WIDE, NARROW = 0.3, 0.15
"""The gap that is a space, as a share of the size: in files that write spaces, and in those that do not, or where
pdfium sees one too."""
RAISED = 0.2
"""How high above the baseline the foot of a letter's shape must be for a superscript, as a share of the size."""
TALL, DOTTED = frozenset("bdfhkl"), frozenset("ijt")
SPACES = frozenset(" \t\r\n\u2028\u2029")


def words(letters: list[Letter]) -> list[list[Any]]:
    """Return the words as rows of JSON: text, x0, x1, y, size, font, angle, flags, two heights.

    Flags: 1 white space before, 2 raised, 4 hidden, 8 unknown, 16 skewed, 32 stroked. Numbers are points, but for the
    heights (of b and d, of i and t): hundredths of the size.
    """
    spaces = sum(letter.sign in SPACES for letter in letters)
    gap = WIDE if spaces > SPACED * len(letters) else NARROW
    return [_row(word, spaced) for word, spaced in _grouped(letters, gap)]


def _grouped(letters: list[Letter], gap: float) -> Iterator[tuple[list[Letter], bool]]:
    """Yield the letters of each word, and whether white space stands before it."""
    word: list[Letter] = []
    begins_spaced = spaced = False
    for letter in letters:
        if letter.sign in SPACES:
            spaced = True
            continue
        before = word[-1] if word else None
        spaced = spaced or (before is not None and _is_apart(before, letter, gap))
        if before is None or spaced or not _together(before, letter):
            if word:
                yield word, begins_spaced
            word, begins_spaced = [], spaced
        word.append(letter)
        spaced = False
    if word:
        yield word, begins_spaced


def _is_apart(before: Letter, letter: Letter, gap: float) -> bool:
    """Whether the gap between two letters is a space; where pdfium sees one too, a narrow gap will do."""
    most = min(gap, NARROW) if before.gap else gap
    return not letter.piece and letter.x0 - before.x1 >= most * min(before.setting.size, letter.setting.size)


def _together(before: Letter, letter: Letter) -> bool:
    """Whether a letter goes on with the word of the one before."""
    one, other = before.setting, letter.setting
    if one is not other and (
        (one.font, one.angle, one.skewed, one.stroked, one.hidden)
        != (other.font, other.angle, other.skewed, other.stroked, other.hidden)
        or abs(one.size - other.size) > 0.02 * one.size
    ):
        return False
    if abs(letter.y - before.y) > 0.05 * one.size or is_raised(before) != is_raised(letter):
        return False
    return letter.piece or letter.x0 - before.x1 > -0.5 * one.size


def is_raised(letter: Letter) -> bool:
    """Whether a letter or figure floats above the baseline by its shape alone."""
    return letter.bottom > RAISED * letter.setting.size and unicodedata.category(letter.sign) in (
        "Nd",
        "Ll",
        "Lu",
    )


def _row(word: list[Letter], spaced: bool) -> list[Any]:
    first, setting = word[0], word[0].setting
    flags = (
        spaced * 1
        + is_raised(first) * 2
        + setting.hidden * 4
        + any(letter.unknown for letter in word) * 8
        + setting.skewed * 16
        + setting.stroked * 32
    )
    return [
        "".join(letter.sign for letter in word),
        round(first.x0, 2),
        round(max(letter.x1 for letter in word), 2),
        round(first.y, 2),
        setting.size,
        setting.font,
        setting.angle,
        flags,
        *(_height(word, signs) for signs in (TALL, DOTTED)),
    ]


def _height(word: list[Letter], signs: frozenset[str]) -> int:
    """Return the height of certain letters of a word over the baseline; 0 where it has none of them."""
    size = word[0].setting.size or 1.0
    return round(max((100 * letter.top / size for letter in word if letter.sign in signs), default=0.0))
