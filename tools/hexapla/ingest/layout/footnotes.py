"""Footnotes: what stands at the foot of a page behind a mark that the text above it has too."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import ends_sentence, is_broken
from hexapla.ingest.layout.pages import spans
from hexapla.ingest.noted import MARK, anchor_of, plain_mark, raised

SMALL = 0.95
"""Letters of notes are smaller than this share of the body's, where sizes are known."""
WITHIN = 120
"""How many lines before a note its mark stands at most, where pages are not known."""


@dataclass(frozen=True)
class Footnote:
    """A note: its mark as it is printed, its lines without it, and the count of the page at whose foot it stands."""

    mark: str
    lines: tuple[Line, ...]
    page: int


def taken(lines: list[Line]) -> tuple[list[Line], list[Footnote]]:
    """Return lines without the notes at the feet of pages, which become blank, and these notes in their order.

    A note that runs over a page goes on at the foot of the next one. A number or an asterisk at the foot of a page
    that the text does not have is no mark.
    """
    lines = _with_marks(lines)
    changed, notes = list(lines), list[Footnote]()
    pages = spans(lines)
    if len(pages) < 2:
        return _between(lines)
    for page, (first, end) in enumerate(pages):
        zone = _zone(changed, first, end, notes[-1] if notes else None)
        if zone is None:
            continue
        found = _divided(changed[zone:end], page, _body(changed, pages, page, zone))
        if notes and found and not found[0].mark:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, *found.pop(0).lines))
        notes += found
        for place in range(zone, end):
            changed[place] = replace(changed[place], text="", indent=0, spans=())
    return changed, notes


def _with_marks(lines: list[Line]) -> list[Line]:
    """Return lines of which those that are but a mark, as raised ones often are, have become one with the next."""
    changed = list(lines)
    for first, end in spans(lines):
        for place in range(first + 1, end - 1):
            line, after = lines[place], lines[place + 1]
            if not (_LONE.match(line.text) and after.text and after.page is None):
                continue
            above = "\n".join(_with_raised(one) for one in lines[first:place])
            if anchor_of(line.text).search(above):
                text = f"{line.text} {after.text}"
                changed[place] = replace(after, number=line.number, text=text, page=line.page)
                changed[place + 1] = replace(after, text="", indent=0, spans=())
    return changed


_SIGNED = re.compile(r"(?:\*{1,3}|†{1,2}|‡|§)\s?[^\W_]")
_LONE = re.compile(r"(?:\*{1,2}|†|‡|§|[¹²³⁴-⁹]|\[\d{1,3}\]|\(\d{1,3}\)|\d{1,2}\)?)\Z")


def _body(lines: Sequence[Line], pages: Sequence[tuple[int, int]], page: int, zone: int) -> str:
    """Return the text in which the marks of a page's notes may stand: that of the page, and the one before."""
    first = pages[max(page - 1, 0)][0]
    return "\n".join(_with_raised(line) for line in lines[first:zone])


def _with_raised(line: Line) -> str:
    """Return a line's text with its raised figures as such."""
    text = line.text
    for span in sorted(line.spans, key=lambda one: one.start, reverse=True):
        if span.rend == "sup" and text[span.start : span.end].isdigit():
            text = text[: span.start] + raised(text[span.start : span.end]) + text[span.end :]
    return text


def _zone(lines: list[Line], first: int, end: int, last: Footnote | None) -> int | None:
    """Return where the notes of a page begin; None where it has none."""
    held = [place for place in range(first, end) if lines[place].text]
    body = "\n".join(_with_raised(lines[place]) for place in held)
    starts = []
    for nth, place in enumerate(held):
        if nth == 0 and not (last and _is_small(lines[place])):
            continue
        if _is_anchored_mark(lines[place], body) and (
            _is_small(lines[place])
            or (_is_apart(lines, held, nth) and _may_be_notes(lines, held, nth))
            or _comes_next(lines[place], last)
            or _SIGNED.match(lines[place].text)
        ):
            starts.append(nth)
    sized = any(lines[place].size for place in held)
    if sized:
        return _small_tail(lines, held, [held[nth] for nth in starts], last)
    begin = held[starts[0]] if starts else end
    over = _goes_over(lines, held, begin, last)
    return over if over is not None else (held[starts[0]] if starts else None)


def _small_tail(lines: list[Line], held: list[int], marked: list[int], last: Footnote | None) -> int | None:
    """Return where the small lines at the foot of a page begin that are notes: with a mark, or with the rest of a note
    that was not at its end; quotations may be set in small letters too."""
    zone = None
    for place in reversed(held[1:]):
        if not _is_small(lines[place]):
            break
        zone = place
    if zone is None:
        return None
    if last is not None and not _is_over(last):
        return zone
    return next((place for place in marked if place >= zone), None)


def _is_over(note: Footnote) -> bool:
    """Whether a note has come to its end."""
    return ends_sentence(note.lines[-1].text) and not is_broken(note.lines[-1].text)


def _is_small(line: Line) -> bool:
    return 0 < line.size < SMALL


def _is_apart(lines: list[Line], held: list[int], nth: int) -> bool:
    """Whether a line stands below a blank one."""
    return nth > 0 and held[nth] - held[nth - 1] > 1


def _may_be_notes(lines: list[Line], held: list[int], nth: int) -> bool:
    """Whether what begins with a number and a full stop, as theses do too, has more letters in a line than the body:
    notes are set in smaller ones."""
    found = MARK.match(lines[held[nth]].text)
    if not found or not plain_mark(found[1]).isdigit() or not found[1].endswith("."):
        return True
    above = sorted(len(lines[place].text) for place in held[:nth])
    below = sorted(len(lines[place].text) for place in held[nth:])
    return below[-1] > 1.04 * above[-1]


def _comes_next(line: Line, last: Footnote | None) -> bool:
    """Whether a line bears the number after that of the note before, or the first one, without a full stop behind."""
    found = MARK.match(line.text)
    mark = plain_mark(found[1]) if found else ""
    if not mark.isdigit() or not found or found[1].endswith("."):
        return False
    before = plain_mark(last.mark) if last else "0"
    return int(mark) in (1, int(before) + 1 if before.isdigit() else 1)


def _is_anchored_mark(line: Line, body: str) -> bool:
    found = MARK.match(_with_raised(line))
    return bool(found and anchor_of(found[1]).search(body))


def _goes_over(lines: list[Line], held: list[int], begin: int, last: Footnote | None) -> int | None:
    """Return where the rest of a note that was not at its end begins, above the page's own notes."""
    if last is None or _is_over(last):
        return None
    above = [place for place in held if place < begin]
    for before, place in reversed(list(pairwise(above))):
        if place - before > 1:
            return place if len(above) - above.index(place) < len(above) / 2 else None
    return None


def _divided(zone: Iterable[Line], page: int, body: str) -> list[Footnote]:
    """Return the notes in the lines at the foot of a page; what stands before the first mark has none."""
    notes: list[Footnote] = []
    for line in zone:
        if not line.text:
            continue
        found = MARK.match(_with_raised(line))
        is_new = found and _is_anchored_mark(line, body) and _follows(found[1], notes)
        if found and is_new:
            notes.append(Footnote(found[1], (_without(line, len(found[0])),), page))
        elif notes:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
        else:
            notes.append(Footnote("", (line,), page))
    return notes


def _follows(mark: str, notes: list[Footnote]) -> bool:
    """Whether a mark may follow those before it: figures count."""
    before = plain_mark(notes[-1].mark) if notes else ""
    now = plain_mark(mark)
    return not (before.isdigit() and now.isdigit()) or int(now) == int(before) + 1


def _without(line: Line, width: int) -> Line:
    """Return a note's first line without its mark."""
    moved = tuple(
        replace(span, start=max(span.start - width, 0), end=span.end - width)
        for span in line.spans
        if span.end > width
    )
    return replace(line, text=line.text[width:], spans=moved)


def _between(lines: list[Line]) -> tuple[list[Line], list[Footnote]]:
    """Return the notes of a text whose pages are not known: set apart by blank lines where a sentence goes on."""
    changed, notes = list(lines), list[Footnote]()
    groups = _groups(lines)
    for before, (first, end), after in zip(groups, groups[1:], groups[2:], strict=False):
        above = "\n".join(_with_raised(line) for line in lines[max(0, first - WITHIN) : first])
        goes_on = not ends_sentence(lines[before[1] - 1].text) and lines[after[0]].text[:1].islower()
        if goes_on and _is_anchored_mark(lines[first], above):
            notes += _divided(lines[first:end], -1, above)
            changed[first:end] = [replace(line, text="", indent=0) for line in lines[first:end]]
    return changed, notes


def _groups(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the runs of lines between blank ones."""
    runs: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        if line.text and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        elif line.text:
            runs.append((place, place + 1))
    return runs
