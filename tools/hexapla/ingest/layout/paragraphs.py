"""Which lines belong together: blank lines, indents and ends of lines divide, a sentence that goes on binds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import Layout, ends_sentence, filled, goes_on, is_broken
from hexapla.model.messages import _
from hexapla.model.report import Decision

TURN = re.compile(r"[–—―]\s|-\s(?=\w)")
"""A dash that begins a line of dialogue."""
NUMBERED = re.compile(r"(\d{1,3})[.)]\s")
_FEW = 3
"""How many lines must begin alike before it means something."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, and whether nothing but white space stands before and after them."""

    lines: tuple[Line, ...]
    free_before: bool = True
    free_after: bool = True


def paragraphs(lines: Sequence[Line], layout: Layout) -> tuple[list[Paragraph], list[Decision]]:
    """Return the paragraphs of a text, and the decisions to go on where the layout would begin a new one."""
    begins = _Begins(lines, layout)
    groups: list[list[Line]] = []
    free: list[bool] = []
    decisions = []
    for blank, line in _with_pages(lines):
        before = groups[-1][-1] if groups else None
        if before is None or begins.anew(before, line, blank):
            groups.append([line])
            free.append(bool(blank) or before is None)
            continue
        if _looks_new(before, line, blank, layout):
            decisions.append(_decision(before, line))
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
        texts = [line.text for _blank, line in filled(lines)]
        self.turns = sum(bool(TURN.match(text)) for text in texts) >= _FEW
        self.numbers = _counting(texts)

    def anew(self, before: Line, line: Line, blank: int) -> bool:
        """Whether a line begins a paragraph after another."""
        layout = self.layout
        unfinished = not ends_sentence(before.text)
        if line.page is not None:
            return self._over_page(before, line)
        if blank:
            is_full = layout.width and not layout.keeps_lines and not layout.has_room(before, line)
            return not (unfinished and is_full and goes_on(line.text))
        if layout.each_line:
            return True
        if self._is_marked(before, line):
            return True
        if line.indent in layout.indents and line.indent >= before.indent:
            is_deeper = line.indent > before.indent
            return not (unfinished and goes_on(line.text)) if is_deeper else not unfinished
        if layout.opens:
            return not before.open and not is_broken(before.text)
        if layout.keeps_lines or not layout.narrow or unfinished:
            return False
        return layout.has_room(before, line) and not goes_on(line.text)

    def _over_page(self, before: Line, line: Line) -> bool:
        """Whether the first line of a page begins a paragraph; blank lines say nothing there."""
        layout = self.layout
        if is_broken(before.text) or (not ends_sentence(before.text) and goes_on(line.text)):
            return False
        if layout.each_line or self._is_marked(before, line):
            return True
        if layout.opens and not before.open:
            return True
        if layout.indents and line.indent in layout.indents:
            return True
        if layout.opens:
            return not before.open
        if not ends_sentence(before.text):
            return layout.has_room(before, line) if layout.narrow else False
        return not layout.narrow or layout.has_room(before, line)

    def _is_marked(self, before: Line, line: Line) -> bool:
        """Whether a line begins with a dash or a number as others do, after the end of a sentence."""
        if not ends_sentence(before.text):
            return False
        if self.turns and TURN.match(line.text):
            return not goes_on(line.text)
        found = NUMBERED.match(line.text)
        return bool(found and int(found[1]) in self.numbers)


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


def _looks_new(before: Line, line: Line, blank: int, layout: Layout) -> bool:
    """Whether somebody could take a line for the beginning of a paragraph: it is told that it is none."""
    if line.page is not None:
        return True
    return bool(blank) or (line.indent > before.indent and bool(layout.indents))


def _decision(before: Line, line: Line) -> Decision:
    last, first = before.text.split()[-1], line.text.split()[0]
    return Decision(
        "paragraph",
        line.number,
        f"{last}\n{first}",
        f"{last} {first}",
        _("The sentence goes on, so does the paragraph.")
        if not ends_sentence(before.text)
        else _("The page ends within a paragraph."),
    )
