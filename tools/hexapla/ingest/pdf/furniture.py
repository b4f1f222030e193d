"""Page numbers and running heads: rows at the edges of pages that count as the pages do, or that others have too."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.ingest.pdf.rows import Row
from hexapla.model.messages import _

DEEP = 2
"""How many rows at either edge of a page are looked at."""
NEAR = 4.0
"""How far apart, in points, two rows stand that stand in the same place of two pages."""
LEAST = 3
"""How many pages must have a head or a number in the same place; two where there are but three."""
BETWEEN = 3
"""How many pages on at most the next one is that has the same running head; it may be on right-hand pages only."""
SHARE = 0.5
"""Where so many pages have furniture in one place, what the others have there is furniture too."""
APART = 1.15
"""Running heads are so many leadings away from the text, at least."""
LONGEST = 100
"""How many signs furniture has at most."""

_NUMBER = r"\d{1,4}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}"
_EDGES = r"[\s\[\](){}|·•–—―\-~*.,:]*"
_ALONE = re.compile(rf"{_EDGES}(?:(?:page|seite|p\.|pp\.|s\.|стр\.|σελ\.|oldal|pagina|página)\s*)?({_NUMBER}){_EDGES}"
                    rf"(?:(?:/|of|von|sur|de|из)\s*\d+)?{_EDGES}\Z", re.IGNORECASE)  # fmt: skip
_FIRST = re.compile(rf"\s*[\[|–—-]*\s*({_NUMBER})(?=[\s\]|·•–—-])")
_LAST = re.compile(rf"(?:.*[\s\[|·•–—-])({_NUMBER})\s*[\]|–—-]*\s*\Z")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True)
class Taken:
    """A row that is furniture: its number where it counts, and why it goes."""

    row: Row
    number: str
    reason: str


@dataclass(frozen=True)
class _Edge:
    page: int
    row: Row
    top: bool
    number: str
    words: str
    is_apart: bool

    @property
    def is_bare(self) -> bool:
        return not self.words

    def is_near(self, other: "_Edge") -> bool:
        """Whether both stand in the same place of their pages."""
        return self.top == other.top and abs(self.row.y - other.row.y) <= NEAR


def furniture(pages: Sequence[Sequence[Row]], leading: float) -> list[list[Taken]]:
    """Return for each page the rows that are no text."""
    edges = [edge for nth, page in enumerate(pages) for edge in _edges(nth, page, leading)]
    counted = _counted(edges, len(pages))
    found: dict[int, Taken] = {}
    arabic = {edge.page for edge in edges if id(edge.row) in counted and edge.number.isdigit()}
    for edge in edges:
        if edge.is_bare and not edge.number.isdigit() and edge.page in arabic:
            continue  # the page has its number: this counts chapters
        if id(edge.row) in counted:
            bare = _("This is the number of a page.")
            reason = bare if edge.is_bare else _("This is a running head with the number of a page.")
            found[id(edge.row)] = Taken(edge.row, edge.number, reason)
    for edge in _repeated(edges, len(pages)):
        reason = _("This is a running head: other pages have it in the same place.")
        found.setdefault(id(edge.row), Taken(edge.row, "", reason))
    sure = [edge for edge in edges if id(edge.row) in found]
    for edge in edges:
        if id(edge.row) not in found and edge.is_apart and _is_in_place(edge, sure, len(pages)):
            reason = _("This is a running head: other pages have theirs in this place.")
            found[id(edge.row)] = Taken(edge.row, edge.number if edge.is_bare else "", reason)
    made: list[list[Taken]] = [[] for _page in pages]
    for edge in edges:
        if id(edge.row) in found and found[id(edge.row)] not in made[edge.page]:
            made[edge.page].append(found[id(edge.row)])
    return made


def value(number: str) -> int:
    """Return the value of an arabic or Roman number."""
    if number.isdigit():
        return int(number)
    values = [_VALUES[sign] for sign in number.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _edges(nth: int, page: Sequence[Row], leading: float) -> list[_Edge]:
    """Return the outermost rows of a page; each must stand apart, or outside of one that may be furniture."""
    found = []
    for is_top in (True, False):
        rows = list(page) if is_top else list(reversed(page))
        for place, row in enumerate(rows[:DEEP]):
            text = row.text
            if len(text) > LONGEST:
                break
            after = rows[place + 1] if place + 1 < len(rows) else None
            is_apart = after is None or abs(after.y - row.y) > APART * leading
            number = _number(text)
            words = (
                ""
                if _ALONE.match(text)
                else " ".join("".join(s if s.isalpha() else " " for s in text.lower()).split())
            )
            found.append(_Edge(nth, row, is_top, number, words, is_apart))
    return found


def _number(text: str) -> str:
    """Return the number that a row is, or begins or ends with; empty where there is none."""
    for pattern in (_ALONE, _FIRST, _LAST):
        found = pattern.match(text)
        if found:
            return found[1]
    return ""


def _counted(edges: Sequence[_Edge], pages: int) -> set[int]:
    """Return the rows whose number counts as the pages do, in the same place."""
    by_distance: dict[tuple[bool, bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if edge.number and (edge.is_bare or edge.is_apart):
            by_distance[edge.top, edge.number.isdigit(), value(edge.number) - edge.page].append(edge)
    least = min(LEAST, max(pages - 1, 2))
    counted = {
        id(edge.row)
        for edge in edges
        if pages < LEAST and edge.is_bare and edge.is_apart and edge.number == str(edge.page + 1)
    }
    for found in by_distance.values():
        for edge in found:
            like = {other.page for other in found if edge.is_near(other)}
            enough = (
                like
                if len(like) >= least
                else {other.page for other in found if other.is_bare == edge.is_bare}
            )
            if len(enough) >= least and (len(like) > 1 or len(enough) > LEAST):
                counted.add(id(edge.row))
    return counted


def _repeated(edges: Sequence[_Edge], pages: int) -> list[_Edge]:
    """Return the rows that say the same in the same place of several pages near each other."""
    by_words: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if len(edge.words) > 2 and edge.is_apart:
            by_words[edge.top, edge.words].append(edge)
    least = min(LEAST, max(pages - 1, 2))
    found = []
    for alike in by_words.values():
        for edge in alike:
            like = [other for other in alike if edge.is_near(other)]
            near = any(0 < abs(other.page - edge.page) <= BETWEEN for other in like)
            if near and len({other.page for other in like}) >= least:
                found.append(edge)
    return found


def _is_in_place(edge: _Edge, sure: Sequence[_Edge], pages: int) -> bool:
    """Whether a row stands where most pages have furniture, in letters of its size."""
    there = [other for other in sure if edge.is_near(other)]
    if len({other.page for other in there}) < max(LEAST, SHARE * pages):
        return False
    sizes = Counter(other.row.size for other in there)
    return sizes[edge.row.size] > 0
