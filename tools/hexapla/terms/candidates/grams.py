"""Words in a row that may be a term, counted by lemma."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hexapla.model.candidates import Place
from hexapla.terms.candidates.vocabulary import Vocabulary
from hexapla.terms.reading import Token

LONGEST = 4
"""How many words a candidate may have, a hyphenated one being one."""
REACH = 6
"""How many are read to see that something is but a piece of something longer."""
_SEEN = 0.2
"""In what share of its occurrences a word must be as the dictionary has it to be named so."""
Span = tuple[int, int, int]
"""Index of a row, and of the first token in it and the one after the last."""


@dataclass(frozen=True, eq=False)
class Gram:
    """Words in a row: their lemmas, whether each carries a meaning, and where they are."""

    lemmas: tuple[str, ...]
    content: tuple[str, ...]
    words: int
    spans: tuple[Span, ...]

    @property
    def lemma(self) -> str:
        """The lemmas, parted by spaces."""
        return " ".join(self.lemmas)

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.spans)

    def places(self, rows: Sequence[Sequence[Token]]) -> tuple[Place, ...]:
        """Return where it is, in character offsets."""
        return tuple(
            (row, rows[row][first].start, rows[row][last - 1].end) for row, first, last in self.spans
        )

    def name(self, rows: Sequence[Sequence[Token]], segments: Sequence[str]) -> str:
        """Return its commonest form; of single words the one in the dictionary, where the text has that too."""
        inside = [span for span in self.spans if not rows[span[0]][span[1]].opening]
        forms = Counter(
            " ".join(segments[row][rows[row][first].start : rows[row][last - 1].end].split())
            for row, first, last in inside or self.spans
        )
        if len(self.lemmas) == 1:
            for form, count in forms.most_common():
                if form.lower() == self.lemmas[0] and count >= _SEEN * forms.total():
                    return form
        return forms.most_common(1)[0][0]


def collect(rows: Sequence[Sequence[Token]], vocabulary: Vocabulary, least: int) -> list[Gram]:
    """Return the grams that occur at least so often, the longest first.

    They begin and end with words that carry meaning, and have only linking words besides. Those that are longer than
    a candidate may be are there too: what they swallow is no candidate.
    """
    spans: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    content: dict[tuple[str, ...], tuple[tuple[str, ...], int]] = {}
    for nth, row in enumerate(rows):
        stops = [vocabulary.is_stop(token) for token in row]
        for first, stop in enumerate(stops):
            if stop:
                continue
            lemmas: tuple[str, ...] = ()
            meant: tuple[str, ...] = ()
            for at in range(first, min(first + REACH, len(row))):
                token = row[at]
                if at > first and not token.joined:
                    break
                lemmas += token.lemma
                if stops[at]:
                    if not vocabulary.is_link(token):
                        break
                    continue
                meant += token.lemma
                spans[lemmas].append((nth, first, at + 1))
                content.setdefault(lemmas, (meant, at + 1 - first))
    return sorted(
        (Gram(lemmas, *content[lemmas], tuple(some)) for lemmas, some in spans.items() if len(some) >= least),
        key=lambda gram: (-gram.words, gram.lemmas),
    )
