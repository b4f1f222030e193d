"""Terms of several words: in a row, with the gaps that the glossary leaves, or scattered over a sentence."""

from collections.abc import Sequence
from functools import cached_property

from hexapla.model.terms import Hit, Rule, Verdict
from hexapla.terms.heads import Heads
from hexapla.terms.pattern import GAP_WORDS, Pattern, between
from hexapla.terms.recipe import Recipe
from hexapla.terms.relation import Match
from hexapla.terms.tokens import Word, parts
from hexapla.terms.word import folded, parted

_STOPS = frozenset(".!?。！？;")
_FAMILY = 5
SMALL = 3
"""Words of so many letters say nothing by themselves: of, by, der, par."""


class Laid:
    """The words of a segment laid out: the parts of hyphenated ones apart."""

    def __init__(self, segment: str, whole: Sequence[Word]) -> None:
        self.segment = segment
        self.parts = [part for word in whole for part in parts(word)]

    @cached_property
    def places(self) -> dict[int, int]:
        """The number of a part by the offset where it begins."""
        return {part.start: nth for nth, part in enumerate(self.parts)}

    def is_cut(self, before: int, mark: str = "", *, gap: bool = True) -> bool:
        """Whether a part and the one before it do not belong together.

        In a gap only the end of a sentence parts them; in a row every mark but the one that the glossary has there.
        """
        said = self.segment[self.parts[before - 1].end : self.parts[before].start]
        if gap:
            return not _STOPS.isdisjoint(said)
        return bool(said) and between(said) not in ("", mark)


def content(pattern: Pattern) -> list[str]:
    """Return the words of a pattern that say something by themselves."""
    return [word for word in pattern.words if len(word) > SMALL]


def anchor(pattern: Pattern) -> str:
    """Return the word by which a scattered term is looked for: its longest."""
    return max(pattern.words, key=len)


def in_row(
    pattern: Pattern, start: int, match: Match, laid: Laid, heads: Heads, recipe: Recipe
) -> Hit | None:
    """Match a pattern from its first word on, which has been found at an offset."""
    at = last = laid.places[start]
    if pattern.exact and not laid.segment.startswith(pattern.exact.split()[0][:2], start):
        return None
    if pattern.backward:
        return _backward(pattern, at, match, laid, heads)
    loose = match[0] is Verdict.PLAUSIBLE
    doubtful = loose and match[1] is not Rule.ENDING and heads.is_known(laid.parts[at].text)
    for nth, head in enumerate(pattern.words[1:], 1):
        reach = GAP_WORDS if nth in pattern.gaps else 0
        for place in range(last + 1, min(last + 2 + reach, len(laid.parts))):
            if laid.is_cut(place, pattern.marks[nth - 1] if pattern.marks else "", gap=bool(reach)):
                return None
            found = heads.match(laid.parts[place].text, head)
            if found is not None and (len(head) > SMALL or found[0] is Verdict.CONFIRMED):
                if found[0] is Verdict.PLAUSIBLE:
                    loose = True
                    doubtful |= found[1] is not Rule.ENDING and heads.is_known(laid.parts[place].text)
                last = place
                break
        else:
            return None
    # Beside the right words a loose one is right too, unless the dictionary has another word in it, or there are gaps.
    if pattern.rule is Rule.SEPARATED and recipe.joiners and not _ends_clause(laid, last, recipe):
        return None
    if doubtful or (loose and pattern.gaps):
        return None
    rule = pattern.rule or (Rule.STEM if loose else Rule.LEMMA)
    if [folded(part.text, recipe) for part in laid.parts[at : last + 1]] == list(pattern.words):
        rule = pattern.rule or Rule.EXACT
    gaps = last - at >= len(pattern.words)
    return Hit(start, laid.parts[last].end, pattern.term, Verdict.CONFIRMED, rule, gaps=gaps)


def _backward(pattern: Pattern, at: int, match: Match, laid: Laid, heads: Heads) -> Hit | None:
    """Look for a prefix before its verb, with a few words between: át fogja vinni."""
    if match[0] is not Verdict.CONFIRMED:
        return None
    for place in range(at - 1, max(-1, at - 2 - GAP_WORDS), -1):
        if laid.is_cut(place + 1):
            return None
        if laid.parts[place].text.lower() == pattern.words[1]:
            start, end = laid.parts[place].start, laid.parts[at].end
            return Hit(start, end, pattern.term, match[0], Rule.SEPARATED, gaps=at - place > 1)
    return None


def _ends_clause(laid: Laid, nth: int, recipe: Recipe) -> bool:
    """Whether after a part a clause may end: with the segment, at a mark, or before a word that joins another on."""
    if nth + 1 == len(laid.parts):
        return True
    said = laid.segment[laid.parts[nth].end : laid.parts[nth + 1].start]
    return bool(said.strip()) or folded(laid.parts[nth + 1].text, recipe) in recipe.joiners


def scattered(pattern: Pattern, start: int, laid: Laid, heads: Heads, recipe: Recipe) -> Hit | None:
    """Find all words of a pattern that say something near one of them, in any order: plausible, no more.

    Languages that move their words, or make a verb of the noun (Verneinung durch …, durch … verneinen), need it.
    """
    wanted = content(pattern)
    if len(wanted) < 2:
        return None
    here = laid.places[start]
    places = [here]
    for head in wanted:
        if head == anchor(pattern):
            continue
        near = (one for one in _around(laid, here) if _is_like(laid.parts[one].text, head, heads, recipe))
        place = next(near, None)
        if place is None:
            return None
        places.append(place)
    if len(set(places)) < len(places) or max(places) - min(places) > len(pattern.words) + GAP_WORDS:
        return None
    first, last = laid.parts[min(places)], laid.parts[max(places)]
    return Hit(first.start, last.end, pattern.term, Verdict.PLAUSIBLE, Rule.SCATTERED, gaps=True)


def _is_like(text: str, head: str, heads: Heads, recipe: Recipe) -> bool:
    """Whether a word is a form of a head word, or of its family: they share most of its letters."""
    if heads.match(text, head) is not None:
        return True
    shared, _ends = parted(folded(text, recipe), head)
    return shared >= max(_FAMILY, len(head) * 0.6)


def _around(laid: Laid, here: int) -> list[int]:
    """Return the places near one, the nearest first, within its sentence."""
    before, after = [], []
    for place in range(here, max(0, here - GAP_WORDS * 2), -1):
        if laid.is_cut(place):
            break
        before.append(place - 1)
    for place in range(here + 1, min(len(laid.parts), here + GAP_WORDS * 2)):
        if laid.is_cut(place):
            break
        after.append(place)
    return sorted((*before, *after), key=lambda place: abs(place - here))
