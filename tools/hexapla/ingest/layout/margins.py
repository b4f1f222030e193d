"""Indents are measured from the margin of each page: left and right ones differ in it, and some programs keep it."""

from collections import Counter
from dataclasses import replace

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.pages import spans

MOST = 24
"""How wide a margin is at most; what is set in further is centred."""


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
    return changed
