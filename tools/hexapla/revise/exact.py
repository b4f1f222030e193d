"""Units that say the same: the nearest of several, and never out of order among themselves."""

from collections import defaultdict
from collections.abc import Sequence

Pairs = dict[int, int]
"""Which unit of the old text a unit of the new one is, both by their places."""


def match(old: Sequence[str], new: Sequence[str], found: Pairs) -> None:
    """Add to what is found the units whose text is equal: first those that nothing else could be, then their
    neighbours, then the others, each in the order of the document; linear in time. An empty text is like no other.
    """
    matching = _Matching(old, new, found)
    matching.extend()
    if matching.unique():
        matching.extend()
    matching.rest()


class _Matching:
    def __init__(self, old: Sequence[str], new: Sequence[str], found: Pairs) -> None:
        self._old, self._new, self._found = old, new, found
        self._taken = set(found.values())

    def extend(self) -> None:
        """From the ends of the text and from every pair, go on as long as the texts are equal."""
        anchors = [(-1, -1), *((new, old) for new, old in sorted(self._found.items()))]
        for new, old in anchors:
            while self._pair(new + 1, old + 1):
                new, old = new + 1, old + 1
        anchors = [
            *((new, old) for new, old in sorted(self._found.items())),
            (len(self._new), len(self._old)),
        ]
        for new, old in reversed(anchors):
            while self._pair(new - 1, old - 1):
                new, old = new - 1, old - 1

    def _pair(self, new: int, old: int) -> bool:
        if not (0 <= new < len(self._new) and 0 <= old < len(self._old)):
            return False
        if new in self._found or old in self._taken or self._new[new] != self._old[old] or not self._new[new]:
            return False
        self._found[new] = old
        self._taken.add(old)
        return True

    def unique(self) -> bool:
        """Pair what is left once in either text."""
        olds, news = self._places()
        pairs = [
            (places[0], olds[text][0])
            for text, places in news.items()
            if len(places) == 1 and len(olds.get(text, ())) == 1
        ]
        return bool([self._pair(new, old) for new, old in pairs])

    def rest(self) -> None:
        """Pair what is left several times, nearest to where it would be expected."""
        olds, news = self._places()
        expected = self._expected()
        for text, places in news.items():
            left, wanted = olds.get(text, []), [expected[place] for place in places]
            if len(places) <= len(left):
                pairs = _nearest(wanted, left)
            else:
                pairs = [(nth, one) for one, nth in _nearest(left, wanted)]
            for nth, one in pairs:
                self._pair(places[nth], left[one])

    def _expected(self) -> list[int]:
        """Return for each place of the new text where it would be in the old one, by the last pair before it."""
        expected, last = [], (-1, -1)
        for new in range(len(self._new)):
            if new in self._found:
                last = (new, self._found[new])
            expected.append(last[1] + new - last[0])
        return expected

    def _places(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        olds: defaultdict[str, list[int]] = defaultdict(list)
        news: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self._old):
            if place not in self._taken:
                olds[text].append(place)
        for place, text in enumerate(self._new):
            if place not in self._found:
                news[text].append(place)
        return olds, news


def _nearest(few: Sequence[int], many: Sequence[int]) -> list[tuple[int, int]]:
    """Pair each of a few places with one of many, in order, the nearest that leaves enough for those after it."""
    pairs, at = [], 0
    for nth, place in enumerate(few):
        last = len(many) - (len(few) - nth)
        while at < last and abs(many[at + 1] - place) < abs(many[at] - place):
            at += 1
        pairs.append((nth, at))
        at += 1
    return pairs
