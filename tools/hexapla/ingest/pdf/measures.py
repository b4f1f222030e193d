"""How a document is set: the size of its letters, the leading of its lines, the margins of its columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hexapla.formats.pdf import Word
from hexapla.ingest.pdf.rows import Row

ENOUGH = 4
"""How many distances must be known before their most common one is believed."""

LOOK = 5
"""How many rows below one are looked at for the next one of its column; columns need not be level."""


@dataclass(frozen=True)
class Column:
    """The margins of a column, in points."""

    left: float
    right: float


@dataclass(frozen=True)
class Leading:
    """The distances of baselines by the size of the letters, in points."""

    body: float
    by_size: tuple[tuple[float, float], ...] = ()
    size: float = 10.0

    def of(self, size: float) -> float:
        """Return the distance of baselines for a size."""
        known = dict(self.by_size)
        return known.get(round(size * 2) / 2, self.body * size / self.size if self.size else self.body)


def body_size(words: Iterable[Word]) -> float:
    """Return the size that most letters have, in points; 10 where there are none."""
    sizes = Counter[float]()
    for word in words:
        sizes[round(word.size * 10) / 10] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def leading(pages: Iterable[Sequence[Row]], body: float) -> Leading:
    """Return the leadings of a document, from the distances of neighbouring rows of one size."""
    distances: dict[float, Counter[float]] = {}
    for page in pages:
        for nth, before in enumerate(page):
            row = next((row for row in page[nth + 1 : nth + LOOK] if _is_below(before, row)), None)
            size = round(before.size * 2) / 2
            if row is None or round(row.size * 2) / 2 != size:
                continue
            distance = before.y - row.y
            if 0.8 * size < distance < 2.6 * size:
                distances.setdefault(size, Counter())[round(distance * 4) / 4] += 1
    by_size = {size: _usual(found) for size, found in distances.items() if found.total() >= ENOUGH}
    own = round(body * 2) / 2
    return Leading(by_size.get(own, 1.25 * body), tuple(sorted(by_size.items())), body)


def _is_below(before: Row, row: Row) -> bool:
    """Whether a row stands below another, not beside it in the next column."""
    shared = min(before.x1, row.x1) - max(before.x0, row.x0)
    return shared > 0.5 * min(before.x1 - before.x0, row.x1 - row.x0)


def _usual(found: Counter[float]) -> float:
    """Return the most common distance; of those that are nearly as common the smallest."""
    most = found.most_common(1)[0][1]
    return min(distance for distance, count in found.items() if count >= 0.8 * most)


def column(found: Sequence[Row], usual: "Column | None", em: float) -> Column:
    """Return the margins of a column's rows on one page; those of its like on other pages, where they fit."""
    left = _left(found, em)
    right = max(row.x1 for row in found)
    if usual is None:
        return Column(left, right)
    fits = any(abs(row.x0 - usual.left) < 0.4 * em for row in found) and left > usual.left - 0.4 * em
    alone = len(found) <= 2
    left = usual.left if fits or (alone and left > usual.left) else left
    is_usual = abs(left - usual.left) < 0.4 * em and right - usual.right < em  # full stops may hang out
    return Column(left, usual.right if is_usual else right)


def usual_column(columns: Sequence[Sequence[Row]], em: float) -> Column | None:
    """Return the margins that most of these columns, each of another page, have."""
    lefts = Counter(round(_left(rows, em) * 2) / 2 for rows in columns if len(rows) >= ENOUGH)
    rights = sorted(row.x1 for rows in columns for row in rows)
    if not lefts:
        return None
    return Column(lefts.most_common(1)[0][0], rights[len(rights) * 19 // 20])


def _left(found: Sequence[Row], em: float) -> float:
    """Return the leftmost place where several rows begin; a single one that hangs out is no margin."""
    starts = sorted(row.x0 for row in found)
    for start in starts:
        if sum(start <= other < start + 0.3 * em for other in starts) >= min(3, max(1, len(starts) // 5)):
            return start
    return starts[0]
