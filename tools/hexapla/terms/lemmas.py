"""The lemmas that the written words of a text may have, chosen so that the forms of one word meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hexapla.model.terms import FormTable, Rule
from hexapla.terms.endings import endings
from hexapla.terms.heads import Reading, readings
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.usage import simplified

_REST = 4
"""How much must be left of a verb without its prefix, and of an unknown word without its ending."""


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


class Lemmas:
    """What is known of the written words of one language."""

    def __init__(self, lang: str, table: FormTable | None = None) -> None:
        self._lexicon = Lexicon(lang, table)
        self.recipe = self._lexicon.recipe
        self._is_chinese = lang.split("-", maxsplit=1)[0] in ("zh", "yue")
        self._kept: dict[str, Kept] = {}
        self._seen: set[str] = set()

    def learn(self, texts: Iterable[str]) -> None:
        """Ask about all words that are new, at once."""
        asked = {text: self._readings(text) for text in texts if text not in self._kept}
        self._lexicon.learn(
            one.text.capitalize() if one.capital else one.text for some in asked.values() for one in some
        )
        self._seen.update(some[0].text for some in asked.values())
        self._kept |= {text: self._known(text, some) for text, some in asked.items()}

    def of(self, text: str) -> Kept:
        """Return what is known of a written word that has been learned."""
        return self._kept[text]

    def counted(self, text: str) -> str:
        """Return a text in the spelling that frequency lists have."""
        return simplified(text) if self._is_chinese else text

    def _readings(self, text: str) -> list[Reading]:
        """Return the ways to read a word; of verbs with a separable prefix also what is left without it."""
        found = readings(text, self._lexicon)
        return [*found, *(Reading(rest, Rule.SEPARATED) for _prefix, rest in self._parted(found[0].text))]

    def _parted(self, word: str) -> list[tuple[str, str]]:
        """Return the separable prefixes that a word may have, each with the rest: auf|zu|heben."""
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
            forms = self._lexicon.forms(one.text, capital=one.capital)
            if one.rule is Rule.SEPARATED:
                whole = (lemma for lemma in forms.lemmas if lemma.endswith(self.recipe.infinitives))
                found += (verbs[one.text] + lemma for lemma in whole)
                continue
            # pymorphy3 has the likeliest reading first; of the others the last is what is left of several suffixes.
            lemmas = forms.lemmas if self.recipe.lemmas is not None else forms.lemmas[::-1]
            found += lemmas or ((forms.guess,) if forms.guess else ())
            first = first or (lemmas[0] if lemmas else "")
            found.append(one.text)
        plain = some[0].text
        guess = self._lexicon.forms(plain, capital=some[0].capital).guess
        first = first or self._base(plain) or guess or plain
        spelling = self.recipe.spelling
        return Kept(
            lemma=spelling(first),
            lemmas=tuple(dict.fromkeys(spelling(one) for one in (first, *found))),
            head=first,
            low=self.counted(self.recipe.lower(text).replace("’", "'")),
            plain=plain,
        )

    def _base(self, word: str) -> str:
        """Return a word of the texts that no dictionary knows either, and that this one has an ending more than."""
        bases = (
            word[: len(word) - len(end)] + other
            for end, others in _by_form(self.recipe.dictionary, self.recipe.unknown).items()
            if end and word.endswith(end) and len(word) - len(end) >= _REST
            for other in others
        )
        known = (base for base in bases if base in self._seen and base != word)
        return min(known, key=lambda base: (len(base), base), default="")


@lru_cache(maxsize=8)
def _by_form(dictionary: str, least: int) -> Mapping[str, Sequence[str]]:
    """Return, by the ending of a form, the endings of its lemma: those that only take something away."""
    found: dict[str, list[str]] = defaultdict(list)
    for (form, lemma), number in endings(dictionary).items():
        if number >= least and len(lemma) < len(form):
            found[form].append(lemma)
    return found
