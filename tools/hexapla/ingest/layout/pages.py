"""What is printed on each page and is no text: page numbers and running heads, found by their regularity."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from rapidfuzz import fuzz, process

from hexapla.ingest.layout.guess import guessed
from hexapla.ingest.layout.lines import Line
from hexapla.model.messages import _
from hexapla.model.report import Decision

LEAST = 3
"""How many pages must bear a number or a head in the same place before it is taken for furniture."""
SHARE = 0.3
"""And how large a part of all pages, for numbers."""
LONGEST = 90
"""How many signs a running head has at most."""
ALIKE = 85
"""From which share of equal letters on two running heads are one, in percent: those of scanned pages are misread."""
MISREAD = 50
"""How many letters a running head has at most that is looked for under misread letters."""
EDGE = 2
"""How many lines at an edge of a page may be furniture."""
APART = 2
"""How many pages there are at most between two that bear the same running head: recto and verso alternate."""

_N = r"\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}"
_PRINTED = re.compile(rf"[\s\[(|·•–—-]*(?:({_N})(?=[\s\])|·•–—-]|\Z))?[\s\])|·•–—-]*(.*)")
_LAST = re.compile(rf"(.*?)(?:(?:^|(?<=[\s\[(|·•–—-]))({_N}))?[\s\])|·•–—-]*\Z")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Span: TypeAlias = "tuple[int, int]"


def paged(lines: list[Line]) -> tuple[list[Line], list[Decision]]:
    """Return lines of which those that begin a page say so, with the page's number where one is printed.

    Form feeds begin pages; where there are none, what they leave behind is looked for (``guess``). Page numbers and
    running heads are blank lines then; each is a decision.
    """
    lines, begun = (lines, []) if any(line.page is not None for line in lines) else guessed(lines)
    lines, taken = _without_furniture(lines)
    return lines, [*begun, *taken]


def spans(lines: list[Line]) -> list[Span]:
    """Return the pages as ranges of lines."""
    starts = [0, *(place for place, line in enumerate(lines) if line.page is not None and place)]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def value(number: str) -> int:
    """Return the value of an arabic or Roman number."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[sign] for sign in number.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


@dataclass(frozen=True)
class _Edge:
    """A line at the edge of a page: the number in it, and what else it says."""

    page: int
    place: int
    number: str
    words: str


def _without_furniture(lines: list[Line]) -> tuple[list[Line], list[Decision]]:
    pages = spans(lines)
    if len(pages) < 2:
        return lines, []
    changed, decisions = list(lines), []
    top, foot = (_furniture(lines, pages, at_top=at_top) for at_top in (True, False))
    arabic = {one.page for one in (*top, *foot) if one.number.isdigit()}
    for one in (*top, *foot):
        if one.number and not one.number.isdigit() and one.page in arabic and not one.words:
            continue  # the page has its number: this counts chapters
        changed[one.place] = replace(lines[one.place], text="", indent=0, spans=())
        decisions.append(_decision(lines[one.place], one))
        start = pages[one.page][0]
        if one.number and changed[start].page == "":
            changed[start] = replace(changed[start], page=one.number)
    return changed, decisions


def _furniture(lines: list[Line], pages: list[Span], *, at_top: bool) -> list[_Edge]:
    """Return the lines at one edge of pages that are a number or a running head; a page may have both."""
    edges: list[list[_Edge]] = []
    for page, span in enumerate(pages):
        filled = [place for place in range(*span) if lines[place].text]
        count = max(1, min(EDGE, len(filled) // 2))
        outer = filled[:count] if at_top else filled[: -count - 1 : -1]
        edges.append([_edge(page, place, lines[place].text) for place in outer])
    counted = _counted([one for some in edges for one in some], len(pages))
    running = _running([one for some in edges for one in some])
    found = []
    for some in edges:
        number = next((nth for nth, one in enumerate(some) if one.place in counted), None)
        for nth, one in enumerate(some):
            is_number = nth == number and (nth == 0 or some[0].words != "" or not one.words)
            beside = number is not None and nth < number and len(one.words) <= LONGEST
            again = running.get(one.words, 0)
            repeated = again >= LEAST or (again > 1 and number is not None and nth <= number + 1)
            is_running = repeated and (one.page > 0 or number is not None)
            if not (is_number or beside or is_running) or len(one.words) > LONGEST:
                break
            found.append(one if is_number else replace(one, number=""))
    return found


def _edge(page: int, place: int, text: str) -> _Edge:
    first = _PRINTED.match(text)
    number, rest = (first[1] or "", first[2]) if first else ("", text)
    last = _LAST.match(rest)
    if last and last[2] and not number:
        number, rest = last[2], last[1]
    words = " ".join("".join(sign if sign.isalnum() else " " for sign in rest.lower()).split())
    return _Edge(page, place, number, words)


def _counted(edges: list[_Edge], pages: int) -> set[int]:
    """Return the places of lines whose number counts as the pages do; Roman and arabic ones may both."""
    by_distance: defaultdict[tuple[bool, int], dict[int, int]] = defaultdict(dict)
    for one in edges:
        if one.number:
            by_distance[one.number.isdigit(), value(one.number) - one.page].setdefault(one.page, one.place)
    least = max(LEAST, SHARE * pages) if pages > LEAST else pages
    return {
        place
        for (is_arabic, _distance), found in by_distance.items()
        if len(found) >= (least if is_arabic else LEAST)
        for place in found.values()
    }


def _running(edges: list[_Edge]) -> dict[str, int]:
    """Return what pages near each other say at their edge, and how many of them do; misread letters do not matter."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    alike: dict[str, str] = {}
    for one in edges:
        if 2 < len(one.words) <= LONGEST:
            if one.words not in alike:
                figures = _figures(one.words)
                short = [
                    words
                    for words in pages
                    if max(len(words), len(one.words)) <= MISREAD and _figures(words) == figures
                ]
                found = process.extractOne(one.words, short, scorer=fuzz.ratio, score_cutoff=ALIKE)
                alike[one.words] = found[0] if found else one.words
            pages[alike[one.words]].add(one.page)
    near = {
        words: len(found)
        for words, found in pages.items()
        if any(0 < after - before <= APART for before, after in pairwise(sorted(found)))
    }
    return {words: near[like] for words, like in alike.items() if like in near}


def _figures(words: str) -> str:
    return "".join(sign for sign in words if sign.isdigit())


def _decision(line: Line, edge: _Edge) -> Decision:
    if not edge.words:
        reason = _("This is the number of a page.")
    elif edge.number:
        reason = _("This is a running head with the number of a page.")
    else:
        reason = _("This is a running head: other pages have it in the same place.")
    return Decision("page", line.number, line.text, "", reason)
