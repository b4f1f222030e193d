"""The lines of a paragraph as one text: spaces for the ends of lines, line breaks where somebody wanted
them."""

from collections.abc import Sequence
from itertools import pairwise

from hexapla.ingest.layout.hyphens import Usage, mend
from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import Layout
from hexapla.model.report import Decision
from hexapla.model.text import Content, Element, element

SHORT = 0.6
"""A line is broken on purpose if it would not fill this part of the width even with the next word in it."""


def join(
    lines: Sequence[Line], layout: Layout, use: Usage, *, spaced: bool = True
) -> tuple[Content, list[Decision]]:
    """Return the content of a paragraph: text, ``lb`` for a wanted line break, ``pb`` for a page; and the
    decisions."""
    content: list[str | Element] = [*_page(lines[0]), lines[0].text]
    decisions = []
    for before, line in pairwise(lines):
        if mended := mend(before.text, line.text, before.number, use):
            content[-1] = mended.before + mended.between
            decisions.append(mended.decision)
        elif _is_wanted(before, line, layout):
            content.append(element("lb"))
        elif spaced or before.text[-1].isascii() or line.text[0].isascii():
            content.append(" ")
        content += [*_page(line), line.text]
    return _merged(content), decisions


def _page(line: Line) -> list[Element]:
    """Return the page that begins with a line, in a list; nothing if none does."""
    if line.page is None:
        return []
    return [element("pb", n=line.page) if line.page else element("pb")]


def _is_wanted(before: Line, line: Line, layout: Layout) -> bool:
    """Whether somebody wanted the line to end: all of the text's lines are the author's, or the next word
    had room."""
    word = line.text.partition(" ")[0]
    return layout.keeps_lines or len(before.text) + 1 + len(word) < SHORT * layout.width


def _merged(content: list[str | Element]) -> Content:
    """Return content with neighbouring texts joined."""
    merged: list[str | Element] = []
    texts: list[str] = []
    for part in content:
        if isinstance(part, str):
            texts.append(part)
            continue
        merged += [*filter(None, ["".join(texts)]), part]
        texts = []
    return (*merged, *filter(None, ["".join(texts)]))
