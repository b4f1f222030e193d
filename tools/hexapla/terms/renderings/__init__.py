"""How translations render a term, without a glossary: Dice on lemma n-grams, with a small bonus for longer ones.

- ``Renderings``: the target segments, ready to be asked; ``of`` the places of a term, and in how many ``ways``
- ``is_shown``: whether a rendering is sure enough to be shown to anybody
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from hexapla.model.candidates import MinedRendering, Place
from hexapla.model.terms import FormTable
from hexapla.terms.renderings.index import LEAST, TWICE, Gram, Index
from hexapla.terms.word import parted

__all__ = ["Renderings", "is_shown"]

_BONUS = 0.04
"""What each further word adds."""
_NEARLY = 0.85
"""A piece of something longer that goes with the term so well is but a piece: now and then the rest is left out."""
_SELDOM, _DOUBTED, _BETTER, _APART = 20, 4, 0.1, 0.1
"""Of terms that occur less often so many renderings are looked at from the other side; how much better other words
of the source must go with them, and how far these must stand apart from the term."""
_RARE = 8
"""Below so many occurrences a term is rare, and more is asked of a rendering that is shown."""
SHOWN_RARE, SHOWN_FREQUENT = 0.5, 0.4
SHARE = 0.25
"""In what share of a term's occurrences a second rendering must stand to be worth saying."""
_MOST = 10
_KIN = 4
"""How many letters words of one family have in common at their beginning."""


class Renderings:
    """The target segments of one language, ready to be asked what stands where the source has a term.

    ``segments`` are plain text, aligned by their index with the source's; an empty one, not translated, counts for
    nothing. ``source``: the same of the source, to see that a rendering is not that of other words beside the term.
    """

    def __init__(
        self,
        lang: str,
        segments: Sequence[str],
        *,
        source: "Renderings | None" = None,
        table: FormTable | None = None,
    ) -> None:
        self._source = source
        self._index = Index(lang, segments, table)

    def of(self, where: Iterable[Place]) -> list[MinedRendering]:
        """Return the renderings of a term, the likeliest first, by the places in the source where it occurs.

        Of what occurs once nothing can be said.
        """
        places = sorted(where)
        return self._of(self._index.counted(places), places)

    def ways(self, where: Iterable[Place], *, share: float = SHARE) -> list[MinedRendering]:
        """Return the renderings that divide the occurrences of a term among them: two or more are an inconsistency.

        The second is what goes best with the occurrences that do not have the first, and so on; each stands in at
        least that share of all occurrences, and twice. Words that begin alike are one way: inflected, or a verb and
        its noun.
        """
        places = sorted(where)
        rest = self._index.counted(places)
        total = sum(rest.values())
        found: list[MinedRendering] = []
        while sum(rest.values()) >= max(TWICE, share * total):
            best = next(iter(self._of(rest, places)), None)
            if best is None or best.dice < SHOWN_FREQUENT or best.count < max(TWICE, share * total):
                break
            if not any(_are_kin(best.lemma, other.lemma) for other in found):
                found.append(replace(best, of=total))
            counts = Counter(place[0] for place in best.places)
            rest = {nth: count - counts[nth] for nth, count in rest.items() if count > counts[nth]}
        return found

    def _of(self, sources: Mapping[int, int], where: Collection[Place]) -> list[MinedRendering]:
        total = sum(sources.values())
        weighed = self._index.weighed(sources)
        ranked = sorted(weighed, key=lambda gram: self._rank(gram, weighed[gram][0]))
        if self._source is not None and total < _SELDOM:
            source, first = self._source._index, ranked[:_DOUBTED]
            first.sort(key=lambda gram: _is_of_another(*weighed[gram], where, source))
            ranked[:_DOUBTED] = first
        found: list[MinedRendering] = []
        taken: list[Collection[Place]] = []
        for gram in ranked:
            if weighed[gram][0] < LEAST:
                break
            gram = _whole(gram, weighed) if weighed[gram][0] >= SHOWN_FREQUENT else gram
            dice, places = weighed[gram]
            here = [place for place in places if place[0] in sources]
            if any(_overlap(here, other) for other in taken):
                continue
            taken.append(here)
            found.append(self._rendering(gram, dice, here, sources, total))
            if len(found) == _MOST:
                break
        return found

    def _rank(self, gram: Gram, dice: float) -> tuple[float, bool, Gram]:
        return -dice - _BONUS * (len(gram) - 1), self._index.is_unlikely(gram), gram

    def _rendering(
        self, gram: Gram, dice: float, places: list[Place], sources: Mapping[int, int], total: int
    ) -> MinedRendering:
        counts = Counter(place[0] for place in places)
        forms = Counter(" ".join(self._index.segments[nth][start:end].split()) for nth, start, end in places)
        return MinedRendering(
            " ".join(gram),
            tuple(forms.most_common()),
            sum(min(count, counts[nth]) for nth, count in sources.items()),
            total,
            dice,
            tuple(places),
        )


def is_shown(rendering: MinedRendering) -> bool:
    """Whether a rendering is sure enough to be shown: of rare terms more is asked."""
    return rendering.dice >= (SHOWN_RARE if rendering.of < _RARE else SHOWN_FREQUENT)


def _are_kin(lemma: str, other: str) -> bool:
    """Whether two renderings are likely to be forms of one word that no dictionary knows, or of its family."""
    shared, _ends = parted(lemma, other)
    return shared >= max(_KIN, 0.6 * min(len(lemma), len(other)))


def _is_of_another(dice: float, places: Collection[Place], where: Collection[Place], source: Index) -> bool:
    """Whether words of the source that stand apart from the term go better with a rendering than the term does."""
    return any(
        other >= dice + _BETTER and not _overlap(there, where, share=_APART)
        for other, there in source.weighed(source.counted(places)).values()
    )


def _whole(gram: Gram, weighed: Mapping[Gram, tuple[float, list[Place]]]) -> Gram:
    """Return the longest gram that has this one in it, and goes with the term almost as well."""
    least = _NEARLY * weighed[gram][0]
    longer = [
        other
        for other, (dice, places) in weighed.items()
        if len(other) > len(gram) and dice >= least and _overlap(places, weighed[gram][1], share=1.0)
    ]
    return max(longer, key=lambda other: (len(other), weighed[other][0], other), default=gram)


def _overlap(mine: Collection[Place], others: Collection[Place], *, share: float = 0.5) -> bool:
    """Whether such a share of these places has one of the others in it, or lies in one; the others are of one gram."""
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for nth, start, end in others:
        starts[nth].append(start)
        ends[nth].append(end)
    same = 0
    for nth, start, end in mine:
        after = bisect_right(ends[nth], start) if nth in ends else 0
        same += after < len(starts[nth]) and starts[nth][after] < end
    return same >= share * len(mine)
