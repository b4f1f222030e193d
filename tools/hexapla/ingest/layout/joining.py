"""The lines of a paragraph as one text: spaces for the ends of lines, line breaks where somebody wanted
them, letters set as they are set."""

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
    """Return the content of a paragraph: text, ``hi``, ``lb`` for a wanted line break, ``pb`` for a page; and the
    decisions."""
    content: list[str | Element] = []
    decisions = []
    text, between = lines[0].text, ""
    content += _page(lines[0])
    for before, line in pairwise(lines):
        mended = mend(before.text, line.text, before.number, use)
        if mended:
            text, between = mended.before, mended.between
            decisions.append(mended.decision)
        content += _set(text, before)
        if mended:
            content.append(between)
        elif _is_wanted(before, line, layout):
            content.append(element("lb"))
        elif spaced or before.text[-1].isascii() or line.text[0].isascii():
            content.append(" ")
        content += _page(line)
        text = line.text
    content += _set(text, lines[-1])
    return merged(content), decisions


def _set(text: str, line: Line) -> list[str | Element]:
    """Return the text of a line with those of its letters in ``hi`` that are set otherwise."""
    parts: list[str | Element] = []
    done = 0
    for span in sorted(line.spans, key=lambda one: one.start):
        start, end = max(span.start, done), min(span.end, len(text))
        if start < end:
            parts += [text[done:start], element("hi", text[start:end], rend=span.rend)]
            done = end
    return [*parts, text[done:]]


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


def merged(content: Sequence[str | Element]) -> Content:
    """Return content with neighbouring texts joined, and neighbouring ``hi`` of one kind with but a space between."""
    parts: list[str | Element] = []
    for part in content:
        if isinstance(part, str):
            if part and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part:
                parts.append(part)
            continue
        if part.tag == "hi" and (joined := _joined(parts, part)):
            del parts[-joined[1] :]
            parts.append(joined[0])
        else:
            parts.append(part)
    return tuple(parts)


def _joined(parts: list[str | Element], part: Element) -> tuple[Element, int] | None:
    """Return a ``hi`` together with the one before it, and how many parts it takes the place of."""
    gap = 1 if parts and isinstance(parts[-1], str) and not parts[-1].strip() else 0
    before = parts[-1 - gap] if len(parts) > gap else None
    if not isinstance(before, Element) or before.tag != "hi" or before.attributes != part.attributes:
        return None
    space = parts[-1] if gap else ""
    return Element("hi", part.attributes, merged((*before.content, space, *part.content))), 1 + gap
