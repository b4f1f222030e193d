"""The head words of a set of terms, and which of them a written word may be a form of."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.model.terms import Rule, Verdict
from hexapla.terms import gender
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.relation import Match, Relation
from hexapla.terms.word import folded

_SHORTEST = 3
"""How long what is left of a longer word must be, and a head word to be taken without its particle."""


@dataclass(frozen=True)
class Reading:
    """One way to read a written word: folded text, and what was done to it for that (None: nothing)."""

    text: str
    rule: Rule | None = None
    capital: bool = False
    """Whether it begins with a capital letter, where that tells nouns."""


def readings(text: str, lexicon: Lexicon) -> list[Reading]:
    """Return the ways to read a written word, the plainest first."""
    recipe = lexicon.recipe
    word = folded(text, recipe)
    capital = recipe.nouns_capital and text[:1].isupper()
    found = [Reading(word, capital=capital)]
    before, mark, after = word.partition("'")
    if mark and before in recipe.elisions and after:
        found = [Reading(after), *found]
    elif mark and recipe.dictionary == "tr" and len(before) >= 2:
        found.append(Reading(before, Rule.ENDING))
    if "-" in word:
        found.append(Reading(word.replace("-", ""), Rule.SPELLING))
    found += [Reading(folded(bare, recipe), Rule.GENDER, capital) for bare in gender.bare(text)]
    found += [Reading(bare, Rule.CLITIC) for bare in recipe.unclitic(word)]
    return found


class Heads:
    """Head words, kept by their first letters, so that a word is compared with few of them."""

    def __init__(self, words: Iterable[str], lexicon: Lexicon, *, rows: bool = False) -> None:
        self._lexicon, self._relation = lexicon, Relation(lexicon, rows)
        self._near: dict[str, list[str]] = defaultdict(list)
        self._inner: dict[str, dict[str, bool]] = defaultdict(dict)
        recipe = lexicon.recipe
        self._long = set[str]()
        for word in dict.fromkeys(words):
            for start in {_start(word), _start(recipe.spelling(word))}:
                self._near[start].append(word)
            for form, sure in recipe.inner(word):
                self._inner[form][word] = sure
            if recipe.compounds and len(word) >= recipe.compounds:
                self._long.add(_start(word))
        self._matches: dict[tuple[str, str], Match | None] = {}

    def of(self, text: str) -> dict[str, Match]:
        """Return the head words that a written word may be a form of, each with its best match."""
        found: dict[str, Match] = {}
        for reading in readings(text, self._lexicon):
            for head in self._candidates(reading):
                self._keep(found, head, self._judge(reading, head))
        for head, match in self._within(folded(text, self._lexicon.recipe)):
            self._keep(found, head, match)
        return found

    def match(self, text: str, head: str) -> Match | None:
        """Return how a written word is a form of one head word."""
        if (text, head) not in self._matches:
            found: dict[str, Match] = {}
            for reading in readings(text, self._lexicon):
                self._keep(found, head, self._judge(reading, head))
            self._matches[text, head] = found.get(head)
        return self._matches[text, head]

    def is_known(self, text: str) -> bool:
        """Whether the dictionary has a written word."""
        return bool(self._lexicon.forms(folded(text, self._lexicon.recipe)).lemmas)

    @staticmethod
    def _keep(found: dict[str, Match], head: str, match: Match | None) -> None:
        known = found.get(head)
        if match is not None and (known is None or _RANK[match[0]] > _RANK[known[0]]):
            found[head] = match

    def _candidates(self, reading: Reading) -> dict[str, None]:
        word, forms = reading.text, self._lexicon.forms(reading.text, capital=reading.capital)
        spelled = self._lexicon.recipe.spelling(word)
        near = dict.fromkeys(
            _start(one) for one in (word, spelled, *forms.lemmas, forms.guess, forms.stem) if one
        )
        found = dict.fromkeys(head for start in near for head in self._near.get(start, ()))
        return found | dict.fromkeys(self._inner.get(word, ()))

    def _judge(self, reading: Reading, head: str) -> Match | None:
        match = self._relation.of(reading.text, head, capital=reading.capital)
        if match is None:
            return self._within_pattern(reading.text, head)
        if reading.rule is None:
            return match
        if reading.rule is Rule.CLITIC and match[1] in (Rule.STEM, Rule.SPELLING):
            return Verdict.PLAUSIBLE, match[1]
        return match[0], reading.rule

    def _within_pattern(self, word: str, head: str) -> Match | None:
        """Judge a form that is made within a word; a dubious one that is a word of its own is none."""
        sure = self._inner.get(word, {}).get(head)
        if sure is None or (not sure and word in self._lexicon.forms(word).lemmas[:1]):
            return None
        return (Verdict.CONFIRMED if sure else Verdict.PLAUSIBLE), Rule.INNER

    def _within(self, word: str) -> Iterator[tuple[str, Match]]:
        """Yield the head words that a longer word begins or ends with."""
        least = self._lexicon.recipe.compounds
        if not least or len(word) < least + _SHORTEST:
            return
        match = (Verdict.PLAUSIBLE, Rule.COMPOUND)
        if (start := _start(word)) in self._long:
            for head in self._near[start]:
                if len(head) >= least and word.startswith(head) and len(word) >= len(head) + _SHORTEST:
                    yield head, match
        for at in range(_SHORTEST, len(word) - least + 1):
            rest = word[at:]
            if _start(rest) in self._long:
                for head in self._near[_start(rest)]:
                    if len(head) >= least and self._relation.by_ending(rest, head):
                        yield head, match


_RANK = {Verdict.PLAUSIBLE: 0, Verdict.CONFIRMED: 1}


def _start(word: str) -> str:
    """Return the first two letters of a word, without accents."""
    start = word[:2]
    return start if start.isascii() else "".join(unicodedata.normalize("NFD", sign)[:1] for sign in start)
