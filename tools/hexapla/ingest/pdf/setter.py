"""Rows as lines, put one after the other: blank ones where space is, indents in letters, and whether each is full."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, takewhile
from typing import TypeAlias

from hexapla.ingest.layout.lines import Line, Span
from hexapla.ingest.pdf.measures import Column, Leading
from hexapla.ingest.pdf.notes import SIZE
from hexapla.ingest.pdf.rows import Row
from hexapla.ingest.pdf.styles import Styles
from hexapla.model.report import Decision

BLANK = 0.3
"""Space of so many lines above a line is a blank line."""
SLIGHT = 0.08
"""So much is one too, where the line above had room for the next word."""
RESIZED = 0.06
"""Lines whose sizes differ by more than this are not one paragraph; small capitals may be reduced capitals."""
DIGIT = 0.5
"""The width of a digit, as a share of the size: indents are counted in it."""
WORD_SPACE = 0.3
"""A word space is at least so wide, as a share of the size."""


_Put: TypeAlias = "tuple[int, Row, Column, str]"
"""The place of a line, its row and column, and how it stands: in the middle, at the right, in a note."""


@dataclass
class Setter:
    """Where lines are put: those that are read, all that stood there (``raw``), and what was decided."""

    body: float
    leading: Leading
    styles: Styles
    lines: list[Line] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    _rows: list[_Put] = field(default_factory=list)

    def blank(self) -> None:
        """Add a blank line."""
        self._put(Line(0, ""))

    def take(self, text: str, kind: str, reason: str) -> None:
        """Add a line that stood in the file and is not read: it is raw only."""
        self.raw.append(text)
        self.lines.append(Line(len(self.raw), ""))
        self.decisions.append(Decision(kind, len(self.raw), text, "", reason))

    def put_row(
        self,
        row: Row,
        before: Row | None,
        column: Column,
        top: float = 0.0,
        *,
        align: str = "",
        is_note: bool = False,
    ) -> None:
        """Put a row as a line, after a blank one where space is; ``top`` is where the text of pages begins."""
        gap = self._gap(row, before, top)
        indent = 0 if align else max(0, round((row.x0 - column.left) / (DIGIT * self.body)))
        share = round(row.size / self.body, 2)
        size = min(share, SIZE) if is_note else share
        spans = self.styles.spans(row)
        if before is not None:
            spans = _carried(self.lines[-1], row.text, spans)
        line = Line(0, row.text, indent, size=size, spans=spans, align=align, gap=gap)
        is_apart = gap >= BLANK or (gap >= SLIGHT and before is not None and has_room(before, row, column))
        if before is not None and (is_apart or (not is_note and _differs(self.lines[-1], line))):
            self.blank()
        self._rows.append((len(self.lines), row, column, "note" if is_note else align))
        self._put(line)

    def done(self) -> list[Line]:
        """Return the lines; those that are full, so that the next word did not fit, are open at their ends."""
        lines = list(self.lines)
        for is_note in (False, True):
            flow = [one for one in self._rows if (one[3] == "note") == is_note]
            runs = [list(run) for _how, run in groupby(flow, key=lambda one: one[3])]
            wide = {place: width for run in runs for place, width in _widths(run).items()}
            for (place, row, column, _h), (_place, after, _c, _w) in pairwise(flow):
                room = wide.get(place, column.right - row.x0) - (row.x1 - row.x0)
                lines[place] = replace(lines[place], open=not _fits(after, room, row.size))
        return lines

    def _put(self, line: Line) -> None:
        self.raw.append(line.text)
        self.lines.append(replace(line, number=len(self.raw)))

    def _gap(self, row: Row, before: Row | None, top: float) -> float:
        """Return the space above a row in lines; that below the top of a page where no row is before."""
        if before is None:
            space = (top - row.y) / self.leading.body if self.leading.body else 0.0
            return round(space, 1) if space > 0.5 else 0.0
        distance = before.y - row.y
        if distance < 0:
            return 0.0  # the next column
        gap = round(distance / self.leading.of(min(row.size, before.size)) - 1, 2)
        return gap if gap >= SLIGHT else 0.0


def _carried(before: Line, text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans in which a word that was broken is in small capitals whole; its second half may not show it."""
    is_broken = before.text.endswith(("-", "\u00ad", "‐"))
    ends_so = any(span.rend == "smallcaps" and span.end == len(before.text) for span in before.spans)
    if not (is_broken and ends_so) or any(span.start == 0 for span in spans):
        return spans
    return (Span(0, len(text.split(" ", maxsplit=1)[0]), "smallcaps"), *spans)


def _differs(before: Line, line: Line) -> bool:
    """Whether two lines are set so differently that they are not one paragraph."""
    if before.align != line.align:
        return True
    has_caps = any(span.rend == "smallcaps" for span in (*before.spans, *line.spans))
    return not has_caps and abs(before.size - line.size) > RESIZED


def has_room(row: Row, after: Row, column: Column) -> bool:
    """Whether the first word of the next row would have stood in a row: somebody ended it."""
    return _fits(after, column.right - row.x1, row.size)


def _fits(after: Row, room: float, size: float) -> bool:
    """Whether a space and the first word of a row fit into some room."""
    word = list(takewhile(lambda pair: pair[0] == 0 or after.joints[pair[0]] == "", enumerate(after.words)))
    width = max(one.x1 for _nth, one in word) - min(one.x0 for _nth, one in word)
    return room > width + WORD_SPACE * size


def _widths(run: Sequence[_Put]) -> dict[int, float]:
    """Return how wide the lines of a run may be that stand in the middle or at the right: as its widest one."""
    if run[0][3] not in ("center", "right"):
        return {}
    widest = max(row.x1 - row.x0 for _place, row, _column, _how in run)
    return {place: widest for place, _row, _column, _how in run}
