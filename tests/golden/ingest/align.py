"""Where a place in one text is in another: the letters of a reading beside those of the careful one."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True)
class Difference:
    """Letters that only one of the two has; ``at`` is their place in the careful reading."""

    at: int
    missing: str
    added: str


class Places:
    """The places of ``other`` in ``careful``: found by the longest common sequence of letters."""

    def __init__(self, other: str, careful: str) -> None:
        codes = [(code.src_start, code.src_end, code.dest_start, code.dest_end, code.tag)
                 for code in Indel.opcodes(other, careful)]  # fmt: skip
        self._equal = [code for code in codes if code[4] == "equal"] or [(0, 0, 0, 0, "equal")]
        self._starts = [code[0] for code in self._equal]
        self._ends = [code[1] for code in self._equal]
        self._length, self._careful = len(other), len(careful)
        self.differences = tuple(_differences(codes, other, careful))

    def of(self, place: int) -> tuple[int, int]:
        """Return the first and the last place in the careful text that a place may be."""
        before = bisect_left(self._starts, place) - 1  # the last run of common letters that begins before it
        after = bisect_right(self._ends, place)  # the first one that ends behind it
        low = high = 0
        if before >= 0:
            start, end, other = self._equal[before][:3]
            low = other + min(place, end) - start
        if after < len(self._equal):
            start, _end, other = self._equal[after][:3]
            high = other + max(place, start) - start
        else:
            high = self._careful
        return low, high

    def is_known(self, start: int, end: int) -> bool:
        """Whether any letter of a stretch is in the careful text."""
        nth = bisect_right(self._ends, start)
        return nth < len(self._equal) and self._starts[nth] < end


def _differences(codes: list[tuple[int, int, int, int, str]], other: str, careful: str) -> list[Difference]:
    """Return what only one of the texts has, stretches with fewer than three common letters between them as one."""
    found: list[list[int]] = []
    for a, b, c, d, tag in codes:
        if tag == "equal":
            continue
        if found and a - found[-1][1] < 3 and c - found[-1][3] < 3:
            found[-1][1], found[-1][3] = b, d
        else:
            found.append([a, b, c, d])
    return [Difference(c, careful[c:d], other[a:b]) for a, b, c, d in found]
