"""Which lines belong together: blank lines and indents divide, a sentence that goes on holds together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import Layout, ends_sentence, goes_on
from hexapla.model.messages import _
from hexapla.model.report import Decision


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, and whether nothing but white space stands before and after them."""

    lines: tuple[Line, ...]
    free_before: bool = True
    free_after: bool = True


def paragraphs(lines: list[Line], layout: Layout) -> tuple[list[Paragraph], list[Decision]]:
    """Return the paragraphs of a text, and the decisions to go on where the layout would begin a new one."""
    groups: list[list[Line]] = []
    free: list[bool] = []
    decisions = []
    for blank, line in _filled(lines):
        before = groups[-1][-1] if groups else None
        if before and _goes_on(before, line, blank):
            decisions.append(_decision(before, line))
            groups[-1].append(line)
        elif before and not _begins(before, line, blank, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
            free.append(blank or before is None)
    sides = zip(groups, free, [*free, True][1:], strict=True)
    return [Paragraph(tuple(group), before, after) for group, before, after in sides], decisions


def _filled(lines: list[Line]) -> Iterator[tuple[bool, Line]]:
    """Yield the lines that hold text, and whether a blank line stands before; they take over the page of
    blank ones."""
    blank, page = False, None
    for line in lines:
        page = line.page if line.page is not None else page
        if line.text:
            yield blank, replace(line, page=page)
            blank, page = False, None
        else:
            blank = True


def _goes_on(before: Line, line: Line, blank: bool) -> bool:
    """Whether a sentence goes on over the end of a page, or into a line that is indented by mistake."""
    looks_new = line.page is not None or (not blank and line.indent > before.indent)
    return looks_new and not ends_sentence(before.text) and goes_on(line.text)


def _begins(before: Line, line: Line, blank: bool, layout: Layout) -> bool:
    """Whether a line begins a paragraph."""
    if blank or layout.each_line:
        return True
    if line.indent not in layout.indents:
        return False
    return line.indent > before.indent or (line.indent == before.indent and ends_sentence(before.text))


def _decision(before: Line, line: Line) -> Decision:
    last, first = before.text.split()[-1], line.text.split()[0]
    return Decision(
        "paragraph",
        line.number,
        f"{last}\n{first}",
        f"{last} {first}",
        _("The sentence goes on, so does the paragraph."),
    )
