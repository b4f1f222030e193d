"""Which words of a page are read: those that stand as most do, on the page, and seen, or below a scan's picture."""

import math
from collections import Counter
from dataclasses import dataclass, replace

from hexapla.formats.pdf import Page, Rule, Word
from hexapla.model.messages import _

DOUBLED = 0.15
"""A word that stands twice within this part of its size is printed twice to look bold."""


@dataclass(frozen=True)
class Left:
    """Words that are not read, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Sheet:
    """A page turned so that its text is upright: its box, and what is read of it."""

    box: tuple[float, float, float, float]
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    label: str = ""
    left: tuple[Left, ...] = ()
    lacks_text: bool = False
    """It is a picture, and has no letters."""
    damaged: bool = False
    below: bool = False
    """What is read stands, unseen, below a picture."""


def sheet(page: Page) -> Sheet:
    """Return what is read of a page."""
    letters = Counter[int]()
    for word in page.words:
        letters[word.angle] += len(word.text)
    angle = max(letters, key=lambda one: (letters[one], one == 0), default=0)
    box = _turned(page.box, angle)
    hidden = sum(len(word.text) for word in page.words if word.hidden)
    reads_hidden = page.pictured or 2 * hidden > letters.total()
    read: list[Word] = []
    left: dict[str, list[Word]] = {}
    for word in page.words:
        reason = _why_not(word, angle, box, reads_hidden=reads_hidden)
        if reason:
            left.setdefault(reason, []).append(word)
        else:
            read.append(word)
    read, twice = _once(read)
    if twice:
        left[_("These words are printed twice, one upon the other; once is enough.")] = twice
    return Sheet(
        box,
        tuple(read),
        page.rules if angle == 0 else (),
        page.label,
        tuple(Left(_joined(words), reason) for reason, words in left.items()),
        lacks_text=page.pictured and not read,
        damaged=page.damaged,
        below=any(word.hidden for word in read),
    )


def _why_not(word: Word, angle: int, box: tuple[float, float, float, float], *, reads_hidden: bool) -> str:
    """Return why a word is not read; empty where it is."""
    if word.angle != angle:
        return _("These words are turned against the others of the page: a stamp, a watermark, a margin.")
    left, bottom, right, top = box
    if word.x1 <= left or word.x0 >= right or word.y + word.size <= bottom or word.y >= top:
        return _("These words stand outside of the page.")
    if word.hidden and not reads_hidden:
        return _("These words cannot be seen on the page.")
    return ""


def _turned(box: tuple[float, float, float, float], angle: int) -> tuple[float, float, float, float]:
    """Return the box of a page whose upright text rose by an angle."""
    radians = -math.radians(angle)
    cos, sin = math.cos(radians), math.sin(radians)
    corners = [(cos * x - sin * y, sin * x + cos * y) for x in box[::2] for y in box[1::2]]
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _once(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return words without those that are printed twice, which are stroked then, and these second ones."""
    met: dict[tuple[str, int, int], int] = {}
    kept: list[Word] = []
    twice: list[Word] = []
    for word in words:
        near = max(DOUBLED * word.size, 0.01)
        column, row = round(word.x0 / near), round(word.y / near)
        around = [(word.text, column + dx, row + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
        place = next((met[one] for one in around if one in met), None)
        if place is None:
            met[around[0]] = len(kept)
            kept.append(word)
        else:
            kept[place] = replace(kept[place], stroked=True)
            twice.append(word)
    return kept, twice


def _joined(words: list[Word]) -> str:
    """Return words in the order of the file as one text."""
    text = ""
    before: Word | None = None
    for word in words:
        goes_on = (
            before is not None
            and not word.spaced
            and (word.angle, word.y) == (before.angle, before.y)
            and abs(word.x0 - before.x1) < DOUBLED * word.size
        )
        text += word.text if goes_on or not text else f" {word.text}"
        before = word
    return text
