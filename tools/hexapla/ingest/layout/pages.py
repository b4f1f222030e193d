"""What is printed on each page and is no text: page numbers and running heads, found by their regularity."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

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
    for at_top in (True, False):
        for _again in range(2):  # a number may stand under a running head
            for one in _furniture(changed, pages, at_top=at_top):
                changed[one.place] = replace(lines[one.place], text="", indent=0, spans=())
                decisions.append(_decision(lines[one.place], one))
                start = pages[one.page][0]
                if one.number and changed[start].page == "":
                    changed[start] = replace(changed[start], page=one.number)
    return changed, decisions


def _furniture(lines: list[Line], pages: list[Span], *, at_top: bool) -> list[_Edge]:
    """Return the outermost lines of pages, at one edge, that are a number or a running head."""
    edges = []
    for page, span in enumerate(pages):
        filled = [place for place in range(*span) if lines[place].text]
        if filled:
            place = filled[0 if at_top else -1]
            edges.append(_edge(page, place, lines[place].text))
    counted = _counted(edges, len(pages))
    running = _running(edges)
    return [
        one if one.page in counted else replace(one, number="")
        for one in edges
        if one.words in running or (one.page in counted and len(one.words) <= LONGEST)
    ]


def _edge(page: int, place: int, text: str) -> _Edge:
    first = _PRINTED.match(text)
    number, rest = (first[1] or "", first[2]) if first else ("", text)
    last = _LAST.match(rest)
    if last and last[2] and not number:
        number, rest = last[2], last[1]
    words = " ".join("".join(sign if sign.isalpha() else " " for sign in rest.lower()).split())
    return _Edge(page, place, number, words)


def _counted(edges: list[_Edge], pages: int) -> set[int]:
    """Return the pages whose number counts as the pages do; Roman and arabic ones may both."""
    by_distance = defaultdict(set)
    for one in edges:
        if one.number:
            by_distance[one.number.isdigit(), value(one.number) - one.page].add(one.page)
    least = max(LEAST, SHARE * pages) if pages > LEAST else pages
    return {
        page
        for (is_arabic, _distance), found in by_distance.items()
        if len(found) >= (least if is_arabic else LEAST)
        for page in found
    }


def _running(edges: list[_Edge]) -> set[str]:
    """Return what several pages near each other say at their edge."""
    pages = defaultdict(list)
    for one in edges:
        if 2 < len(one.words) <= LONGEST:
            pages[one.words].append(one.page)
    heads = Counter({words: len(found) for words, found in pages.items()})
    return {
        words
        for words, found in pages.items()
        if heads[words] >= LEAST and any(0 < after - before <= APART for before, after in pairwise(found))
    }


def _decision(line: Line, edge: _Edge) -> Decision:
    if not edge.words:
        reason = _("This is the number of a page.")
    elif edge.number:
        reason = _("This is a running head with the number of a page.")
    else:
        reason = _("This is a running head: other pages have it in the same place.")
    return Decision("page", line.number, line.text, "", reason)
