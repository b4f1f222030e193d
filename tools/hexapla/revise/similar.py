"""Units that say nearly the same, in the order of the document; how alike two texts are."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hexapla.revise import beads
from hexapla.revise.chain import longest
from hexapla.revise.exact import Pairs

MOVED = 0.75
"""How alike a sentence must be to one elsewhere in the text."""
LEAST = 20
"""Letters below which a sentence that is alike elsewhere says nothing."""
RARE = 6
"""Units that a word may be in to say something about which unit is which."""


@dataclass(frozen=True)
class Bead:
    """Old units and the new ones that their words are in, by their places; one of either, or several on one side."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def match(
    old: Sequence[str], new: Sequence[str], found: Sequence[Bead], apart: Collection[int] = ()
) -> list[Bead]:
    """Return which of the units that are left are which, between those found already; some new ones stand ``apart``."""
    left = _Left(len(old), len(new), found, apart)
    made: list[Bead] = []
    for olds, news in list(left.gaps()):
        made += left.take(_align(old, new, olds, news))
    olds, news = left.all()
    made += left.take(Bead((one,), (other,)) for other, one in _elsewhere(old, new, olds, news))
    return made


class _Left:
    """What no pair or bead holds yet."""

    def __init__(self, old: int, new: int, found: Sequence[Bead], apart: Collection[int]) -> None:
        self._found = {place: bead.old for bead in found for place in bead.new}
        self._old = set(range(old)) - {place for bead in found for place in bead.old}
        self._new = set(range(new)) - set(self._found) - set(apart)
        self._sizes = old, new

    def all(self) -> tuple[list[int], list[int]]:
        """Return the places that are left."""
        return sorted(self._old), sorted(self._new)

    def take(self, made: "Iterator[Bead] | list[Bead]") -> list[Bead]:
        """Take beads of what is left; one that comes too late is left out."""
        taken = []
        for bead in made:
            if self._old.issuperset(bead.old) and self._new.issuperset(bead.new):
                self._old.difference_update(bead.old)
                self._new.difference_update(bead.new)
                taken.append(bead)
        return taken

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield runs of new units without a pair, each with the old ones beside what its neighbours were."""
        place, size = 0, self._sizes[1]
        while place < size:
            if place not in self._new:
                place += 1
                continue
            start = place
            while place in self._new:
                place += 1
            before = self._found.get(start - 1, (-1,) if not start else (self._sizes[0],))
            after = self._found.get(place, (self._sizes[0],) if place == size else (-1,))
            olds = dict.fromkeys([*self._after(before[-1]), *self._before(after[0])])
            if olds:
                yield sorted(olds), list(range(start, place))

    def _after(self, old: int) -> list[int]:
        run = []
        while (old := old + 1) in self._old:
            run.append(old)
        return run

    def _before(self, old: int) -> list[int]:
        run = []
        while (old := old - 1) in self._old:
            run.append(old)
        return run


def _align(old: Sequence[str], new: Sequence[str], olds: list[int], news: list[int]) -> list[Bead]:
    """Align what stands in a gap; a wide gap is divided where rare words say what belongs together."""
    pairs = []
    if len(olds) * len(news) > beads.SMALL:
        pairs = longest(_by_words(old, new, olds, news, beads.ALIKE))
    made = [Bead((one,), (other,)) for other, one in pairs]
    ends = [*pairs, (news[-1] + 1, olds[-1] + 1)]
    i = j = 0
    for other, one in ends:
        part_old, part_new = [], []
        while i < len(olds) and olds[i] < one:
            part_old.append(olds[i])
            i += 1
        while j < len(news) and news[j] < other:
            part_new.append(news[j])
            j += 1
        i, j = i + (i < len(olds) and olds[i] == one), j + (j < len(news) and news[j] == other)
        if part_old and part_new:
            texts = [old[place] for place in part_old], [new[place] for place in part_new]
            made += [
                Bead(tuple(part_old[nth] for nth in some), tuple(part_new[nth] for nth in others))
                for some, others in beads.align(*texts)
            ]
    return made


def _elsewhere(
    old: Sequence[str], new: Sequence[str], olds: list[int], news: list[int]
) -> list[tuple[int, int]]:
    """Pair what was moved and edited at once."""
    olds = [place for place in olds if len(old[place]) >= LEAST]
    news = [place for place in news if len(new[place]) >= LEAST]
    return _by_words(old, new, olds, news, MOVED)


def _by_words(
    old: Sequence[str], new: Sequence[str], olds: list[int], news: list[int], least: float
) -> list[tuple[int, int]]:
    """Pair units by the rare words that they share, if they are alike; each at most once, the most alike first."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place in olds:
        for word in set(old[place].split()):
            having[word].append(place)
    rated = []
    for place in news:
        votes: Counter[int] = Counter()
        for word in set(new[place].split()):
            if len(having.get(word, ())) <= RARE:
                votes.update(having.get(word, ()))
        for one, _count in votes.most_common(2):
            alike = Indel.normalized_similarity(old[one], new[place], score_cutoff=least)
            if alike >= least:
                rated.append((alike, place, one))
    pairs: Pairs = {}
    taken: set[int] = set()
    for _alike, place, one in sorted(rated, key=lambda rating: (-rating[0], rating[1:])):
        if place not in pairs and one not in taken:
            pairs[place] = one
            taken.add(one)
    return sorted(pairs.items())
