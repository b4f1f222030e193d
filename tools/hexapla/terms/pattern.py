"""A term as what is looked for: words in a row, with gaps where the glossary leaves them."""

import re
from dataclasses import dataclass, replace

from hexapla.model.terms import Rule
from hexapla.terms.recipe import Recipe
from hexapla.terms.tokens import parts, words
from hexapla.terms.word import folded

GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*")
_NOTHING_MUCH = re.compile(
    r"[\s\ufffc\u00ad\u200b-\u200d\u2060\-‐‑“”„«»‹›\"'’‘‚¹²³⁰⁴-⁹*†‡]+|\[\d{1,3}\]|(?<=\s)\d(?=\Z)(?!.)"
)
_ENDS = re.compile(r"([@#$§]?)\b.*?\b([+#%°]*)", re.DOTALL)
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
    marks: tuple[str, ...] = ()
    """What the glossary has between the words, before each but the first: the full stop of St. Petersburg."""
    ends: tuple[str, str] = ("", "")
    """Signs that are no letters and part of the term, right before and after it: C++, @a."""
    exact: str = ""
    """The very letters that must stand there, where the case of letters counts."""
    backward: bool = False
    """Whether the second word stands before the first, with a gap between."""


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
        patterns += _closed(pattern)
        if not nth:
            patterns += _separated(pattern, recipe)
    return patterns


def between(text: str) -> str:
    """Return what stands between two words that tells them apart: no spaces, hyphens, quotation or footnote marks."""
    return _NOTHING_MUCH.sub("", text)


def _pattern(index: int, text: str, recipe: Recipe, rule: Rule | None, *, exact: bool) -> Pattern | None:
    found: list[str] = []
    marks: list[str] = []
    gaps: set[int] = set()
    capital = False
    for piece in GAP.split(text.strip()):
        if found:
            gaps.add(len(found))
        last = 0
        for part in (part for word in words(piece) for part in parts(word)):
            capital |= not found and part.text[:1].isupper()
            marks += [between(piece[last : part.start])] if found else []
            found.append(folded(part.text, recipe))
            last = part.end
    if not found:
        return None
    signs = _ENDS.fullmatch(text.strip())
    return Pattern(
        index,
        tuple(found),
        frozenset(gaps),
        rule,
        capital,
        tuple(marks),
        (signs[1], signs[2]) if signs else ("", ""),
        text if exact else "",
    )


def _closed(pattern: Pattern) -> list[Pattern]:
    """Return the pattern of a term of two words written as one: e-mail as email, wage labour as wagelabour."""
    if len(pattern.words) != 2 or pattern.gaps or any(pattern.marks):
        return []
    word = "".join(pattern.words)
    return [replace(pattern, words=(word,), marks=(), rule=Rule.SPELLING)] if len(word) > 2 else []


def _separated(pattern: Pattern, recipe: Recipe) -> list[Pattern]:
    """Return the patterns of a verb whose prefix may stand apart: hebt … auf, op te heffen, vitte át."""
    if len(pattern.words) != 1 or pattern.capital or not recipe.prefixes:
        return []
    word = pattern.words[0]
    for prefix in recipe.prefixes:
        rest = word.removeprefix(prefix)
        if rest == word or len(rest) < 4 or not rest.endswith(recipe.infinitives or rest):
            continue
        made = Pattern(pattern.term, (rest, prefix), frozenset({1}), Rule.SEPARATED)
        if recipe.prefix_first:
            # The prefix is a frequent word, the verb is not: the one before is looked for from the other.
            return [replace(made, gaps=frozenset()), replace(made, backward=True)]
        return [made, *(replace(made, words=(prefix, one, rest), gaps=frozenset()) for one in recipe.to)]
    return []
