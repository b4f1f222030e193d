"""A term as what is looked for: words in a row, with gaps where the glossary leaves them."""

import re
from dataclasses import dataclass

from hexapla.model.terms import Rule
from hexapla.terms.recipe import Recipe
from hexapla.terms.tokens import parts, words
from hexapla.terms.word import folded

GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*")
GAP_WORDS = 6
"""How many words may stand in a gap."""


@dataclass(frozen=True)
class Pattern:
    """Words to be found in a row; before those in ``gaps`` some other words may stand."""

    term: int
    words: tuple[str, ...]
    gaps: frozenset[int] = frozenset()
    rule: Rule | None = None
    """What a hit is said to be by, if not by its words."""
    capital: bool = False
    """Whether its first word begins with a capital letter."""
    exact: str = ""
    """The very letters that must stand there, where the case of letters counts."""


def compile_term(
    index: int, text: str, recipe: Recipe, *, forms: tuple[str, ...] = (), exact: bool = False
) -> list[Pattern]:
    """Return the patterns of a term: of its own text first, then of the forms that a glossary lists for it."""
    patterns = list[Pattern]()
    for nth, spelled in enumerate((text, *forms)):
        pattern = _pattern(index, spelled, recipe, Rule.FORM if nth else None, exact=exact)
        if pattern is None:
            continue
        patterns.append(pattern)
        if not nth:
            patterns += _separated(pattern, spelled, recipe)
    return patterns


def _pattern(index: int, text: str, recipe: Recipe, rule: Rule | None, *, exact: bool) -> Pattern | None:
    found: list[str] = []
    gaps: set[int] = set()
    capital = False
    for piece in GAP.split(text.strip()):
        if found:
            gaps.add(len(found))
        for word in words(piece):
            for part in parts(word):
                capital |= not found and part.text[:1].isupper()
                found.append(folded(part.text, recipe))
    if not found:
        return None
    return Pattern(index, tuple(found), frozenset(gaps), rule, capital, text if exact else "")


def _separated(pattern: Pattern, text: str, recipe: Recipe) -> list[Pattern]:
    """Return the pattern of a verb whose prefix may stand apart: hebt … auf."""
    if len(pattern.words) != 1 or pattern.capital or not recipe.prefixes:
        return []
    word = pattern.words[0]
    for prefix in recipe.prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and rest.endswith(recipe.infinitives):
            return [Pattern(pattern.term, (rest, prefix), frozenset({1}), Rule.SEPARATED)]
    return []
