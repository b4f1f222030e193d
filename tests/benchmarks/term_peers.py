"""How others find terms in a text: what the benchmark of terms measures beside ours.

Each takes the terms of a language once, and answers for a segment with claims: index of the term, start, end, verdict.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from hexapla.terms.languages import recipe

Claim = tuple[int, int, int, str]
Find = Callable[[str], list[Claim]]
_WORD = re.compile(r"\w+")


class Unknown(Exception):
    """A peer has nothing for a language, or is not installed."""


def low(text: str, lang: str) -> str:
    """Return a text in small letters, as long as it was."""
    if lang == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    made = text.lower()
    return made if len(made) == len(text) else "".join(sign.lower()[:1] for sign in text)


def whole_words(lang: str, terms: Sequence[str]) -> Find:
    """Return a regular expression per term, with word boundaries, in any case: Weblate's way."""
    edge = ("", "") if lang in ("zh", "ja") else (r"(?<!\w)", r"(?!\w)")
    patterns = [re.compile(edge[0] + re.escape(term) + edge[1], re.IGNORECASE) for term in terms]

    def find(segment: str) -> list[Claim]:
        return [
            (nth, found.start(), found.end(), "confirmed")
            for nth, pattern in enumerate(patterns)
            for found in pattern.finditer(segment)
        ]

    return find


def snowball(lang: str, terms: Sequence[str]) -> Find:
    """Return rows of equal Snowball stems; raises Unknown."""
    return _rows(lang, terms, [("confirmed", _stems(lang))])


def lemmas_and_stems(lang: str, terms: Sequence[str]) -> Find:
    """Return rows of words with a simplemma lemma in common, and as plausible those with a Snowball stem in common."""
    import simplemma

    plain = recipe(lang).dictionary
    if not plain:
        raise Unknown

    def lemmas(word: str) -> set[str]:
        return {word, simplemma.lemmatize(word, lang=plain).lower()}

    try:
        stems = _stems(lang)
    except Unknown:
        return _rows(lang, terms, [("confirmed", lemmas)])
    both = [("confirmed", lemmas), ("plausible", lambda word: set().union(*map(stems, lemmas(word))))]
    return _rows(lang, terms, both)


def toolkit(lang: str, terms: Sequence[str]) -> Find:
    """Return translate-toolkit's terminology matcher, which has no verdicts and no places; raises Unknown."""
    try:
        from translate.search.match import terminologymatcher
        from translate.storage.po import pofile
    except ImportError as error:
        raise Unknown(
            "translate-toolkit is not installed, and left out: pip install translate-toolkit"
        ) from error
    store = pofile()
    for term in terms:
        store.addsourceunit(term).target = term
    matcher: Any = terminologymatcher(store)

    def find(segment: str) -> list[Claim]:
        matcher.matches(segment)
        return []

    return find


def _stems(lang: str) -> Callable[[str], set[str]]:
    import snowballstemmer

    name = recipe(lang).stemmer
    if not name:
        raise Unknown
    stemmer = snowballstemmer.stemmer(name)
    return lambda word: {stemmer.stemWord(word)}


def _rows(lang: str, terms: Sequence[str], ways: list[tuple[str, Callable[[str], set[str]]]]) -> Find:
    """Return a finder of rows of words that have one of their forms in common with the words of a term."""
    known: list[dict[str, set[str]]] = [{} for _way in ways]

    def forms(way: int, word: str) -> set[str]:
        if word not in known[way]:
            known[way][word] = ways[way][1](word)
        return known[way][word]

    split = [_WORD.findall(low(term, lang)) for term in terms]
    first: list[dict[str, list[int]]] = []
    for way in range(len(ways)):
        by_form: dict[str, list[int]] = defaultdict(list)
        for nth, words in enumerate(split):
            for form in forms(way, words[0]) if words else ():
                by_form[form].append(nth)
        first.append(by_form)

    def find(segment: str) -> list[Claim]:
        found = [(one[0], one.start(), one.end()) for one in _WORD.finditer(low(segment, lang))]
        claims: dict[tuple[int, int], Claim] = {}
        for way, (verdict, _made) in enumerate(ways):
            for at, (word, start, _end) in enumerate(found):
                for nth in {one for form in forms(way, word) for one in first[way].get(form, ())}:
                    words = split[nth]
                    row = found[at : at + len(words)]
                    if len(row) == len(words) and all(
                        forms(way, there[0]) & forms(way, term)
                        for there, term in zip(row, words, strict=True)
                    ):
                        claims.setdefault((nth, start), (nth, start, row[-1][2], verdict))
        return list(claims.values())

    return find
