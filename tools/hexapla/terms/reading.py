"""Segments as rows of words with their lemmas: what is counted for candidates and renderings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.model.terms import FormTable
from hexapla.terms.lemmas import Kept, Lemmas
from hexapla.terms.spaceless import divided
from hexapla.terms.tokens import Word, parts, words

_SIGNS = 0x2E80
"""Where the scripts without spaces begin."""
_ENDS = frozenset(".!?…:;–—。！？")
"""What a sentence may begin after."""
_QUOTES = frozenset('“„«»"‘‚‹›')


@dataclass(frozen=True)
class Token:
    """One word of a segment, a hyphenated one with all its parts; ``start`` and ``end`` are character offsets."""

    start: int
    end: int
    text: str
    parts: tuple[Kept, ...]
    joined: bool
    """Whether only white space, or nothing, stands between the word before and this one."""
    opening: bool
    """Whether it may have a capital letter for where it stands."""

    @property
    def lemma(self) -> tuple[str, ...]:
        """The lemmas of its parts."""
        return tuple(part.lemma for part in self.parts)

    @property
    def all_lemmas(self) -> Iterator[str]:
        """All lemmas that its parts may have."""
        return (lemma for part in self.parts for lemma in part.lemmas)

    def spans(self) -> Iterator[tuple[Kept, int, int]]:
        """Yield its parts, each with character offsets."""
        whole = Word(self.start, self.end, self.text)
        if len(self.parts) == 1:
            yield self.parts[0], self.start, self.end
            return
        for kept, part in zip(self.parts, parts(whole), strict=True):
            yield kept, part.start, part.end


class Reader:
    """Reads the segments of one language, keeping what it has learned of words."""

    def __init__(self, lang: str, table: FormTable | None = None) -> None:
        self.lang = lang
        self._lemmas = Lemmas(lang, table)
        self.recipe = self._lemmas.recipe
        self._parts: dict[str, tuple[Kept, ...]] = {}

    def read(self, segments: Iterable[str]) -> list[list[Token]]:
        """Return the words of each segment."""
        rows = [(segment, self._cut(segment)) for segment in segments]
        inside = Counter[str]()
        if self.recipe.nouns_capital:
            for segment, row in rows:
                inside.update(word.text for nth, word in enumerate(row) if not _opens(segment, row, nth))
        texts = {word.text for _segment, row in rows for word in row} - self._parts.keys()
        spelled = {part.text for text in texts for part in parts(Word(0, len(text), text))}
        if self.recipe.nouns_capital:
            spelled |= {text.lower() for text in spelled}
        self._lemmas.learn(spelled)
        return [self._tokens(segment, row, inside) for segment, row in rows]

    def _cut(self, segment: str) -> list[Word]:
        """Cut a segment into words, elided ones apart, and signs without spaces as a frequency list has them."""
        found: list[Word] = []
        for word in words(segment):
            if self.recipe.spaceless and ord(word.text[0]) >= _SIGNS:
                text = self._lemmas.counted(word.text)
                found += (
                    Word(word.start + start, word.start + end, word.text[start:end])
                    for start, end in sorted(divided(text, self.lang.split("-")[0]))
                    if word.text[start:end].isalnum()
                )
                continue
            at = 1 + max(word.text.find(sign) for sign in "'’ʼ")
            if 0 < at < len(word.text) and self.recipe.lower(word.text[: at - 1]) in self.recipe.elisions:
                found.append(Word(word.start, word.start + at, word.text[: at - 1]))
                word = Word(word.start + at, word.end, word.text[at:])
            found.append(word)
        return found

    def _tokens(self, segment: str, row: list[Word], inside: Counter[str]) -> list[Token]:
        made: list[Token] = []
        titled = _is_titled(row) and not self.recipe.nouns_capital
        for nth, word in enumerate(row):
            opening = _opens(segment, row, nth)
            text = word.text
            if opening and self.recipe.nouns_capital and text not in inside and text.lower() in inside:
                text = text.lower()
            kept = self._parts.get(text)
            if kept is None:
                kept = self._parts[text] = tuple(
                    self._lemmas.of(part.text) for part in parts(Word(0, len(text), text))
                )
            joined = nth > 0 and not segment[row[nth - 1].end : word.start].strip()
            made.append(Token(word.start, word.end, text, kept, joined, opening or titled))
        return made


def _opens(segment: str, row: list[Word], nth: int) -> bool:
    """Whether a word may be the first one of a sentence."""
    between = segment[row[nth - 1].end : row[nth].start] if nth else "."
    return not _ENDS.isdisjoint(between) or ("," in between and not _QUOTES.isdisjoint(between))


def _is_titled(row: list[Word]) -> bool:
    """Whether the words of a segment have capital letters because it is a title."""
    long = [word for word in row if len(word.text) > 3]
    return len(long) > 1 and sum(word.text[0].isupper() for word in long) > 0.7 * len(long)
