"""The longest run of pairs that are in the same order on both sides."""

from bisect import bisect_left
from collections.abc import Iterable


def longest(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs, in the order of their first places, whose second places ascend too."""
    ordered = sorted(pairs)
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for nth, (_first, second) in enumerate(ordered):
        at = bisect_left(ends, second)
        if at == len(ends):
            ends.append(second)
            last.append(nth)
        else:
            ends[at], last[at] = second, nth
        before.append(last[at - 1] if at else -1)
    found = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]
