"""The segments of one language by the lemma n-grams in them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hexapla.model.candidates import Place
from hexapla.model.terms import FormTable
from hexapla.terms.lemmas import Kept
from hexapla.terms.reading import Reader
from hexapla.terms.recipe import Recipe
from hexapla.terms.stops import Stops
from hexapla.terms.usage import Usage

LONGEST = 6
"""How many words a rendering may have: more than a term, since an article in it is one."""
TWICE, LEAST = 2, 0.15
"""How often something must stand there to be a rendering, and the least of Dice."""

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


class Index:
    """Segments, read once."""

    def __init__(self, lang: str, segments: Sequence[str], table: FormTable | None = None) -> None:
        reader = Reader(lang, table)
        self.segments, self.recipe = segments, reader.recipe
        self._lemma: dict[Kept, str] = {}
        self._likely: set[str] = set()
        self._grams: dict[int, Collection[Gram]] = {}
        self._rows: list[list[_Part]] = []
        self._with: dict[str, set[int]] = defaultdict(set)
        read = reader.read(segments)
        stops = Stops(lang, reader.recipe, Usage(lang))
        all_lemmas = {lemma for row in read for token in row for lemma in token.all_lemmas}
        inner = _made_within(all_lemmas, reader.recipe)
        lemmas: dict[Kept, tuple[str, ...]] = {}
        for nth, tokens in enumerate(read):
            row: list[_Part] = []
            for token in tokens:
                for at, (kept, start, end) in enumerate(token.spans()):
                    if kept not in lemmas:
                        more = (lemma for one in kept.lemmas for lemma in inner.get(one, ()))
                        lemmas[kept] = tuple(dict.fromkeys((*kept.lemmas, *more)))
                    joined = token.joined or at > 0
                    row.append(_Part(kept, lemmas[kept], start, end, joined, stops.has(kept)))
                    for lemma in lemmas[kept]:
                        self._with[lemma].add(nth)
            self._rows.append(row)

    def counted(self, where: Collection[Place]) -> dict[int, int]:
        """Return how often something is in each segment that has words in this language."""
        return {nth: count for nth, count in Counter(place[0] for place in where).items() if self._rows[nth]}

    def weighed(self, sources: Mapping[int, int]) -> dict[Gram, tuple[float, list[Place]]]:
        """Return the grams that may go with what is so often in these segments: each with Dice, and all its places."""
        total = sum(sources.values())
        return {gram: self._dice(gram, sources, total) for gram in self._near(sources)}

    def is_unlikely(self, gram: Gram) -> bool:
        """Whether a single word is taken in a reading that fewer segments have than another one of its readings."""
        return len(gram) == 1 and gram[0] not in self._likely

    def _near(self, sources: Mapping[int, int]) -> set[Gram]:
        """Return the grams that stand in several of the segments."""
        counts = Counter[Gram]()
        for nth in sources:
            if nth not in self._grams:
                self._grams[nth] = tuple(self._made(self._rows[nth]))
            counts.update(self._grams[nth])
        total = sum(sources.values())
        # What could not reach the least of Dice, however often it stands elsewhere, need not be counted.
        enough = max(TWICE, LEAST * len(sources) / 2)
        return {
            gram
            for gram, count in counts.items()
            if count >= enough and (len(gram) > 1 or 2 * total >= LEAST * (total + len(self._with[gram[0]])))
        }

    def _made(self, row: list[_Part]) -> set[Gram]:
        found: set[Gram] = set()
        for first, part in enumerate(row):
            if part.stop:
                continue
            found.update((lemma,) for lemma in part.lemmas)
            gram: Gram = (self._likeliest(part.kept, part.lemmas),)
            for last in row[first + 1 : first + LONGEST]:
                if not last.joined:
                    break
                gram += (self._likeliest(last.kept, last.lemmas),)
                if not last.stop:
                    found.add(gram)
        return found

    def _likeliest(self, kept: Kept, lemmas: tuple[str, ...]) -> str:
        """Return the lemma, of all that a word may have, that is in most segments: so forms of one word meet."""
        known = self._lemma.get(kept)
        if known is None:
            known = self._lemma[kept] = max(lemmas, key=lambda lemma: len(self._with[lemma]))
            self._likely.add(known)
        return known

    def _dice(self, gram: Gram, sources: Mapping[int, int], total: int) -> tuple[float, list[Place]]:
        places: list[Place] = []
        for nth in sorted(set.intersection(*(self._with[lemma] for lemma in gram))):
            places += ((nth, start, end) for start, end in _spans(self._rows[nth], gram))
        counts = Counter(place[0] for place in places)
        both = sum(min(count, counts[nth]) for nth, count in sources.items())
        return 2 * both / (total + len(places)), places


def _made_within(lemmas: Collection[str], recipe: Recipe) -> Mapping[str, Sequence[str]]:
    """Return of which words of a text others are plurals or persons that are made within the word (Arabic)."""
    made: dict[str, list[str]] = defaultdict(list)
    for lemma in sorted(lemmas):
        for form, sure in recipe.inner(lemma):
            if sure and form in lemmas:
                made[form].append(lemma)
    return made


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
