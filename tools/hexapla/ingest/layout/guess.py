"""Where pages begin in a text without form feeds: some programs leave a space in the place of each, others only
the page's number."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from hexapla.ingest.layout.lines import Line
from hexapla.ingest.layout.measure import ends_sentence, is_broken
from hexapla.ingest.marks import number_kind
from hexapla.model.messages import _
from hexapla.model.report import Decision

LEAST = 3
"""How many pages must show themselves before any is believed."""
SHORTEST, LONGEST = 12, 90
"""How many filled lines a page has."""
REGULAR = 0.6
"""How large a part of the distances must be near that of most pages, or several of them."""
NEAR = 3
"""By how many lines the length of pages differs."""

_BARE = re.compile(r"(?P<dash>[–—-]\s?)?(?P<n>\d{1,4})(?(dash)\s?[–—-])")
_HEAD = re.compile(r"(?P<first>\d{1,4})\s+\D{2,}|\D{2,}\s(?P<last>\d{1,4})")
_DIGITS = re.compile(r"\d+")
HEAD = 70
"""How many signs a running head has at most."""
_SET_APART = re.compile(r"(?:[–—―-]|\d{1,3}[.)]|[IVXLC]{1,6}[.)])\s")


def guessed(lines: list[Line]) -> tuple[list[Line], list[Decision]]:
    """Return lines of which those that seem to begin a page say so, and a decision for all of them together."""
    filled = [place for place, line in enumerate(lines) if line.text]
    starts, spaced = _by_head(lines, filled) or _by_number(lines, filled), False
    if not starts:
        starts, spaced = _by_space(lines, filled), True
    if not starts:
        return lines, []
    changed, decisions = list(lines), []
    for place in starts:
        line = lines[place]
        changed[place] = replace(line, page="", indent=max(line.indent - 1, 0) if spaced else line.indent)
    for start, place in zip(starts, [_number_before(lines, place) for place in starts[1:]], strict=False):
        if spaced and place:
            changed[start] = replace(changed[start], page=lines[place].text)
            changed[place] = replace(lines[place], text="", indent=0)
            reason = _("A number stands alone where a page seems to end.")
            decisions.append(Decision("page", lines[place].number, lines[place].text, "", reason))
    reason = _("Pages seem to begin where a line is set in by one more space; there are {n}.")
    if not spaced:
        reason = _("Pages seem to end with a number that counts; there are {n}.")
    whole = Decision("page", lines[starts[0]].number, reason=reason.format(n=len(starts)))
    return changed, [whole, *decisions]


def _number_before(lines: list[Line], place: int) -> int:
    """Return the place of a number that stands alone between blank lines before a line; 0 if there is none."""
    before = next((nth for nth in range(place - 1, 0, -1) if lines[nth].text), 0)
    is_bare = before and place - before > 1 and _BARE.fullmatch(lines[before].text)
    return before if is_bare and not lines[before - 1].text else 0


def _by_space(lines: list[Line], filled: list[int]) -> list[int]:
    """Return the places of lines before which a form feed became a space."""
    indents = Counter(lines[place].indent for place in filled)
    usual = next((indent for indent, _n in indents.most_common() if indent), 0)
    if usual > 4 or indents[0] < len(filled) / 2:
        return []
    nth = {place: count for count, place in enumerate(filled)}
    certain = [
        place
        for before, place in pairwise(filled)
        if _is_certain(lines[before], lines[place], usual, is_next=place == before + 1)
    ]
    if len(certain) < LEAST:
        return []
    gaps = [nth[after] - nth[before] for before, after in pairwise(certain)]
    length = _page_length(gaps)
    if not length:
        return []
    begun = {filled[0], *certain} | {
        place for before, place in pairwise(filled) if _is_apart(lines, before, place)
    }
    return sorted(begun | _between(lines, filled, nth, sorted(begun), length))


def _is_certain(before: Line, line: Line, usual: int, *, is_next: bool) -> bool:
    """Whether a line is set in although it goes on, or by one more than lines that begin paragraphs."""
    if line.indent == usual + 1:
        return True
    unfinished = is_next and not ends_sentence(before.text) and before.open
    return line.indent == 1 and (line.text[0].islower() or unfinished)


def _is_apart(lines: list[Line], before: int, place: int) -> bool:
    """Whether a line that never is set in (a turn, a numbered item, a head) is, with no blank line before it."""
    line = lines[place]
    if line.indent != 1 or (
        before != place - 1 and lines[place - 1].text == "" and not _SET_APART.match(line.text)
    ):
        return False
    if _SET_APART.match(line.text):
        others = [one.indent for one in lines if one.text and _SET_APART.match(one.text)]
        return others.count(0) > len(others) / 2
    following = lines[place + 1 : place + 3]
    is_short = len(line.text) < 60 and not line.open and line.text[-1] not in ".!?,;"
    return is_short and len(following) == 2 and ("" in (following[0].text, following[1].text))


def _page_length(gaps: list[int]) -> int:
    """Return how many filled lines a page has, 0 where the distances are not regular."""
    likely = [gap for gap in gaps if SHORTEST <= gap <= LONGEST]
    if not likely:
        return 0
    length = int(median(sorted(likely)[: max(1, len(likely) * 3 // 4)]))
    near = sum(
        gap >= SHORTEST and abs(gap - round(gap / length) * length) <= NEAR * max(1, round(gap / length))
        for gap in gaps
    )
    return length if near >= REGULAR * len(gaps) else 0


def _between(
    lines: list[Line], filled: list[int], nth: dict[int, int], begun: list[int], length: int
) -> set[int]:
    """Return the pages that begin without any sign of it but the distance from others: where a line that ends
    within a paragraph is followed by one that is set in, or a number stands alone."""
    found = set()
    for first, last in pairwise(begun):
        for place in filled[nth[first] + 1 : nth[last]]:
            before = filled[nth[place] - 1]
            distance = min((nth[place] - nth[first]) % length, -(nth[place] - nth[first]) % length)
            if distance > NEAR + 1 or nth[place] - nth[first] < length / 2:
                continue
            if _number_before(lines, place) or (lines[place].indent == 1 and lines[before].open):
                found.add(place)
    return found


def _by_head(lines: list[Line], filled: list[int]) -> list[int]:
    """Return the places of running heads with numbers that count, each right in the text: pages begin with them."""
    nth = {place: count for count, place in enumerate(filled)}
    chain: list[tuple[int, int]] = []
    best: list[tuple[int, int]] = []
    for place in filled:
        text = lines[place].text
        found = _HEAD.fullmatch(text)
        if not found or len(text) > HEAD or ends_sentence(text) or number_kind(text) in ("part", "chapter"):
            continue
        number = int(found["first"] or found["last"])
        if chain and chain[-1][1] < number <= chain[-1][1] + 2 and nth[place] - nth[chain[-1][0]] >= SHORTEST:
            chain.append((place, number))
        elif not chain or number <= chain[-1][1]:
            chain = [(place, number)]
        best = max(best, chain, key=len)
    places = [place for place, _number in best]
    words = [_DIGITS.sub("", lines[place].text).strip() for place in places]
    if len(places) < LEAST or len(set(words)) == len(words) or not _interrupts(lines, filled, nth, places):
        return []
    return [filled[0], *places] if filled[0] not in places else places


def _by_number(lines: list[Line], filled: list[int]) -> list[int]:
    """Return the places of lines that begin pages, by numbers that count, alone between blank lines or dashes."""
    nth = {place: count for count, place in enumerate(filled)}
    bare: list[tuple[int, int]] = []
    dashes = 0
    for place in filled:
        found = _BARE.fullmatch(lines[place].text)
        if found and (found["dash"] or _is_alone(lines, place)):
            bare.append((place, int(found["n"])))
            dashes += bool(found["dash"])
    best = max((_chain(bare[first:]) for first in range(min(len(bare), LONGEST))), key=len, default=[])
    gaps = [nth[after] - nth[before] for before, after in pairwise(best)]
    far = sum(gap >= SHORTEST // 2 for gap in gaps)
    if (
        len(best) < LEAST
        or not (_page_length(gaps) or far >= REGULAR * len(gaps))
        or (not dashes and far < LEAST)
    ):
        return []
    if not _interrupts(lines, filled, nth, best):
        return []
    if nth[best[0]] < NEAR and not dashes:
        return best  # numbers stand at the heads of pages
    after = [nth[place] + 1 for place in best]
    return [filled[0], *(filled[count] for count in after if count < len(filled))]


def _chain(bare: Sequence[tuple[int, int]]) -> list[int]:
    """Return the places of numbers that go on from the first by one or two, leaving out those that do not."""
    chain: list[int] = []
    number = 0
    for place, found in bare:
        if not chain or number < found <= number + 2:
            chain.append(place)
            number = found
    return chain


def _interrupts(lines: list[Line], filled: list[int], nth: dict[int, int], places: Sequence[int]) -> bool:
    """Whether some of these lines stand within a sentence, or have the same head below: pages do, chapters never."""
    heads = [lines[one].text for place in places for one in filled[nth[place] + 1 : nth[place] + 2]]
    if len(set(heads)) < len(heads):
        return True
    for place in places:
        before = lines[filled[nth[place] - 1]].text if nth[place] else "."
        below = [lines[one].text for one in filled[nth[place] + 1 : nth[place] + 2]]
        unfinished = not ends_sentence(before) and before[-1].isalnum()
        if unfinished or is_broken(before) or any(text[0].islower() for text in below):
            return True
    return False


def _is_alone(lines: list[Line], place: int) -> bool:
    around = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
    return not any(line.text for line in around)
