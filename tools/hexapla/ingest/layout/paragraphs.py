"""Which lines belong together: blank lines, indents and ends of lines divide, a sentence that goes on binds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import Layout, ends_sentence, goes_on, is_broken
from hexapla.ingest.marks import BREAK, GREETING, NOTES
from hexapla.model.messages import _
from hexapla.model.report import Decision

TURN = re.compile(r"[–—―]\s|-\s(?=\w)")
"""A dash that begins a line of dialogue."""
NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s")
_FEW = 3
"""How many lines must begin alike before it means something."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, and whether nothing but white space stands before and after them."""

    lines: tuple[Line, ...]
    free_before: bool = True
    free_after: bool = True


@dataclass(frozen=True)
class _Pair:
    """A line, the one before it, the one after it, and the blank lines above it."""

    before: Line
    line: Line
    after: Line | None
    blank: int
    unfinished: bool
    """Whether the line before ends within a sentence."""


def paragraphs(lines: Sequence[Line], layout: Layout) -> tuple[list[Paragraph], list[Decision]]:
    """Return the paragraphs of a text, and the decisions to go on where the layout would begin a new one."""
    held = list(_with_pages(lines))
    begins = _Begins([line for _blank, line in held], layout)
    groups: list[list[Line]] = []
    free: list[bool] = []
    decisions = []
    for nth, (blank, line) in enumerate(held):
        if not groups:
            groups.append([line])
            free.append(True)
            continue
        before = groups[-1][-1]
        after = held[nth + 1][1] if nth + 1 < len(held) else None
        pair = _Pair(before, line, after, blank, not ends_sentence(before.text))
        if begins.anew(pair, nth):
            groups.append([line])
            free.append(bool(blank))
            continue
        if line.page is not None or blank or (line.indent > before.indent and layout.indents):
            decisions.append(_decision(pair))
        groups[-1].append(line)
    sides = zip(groups, free, [*free, True][1:], strict=True)
    return [Paragraph(tuple(group), before, after) for group, before, after in sides], decisions


def _with_pages(lines: Iterable[Line]) -> Iterable[tuple[int, Line]]:
    """Yield the lines that hold text, with the blank lines before; they take over the page of blank ones."""
    page = None
    blank = 0
    for line in lines:
        page = line.page if line.page is not None else page
        if line.text:
            yield blank, replace(line, page=page)
            page, blank = None, 0
        else:
            blank += 1


class _Begins:
    """What begins a paragraph in one text."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self.layout = layout
        self.turns = sum(bool(TURN.match(line.text)) for line in lines) > 1
        self.numbers = _counting(line.text for line in lines)
        self.inset = _inset(lines, layout.indents if layout.opens else frozenset())
        self.notes = _collected(lines)

    def anew(self, pair: _Pair, nth: int) -> bool:
        """Whether a line begins a paragraph."""
        layout, before, line = self.layout, pair.before, pair.line
        if _is_break(before) or _is_break(line) or nth in self.notes:
            return True
        if GREETING.match(before.text) and before.text[-1] in ",،，" and layout.has_room(before, line):
            return True
        if line.align and line.align == before.align and pair.unfinished and not pair.blank:
            return False
        if line.align != before.align and not (pair.unfinished and goes_on(line.text)):
            return True
        if line.page is not None:
            return self._over_page(pair, nth)
        if pair.blank:
            is_full = layout.narrow and not layout.keeps_lines and not layout.has_room(before, line)
            return not (pair.unfinished and is_full and goes_on(line.text))
        if layout.each_line or self._is_marked(pair):
            return True
        if self.inset[nth] != self.inset[nth - 1]:
            return not (pair.unfinished and goes_on(line.text))
        if self.inset[nth]:
            return False
        if line.indent in layout.indents and line.indent >= before.indent:
            if line.indent > before.indent:
                return not (pair.unfinished and goes_on(line.text))
            return not pair.unfinished or (layout.opens and not before.open)
        if layout.opens:
            return not (before.open or is_broken(before.text) or (pair.unfinished and goes_on(line.text)))
        return self._by_length(pair)

    def _by_length(self, pair: _Pair) -> bool:
        """Whether the lengths of lines say that a paragraph begins, where nothing else does."""
        layout, before, line, after = self.layout, pair.before, pair.line, pair.after
        if layout.keeps_lines or not layout.narrow or goes_on(line.text):
            return False
        if self._is_ended(pair):
            return True
        if not layout.has_room(before, line):
            return False
        # A line that was ended, and is no sentence: a head, if what follows fills its lines; else verse.
        return not pair.unfinished or after is None or not layout.has_room(line, after)

    def _is_ended(self, pair: _Pair) -> bool:
        """Whether a line after a sentence was ended by somebody and ends none: the last one of a paragraph would; so
        it is a head, or a signature."""
        if pair.unfinished or ends_sentence(pair.line.text) or not self.layout.narrow:
            return False
        return pair.after is None or (
            self.layout.has_room(pair.line, pair.after) and not goes_on(pair.after.text)
        )

    def _over_page(self, pair: _Pair, nth: int) -> bool:
        """Whether the first line of a page begins a paragraph; blank lines say nothing there."""
        layout, before, line = self.layout, pair.before, pair.line
        if is_broken(before.text) or (pair.unfinished and goes_on(line.text)):
            return False
        if layout.each_line or self._is_marked(pair) or self._is_ended(pair):
            return True
        if self.inset[nth] != self.inset[nth - 1] or (layout.indents and line.indent in layout.indents):
            return True
        if layout.opens:
            return not before.open
        if pair.unfinished:
            return bool(layout.narrow) and layout.has_room(before, line)
        return not layout.narrow or layout.has_room(before, line)

    def _is_marked(self, pair: _Pair) -> bool:
        """Whether a line begins with a dash or a number as others do, after the end of a sentence."""
        if pair.line.wide:
            return True
        if pair.unfinished:
            return False
        if pair.line.text[0] in "「『" and pair.before.text[-1] in "」』。！？":
            return True
        if self.turns and TURN.match(pair.line.text):
            return not goes_on(pair.line.text)
        found = NUMBERED.match(pair.line.text)
        return bool(found and int(found[1]) in self.numbers)


def _is_break(line: Line) -> bool:
    return len(line.text) > 2 and bool(BREAK.match(line.text))


def _counting(texts: Iterable[str]) -> set[int]:
    """Return the numbers with which lines begin that count: n, n + 1, n + 2 …"""
    found = [int(match[1]) for text in texts if (match := NUMBERED.match(text))]
    chain: list[int] = []
    best: list[int] = []
    for number in found:
        if chain and number == chain[-1] + 1:
            chain.append(number)
        elif not chain or number != chain[-1]:
            chain = [number]
        best = max(best, chain, key=len)
    return set(best) if len(best) >= _FEW else set()


def _collected(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that begin a note in a section of notes: numbers that count, from its head on."""
    found: set[int] = set()
    number = 0
    for nth, line in enumerate(lines):
        if NOTES.fullmatch(line.text.strip(" .:")):
            number = 1
        elif number and (match := _NOTE.match(line.text)) and int(match[1]) == number:
            found.add(nth)
            number += 1
    return found


_NOTE = re.compile(r"(\d{1,3})[.)]?\s?(?=[^\W\d_a-z])")


def _inset(lines: Sequence[Line], usual: frozenset[int]) -> list[bool]:
    """Return for each line whether it belongs to some that are set in alike, as quotations and verse are.

    Lines set in one by one, each after the end of a sentence, are paragraphs; those that hang below the number of an
    item are no block of their own. ``usual`` are indents that are known to be those of paragraphs.
    """
    inset = [False] * len(lines)
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and lines[last].indent == lines[first].indent and not lines[last].align:
            last += 1
        run = lines[first:last]
        goes = any(not ends_sentence(line.text) for line in run[:-1])
        above = lines[first - 1] if first else None
        hangs = above is not None and above.indent < run[0].indent and bool(_HANGS.match(above.text))
        if (
            run[0].indent
            and run[0].indent not in usual
            and not run[0].align
            and len(run) > 1
            and goes
            and not hangs
        ):
            inset[first:last] = [True] * len(run)
        first = last
    return inset


_HANGS = re.compile(r"\(?(?:\d{1,3}[.)]|[–—―•*-]|[IVXLCivxlc]{1,6}[.)]|[a-z]\))\s")


def _decision(pair: _Pair) -> Decision:
    last, first = pair.before.text.split()[-1], pair.line.text.split()[0]
    on = _("The sentence goes on, so does the paragraph.")
    reason = on if pair.unfinished else _("The page ends within a paragraph.")
    return Decision("paragraph", pair.line.number, f"{last}\n{first}", f"{last} {first}", reason)
