"""How translations render a term, without a glossary: Dice on lemma n-grams, with a small bonus for longer ones."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.model.candidates import MinedRendering, Place
from hexapla.model.terms import FormTable
from hexapla.terms.lemmas import Kept
from hexapla.terms.reading import Reader
from hexapla.terms.stops import Stops
from hexapla.terms.usage import Usage

LONGEST = 6
"""How many words a rendering may have: more than a term, since an article in it is one."""
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
_MOST, _TWICE, _LEAST = 10, 2, 0.15

Gram = tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """A word, or a part of a hyphenated one, where it stands."""

    kept: Kept
    lemmas: tuple[str, ...]
    start: int
    end: int
    joined: bool
    stop: bool


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
        self._reader = Reader(lang, table)
        self._segments = segments
        stops = Stops(lang, self._reader.recipe, Usage(lang))
        self._spaceless = self._reader.recipe.spaceless
        self._lemma: dict[Kept, str] = {}
        self._all: dict[Kept, tuple[str, ...]] = {}
        self._known: dict[int, Collection[Gram]] = {}
        self._rows: list[list[_Part]] = []
        self._likely: set[str] = set()
        self._with: dict[str, set[int]] = defaultdict(set)
        read = self._reader.read(segments)
        self._inner = self._made_within(
            {lemma for row in read for token in row for lemma in token.all_lemmas}
        )
        for nth, tokens in enumerate(read):
            row: list[_Part] = []
            for token in tokens:
                for at, (kept, start, end) in enumerate(token.spans()):
                    lemmas = self._lemmas(kept)
                    row.append(_Part(kept, lemmas, start, end, token.joined or at > 0, stops.has(kept)))
                    for lemma in lemmas:
                        self._with[lemma].add(nth)
            self._rows.append(row)

    def _made_within(self, lemmas: Collection[str]) -> dict[str, list[str]]:
        """Return of which words of the texts others are plurals or persons that are made within the word (Arabic)."""
        made: dict[str, list[str]] = defaultdict(list)
        for lemma in sorted(lemmas):
            for form, sure in self._reader.recipe.inner(lemma):
                if sure and form in lemmas:
                    made[form].append(lemma)
        return made

    def _lemmas(self, kept: Kept) -> tuple[str, ...]:
        known = self._all.get(kept)
        if known is None:
            inner = (lemma for one in kept.lemmas for lemma in self._inner.get(one, ()))
            known = self._all[kept] = tuple(dict.fromkeys((*kept.lemmas, *inner)))
        return known

    def of(self, where: Iterable[Place]) -> list[MinedRendering]:
        """Return the renderings of a term, the likeliest first, by the places in the source where it occurs.

        Of what occurs once nothing can be said.
        """
        places = list(where)
        return self._of(self._counted(places), places)

    def ways(self, where: Iterable[Place], *, share: float = SHARE) -> list[MinedRendering]:
        """Return the renderings that divide the occurrences of a term among them: two or more are an inconsistency.

        The second is what goes best with the occurrences that do not have the first, and so on; each stands in at
        least that share of all occurrences, and twice.
        """
        places = list(where)
        rest = self._counted(places)
        total = sum(rest.values())
        found: list[MinedRendering] = []
        while sum(rest.values()) >= max(_TWICE, share * total):
            best = next(iter(self._of(rest, places)), None)
            if best is None or best.dice < SHOWN_RARE or best.count < max(_TWICE, share * total):
                break
            found.append(replace(best, of=total))
            counts = Counter(place[0] for place in best.places)
            rest = {nth: count - counts[nth] for nth, count in rest.items() if count > counts[nth]}
        return found

    def _counted(self, where: Iterable[Place]) -> dict[int, int]:
        """Return how often a term occurs in each segment that is translated."""
        return {nth: count for nth, count in Counter(place[0] for place in where).items() if self._rows[nth]}

    def _of(self, sources: Mapping[int, int], where: Collection[Place]) -> list[MinedRendering]:
        total = sum(sources.values())
        weighed = self._weighed(sources)
        ranked = sorted(weighed, key=lambda gram: self._rank(gram, weighed[gram][0]))
        if self._source is not None and total < _SELDOM:
            first = ranked[:_DOUBTED]
            ranked = [
                *sorted(first, key=lambda gram: self._is_of_another(*weighed[gram], where)),
                *ranked[_DOUBTED:],
            ]
        found: list[MinedRendering] = []
        taken: list[Collection[Place]] = []
        for gram in ranked:
            if weighed[gram][0] < _LEAST:
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

    def _weighed(self, sources: Mapping[int, int]) -> dict[Gram, tuple[float, list[Place]]]:
        total = sum(sources.values())
        return {gram: self._dice(gram, sources, total) for gram in self._near(sources)}

    def _is_of_another(self, dice: float, places: Collection[Place], where: Collection[Place]) -> bool:
        """Whether words of the source that stand apart from the term go better with a rendering than the term does."""
        assert self._source is not None  # noqa: S101
        back = self._source._weighed(self._source._counted(places))
        return any(
            other >= dice + _BETTER and not _overlap(there, where, share=_APART)
            for other, there in back.values()
        )

    def _rank(self, gram: Gram, dice: float) -> tuple[float, bool, Gram]:
        unlikely = len(gram) == 1 and gram[0] not in self._likely
        return -dice - _BONUS * (len(gram) - 1), unlikely, gram

    def _near(self, sources: Mapping[int, int]) -> set[Gram]:
        """Return the grams that stand in at least two of the segments."""
        counts = Counter[Gram]()
        for nth in sources:
            counts.update(self._grams(nth))
        total = sum(sources.values())
        # What could not reach the least of Dice, however often it stands elsewhere, need not be counted.
        enough = max(_TWICE, _LEAST * len(sources) / 2)
        return {
            gram
            for gram, count in counts.items()
            if count >= enough and (len(gram) > 1 or 2 * total >= _LEAST * (total + len(self._with[gram[0]])))
        }

    def _grams(self, nth: int) -> Collection[Gram]:
        known = self._known.get(nth)
        if known is None:
            known = self._known[nth] = tuple(self._made(self._rows[nth]))
        return known

    def _made(self, row: list[_Part]) -> set[Gram]:
        found: set[Gram] = set()
        for first, part in enumerate(row):
            if part.stop:
                continue
            found.update((lemma,) for lemma in part.lemmas)
            gram: Gram = (self._likeliest(part.kept),)
            for last in row[first + 1 : first + LONGEST]:
                if not last.joined:
                    break
                gram += (self._likeliest(last.kept),)
                if not last.stop:
                    found.add(gram)
        return found

    def _likeliest(self, kept: Kept) -> str:
        """Return the lemma, of all that a word may have, that is in most segments: so forms of one word meet."""
        known = self._lemma.get(kept)
        if known is None:
            known = self._lemma[kept] = max(self._lemmas(kept), key=lambda lemma: len(self._with[lemma]))
            self._likely.add(known)
        return known

    def _dice(self, gram: Gram, sources: Mapping[int, int], total: int) -> tuple[float, list[Place]]:
        places: list[Place] = []
        for nth in sorted(set.intersection(*(self._with[lemma] for lemma in gram))):
            places += ((nth, start, end) for start, end in _spans(self._rows[nth], gram))
        counts = Counter(place[0] for place in places)
        both = sum(min(count, counts[nth]) for nth, count in sources.items())
        return 2 * both / (total + len(places)), places

    def _rendering(
        self, gram: Gram, dice: float, places: list[Place], sources: Mapping[int, int], total: int
    ) -> MinedRendering:
        counts = Counter(place[0] for place in places)
        forms = Counter(" ".join(self._segments[nth][start:end].split()) for nth, start, end in places)
        return MinedRendering(
            ("" if self._spaceless else " ").join(gram),
            tuple(forms.most_common()),
            sum(min(count, counts[nth]) for nth, count in sources.items()),
            total,
            dice,
            tuple(places),
        )


def is_shown(rendering: MinedRendering) -> bool:
    """Whether a rendering is sure enough to be shown: of rare terms more is asked."""
    return rendering.dice >= (SHOWN_RARE if rendering.of < _RARE else SHOWN_FREQUENT)


def _whole(gram: Gram, weighed: Mapping[Gram, tuple[float, list[Place]]]) -> Gram:
    """Return the longest gram that has this one in it, and goes with the term almost as well."""
    least = _NEARLY * weighed[gram][0]
    longer = [
        other
        for other, (dice, places) in weighed.items()
        if len(other) > len(gram) and dice >= least and _overlap(places, weighed[gram][1], share=1.0)
    ]
    return max(longer, key=lambda other: (len(other), weighed[other][0], other), default=gram)


def _spans(row: list[_Part], gram: Gram) -> list[tuple[int, int]]:
    size = len(gram)
    return [
        (row[at].start, row[at + size - 1].end)
        for at in range(len(row) - size + 1)
        if all(
            lemma in row[at + nth].lemmas and (not nth or row[at + nth].joined)
            for nth, lemma in enumerate(gram)
        )
    ]


def _overlap(mine: Collection[Place], others: Collection[Place], *, share: float = 0.5) -> bool:
    """Whether such a share of these places has one of the others in it, or lies in one."""
    by_row: dict[int, list[Place]] = defaultdict(list)
    for place in others:
        by_row[place[0]].append(place)
    same = sum(any(one[1] < place[2] and place[1] < one[2] for one in by_row[place[0]]) for place in mine)
    return same >= share * len(mine)
