"""Segments as rows of words with their lemmas: what is counted for candidates and renderings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hexapla.model.terms import FormTable, Rule
from hexapla.terms.heads import Reading, readings
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.spaceless import _divided
from hexapla.terms.tokens import Word, parts, words
from hexapla.terms.usage import simplified

_SIGNS = 0x2E80
"""Where the scripts without spaces begin."""
_ENDS = frozenset(".!?…:;–—。！？")
"""What a sentence may begin after."""
_REST = 4
"""How much must be left of a verb without its prefix."""
_QUOTES = frozenset('“„«»"‘‚‹›')


@dataclass(frozen=True)
class Kept:
    """One written word and what it may be.

    ``lemma``, and all its possible lemmas (``lemmas``), are in one spelling where there are several right ones;
    ``head`` is the lemma as dictionaries spell it; ``low`` and ``plain`` the word in small letters, and folded.
    """

    lemma: str
    lemmas: tuple[str, ...]
    head: str
    low: str
    plain: str


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
        self.lexicon = Lexicon(lang, table)
        self.recipe = self.lexicon.recipe
        self._kept: dict[str, Kept] = {}
        self._parts: dict[str, tuple[Kept, ...]] = {}

    def read(self, segments: Iterable[str]) -> list[list[Token]]:
        """Return the words of each segment."""
        rows = [(segment, self._cut(segment)) for segment in segments]
        inside = Counter[str]()
        if self.recipe.nouns_capital:
            for segment, row in rows:
                inside.update(word.text for nth, word in enumerate(row) if not _opens(segment, row, nth))
        self._learn({word.text for _segment, row in rows for word in row}, inside)
        return [self._tokens(segment, row, inside) for segment, row in rows]

    def _learn(self, texts: Iterable[str], inside: Counter[str]) -> None:
        """Ask about all new words at once."""
        new = [text for text in texts if text not in self._parts]
        spelled = {part.text for text in new for part in parts(Word(0, len(text), text))}
        if self.recipe.nouns_capital:
            spelled |= {text.lower() for text in spelled}
        asked = {text: self._readings(text) for text in spelled - self._kept.keys()}
        self.lexicon.learn(
            one.text.capitalize() if one.capital else one.text for some in asked.values() for one in some
        )
        self._kept |= {text: self._known(text, some) for text, some in asked.items()}

    def _readings(self, text: str) -> list[Reading]:
        """Return the ways to read a word; of verbs with a separable prefix also what is left without it."""
        found = readings(text, self.lexicon)
        return [*found, *(Reading(rest, Rule.SEPARATED) for _prefix, rest in self._parted(found[0].text))]

    def _parted(self, word: str) -> list[tuple[str, str]]:
        """Return the separable prefixes that a word may have, each with the rest: hinüber|zu|tragen."""
        return [
            (prefix, rest)
            for prefix in self.recipe.prefixes
            if word.startswith(prefix)
            for rest in dict.fromkeys((word[len(prefix) :], word[len(prefix) :].removeprefix("zu")))
            if len(rest) >= _REST
        ]

    def _known(self, text: str, some: Sequence[Reading]) -> Kept:
        found: list[str] = []
        first = ""
        verbs = {rest: prefix for prefix, rest in self._parted(some[0].text)}
        for one in sorted(some, key=lambda one: one.rule is not Rule.GENDER):
            forms = self.lexicon.forms(one.text, capital=one.capital)
            if one.rule is Rule.SEPARATED:
                found += (
                    verbs[one.text] + lemma
                    for lemma in forms.lemmas
                    if lemma.endswith(self.recipe.infinitives)
                )
                continue
            # pymorphy3 has the likeliest reading first; of the others the last is what is left of several suffixes.
            lemmas = forms.lemmas if self.recipe.lemmas is not None else forms.lemmas[::-1]
            found += lemmas or ((forms.guess,) if forms.guess else ())
            first = first or (lemmas[0] if lemmas else "")
            found.append(one.text)
        plain = some[0].text
        first = first or self.lexicon.forms(plain, capital=some[0].capital).guess or plain
        low = self._counted(self.recipe.lower(text).replace("’", "'"))
        spelling = self.recipe.spelling
        return Kept(
            spelling(first),
            tuple(dict.fromkeys(spelling(one) for one in (first, *found))),
            first,
            low,
            plain,
        )

    def _cut(self, segment: str) -> list[Word]:
        """Cut a segment into words, elided ones apart, and signs without spaces as a frequency list has them."""
        found: list[Word] = []
        for word in words(segment):
            if self.recipe.spaceless and ord(word.text[0]) >= _SIGNS:
                text = self._counted(word.text)
                found += (
                    Word(word.start + start, word.start + end, word.text[start:end])
                    for start, end in sorted(_divided(text, self.lang.split("-")[0]))
                    if word.text[start:end].isalnum()
                )
                continue
            at = 1 + max(word.text.find(sign) for sign in "'’ʼ")
            if 0 < at < len(word.text) and self.recipe.lower(word.text[: at - 1]) in self.recipe.elisions:
                found.append(Word(word.start, word.start + at, word.text[: at - 1]))
                word = Word(word.start + at, word.end, word.text[at:])
            found.append(word)
        return found

    def _counted(self, text: str) -> str:
        """Return a text in the spelling that frequency lists have."""
        return simplified(text) if self.lang.startswith(("zh", "yue")) else text

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
                    self._kept[part.text] for part in parts(Word(0, len(text), text))
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
