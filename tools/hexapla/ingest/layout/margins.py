"""Indents are measured from the margin of each page: left and right ones differ in it, and some programs keep it."""

from collections import Counter
from dataclasses import replace

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.pages import spans

MOST = 24
"""How wide a margin is at most; what is set in further is centred."""


FAR = 8
"""By how many letters a line is set in at least that stands in the middle or at the right."""
SLACK = 3
"""How far such a line is from where it should stand."""


def _is_alone(lines: list[Line], place: int) -> bool:
    """Whether a line begins where neither the one above it nor the one below it does."""
    around = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
    return not any(other.text and other.indent == lines[place].indent for other in around)


def measured(lines: list[Line]) -> list[Line]:
    """Return lines whose indents are those from their page's margin: that at which most of its lines begin."""
    changed = list(lines)
    for first, end in spans(lines):
        indents = Counter(line.indent for line in lines[first:end] if line.text)
        if not indents or indents[0] > indents.total() // 3:
            continue
        near = [indent for indent in indents if indent <= MOST] or [0]
        margin = max(sorted(near), key=lambda indent: indents[indent])
        smaller = [indent for indent in near if indent < margin and indents[indent] >= indents.total() // 4]
        margin = min([margin, *smaller])
        for place in range(first, end):
            if changed[place].text:
                changed[place] = replace(changed[place], indent=max(0, changed[place].indent - margin))
    return _aligned(changed)


def _aligned(lines: list[Line]) -> list[Line]:
    """Return lines of which those far from the left say whether they stand in the middle or at the right."""
    ends = sorted(line.indent + len(line.text) for line in lines if line.text)
    right = ends[len(ends) * 19 // 20] if ends else 0
    changed = list(lines)
    for place, line in enumerate(lines):
        if not line.text or line.align or line.indent < FAR:
            continue
        beyond = right - line.indent - len(line.text)
        if beyond <= SLACK or line.indent > right // 2:
            changed[place] = replace(line, align="right")
        elif abs(line.indent - beyond) <= max(SLACK, right // 10) or _is_alone(lines, place):
            changed[place] = replace(line, align="center")
    return changed
