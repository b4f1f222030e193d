"""Page numbers: bare numbers at the top or the foot of pages that count as the pages do."""

from collections import Counter
from dataclasses import replace

from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _
from hexapla.model.report import Decision

LEAST = 3
"""How many pages must bear a number in the same place before it is taken for a page number."""


def numbered(lines: list[Line]) -> tuple[list[Line], list[Decision]]:
    """Return lines with page numbers taken out of the text and given to the pages, and a decision for each.

    A number counts if it stands alone as the first or last line of its page, and if its distance from the
    count of pages is that of at least LEAST others, which are at least half of all pages.
    """
    starts = [0, *(place for place, line in enumerate(lines) if line.page is not None and place)]
    spans = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    for edge in (0, -1):
        places = {
            nth: place
            for nth, span in enumerate(spans)
            if (place := _number_at(lines, span, edge)) is not None
        }
        distance = Counter(int(lines[place].text) - nth for nth, place in places.items()).most_common(1)
        if distance and distance[0][1] >= max(LEAST, len(spans) / 2):
            of_pages = {
                nth: place for nth, place in places.items() if int(lines[place].text) - nth == distance[0][0]
            }
            return _taken(lines, starts, of_pages)
    return lines, []


def _number_at(lines: list[Line], span: tuple[int, int], edge: int) -> int | None:
    """Return the place of a bare number that is a page's first (edge 0) or last (-1) line."""
    filled = [place for place in range(*span) if lines[place].text]
    if not filled:
        return None
    text = lines[filled[edge]].text
    return filled[edge] if text.isascii() and text.isdigit() and len(text) <= 5 else None


def _taken(lines: list[Line], starts: list[int], places: dict[int, int]) -> tuple[list[Line], list[Decision]]:
    changed = list(lines)
    decisions = []
    for nth, place in places.items():
        line = lines[place]
        changed[place] = replace(line, text="", indent=0)
        first = changed[starts[nth]]
        if first.page is not None:
            changed[starts[nth]] = replace(first, page=line.text)
        decisions.append(Decision("page", line.number, line.text, "", _("This is the number of a page.")))
    return changed, decisions
