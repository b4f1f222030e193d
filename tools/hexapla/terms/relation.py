"""Whether a written word is a form of the head word of a glossary, and what says so.

A head word stands as a glossary has it, so that the two sides are not alike: its own lemma counts only where it is a
form of something itself. All words are folded.
"""

from dataclasses import dataclass
from typing import TypeAlias

from hexapla.model.terms import Rule, Verdict
from hexapla.terms.endings import endings
from hexapla.terms.languages.common import unaccented
from hexapla.terms.lexicon import Lexicon
from hexapla.terms.word import parted

STEM = 3
"""How many letters at the end of a head word a word of the same stem may lack."""
Match: TypeAlias = tuple[Verdict, Rule]
_C, _P = Verdict.CONFIRMED, Verdict.PLAUSIBLE


@dataclass(frozen=True)
class Relation:
    """The rules of one language, with what is known of its words."""

    lexicon: Lexicon
    rows: bool = False
    """Whether head words are those of terms of several words, where each may itself be inflected."""

    def of(self, word: str, head: str, *, capital: bool = False) -> Match | None:
        """Return how a word is a form of a head word; None: it is none.

        ``capital``: whether the word begins with a capital letter, in a language where that makes it a noun.
        """
        if word == head:
            return _C, Rule.EXACT
        recipe, forms = self.lexicon.recipe, self.lexicon.forms(word, capital=capital)
        heads = self.lexicon.forms(head, capital=capital)
        if head in forms.lemmas or (self.rows and set(forms.lemmas) & set(heads.lemmas)):
            return _C, Rule.LEMMA
        shared, ends = parted(word, head)
        number = endings(recipe.dictionary).get(ends, 0)
        if recipe.prefixes and self._is_parted(word, head):
            return _C, Rule.LEMMA
        close = shared >= 3 or (shared >= 2 and shared >= len(head) - 1)
        derived = not ends[1] and ends[0] in recipe.derived
        if not forms.lemmas:
            if close and not derived and number >= recipe.unknown:
                return _C, Rule.ENDING
            if forms.guess == head and recipe.pronouns_after_verbs:
                return _C, Rule.LEMMA
            if forms.guess == head and not derived:
                return (_P, Rule.STEM) if not ends[0] or shared >= len(head) - 2 else None
        elif close and not derived:
            # A head word that the dictionary has as a form of something (a participle, say) is a word of its own: of
            # that lemma's forms only those count that are almost itself.
            if set(forms.lemmas) & set(heads.lemmas) and heads.lemmas[0] != head:
                if shared >= len(head) - 1:
                    return _C, Rule.LEMMA
            elif number >= recipe.unknown and not heads.lemmas:
                return _C, Rule.ENDING
            if number >= recipe.known:
                return _P, Rule.ENDING
        spelled = recipe.spelling(head)
        if spelled in map(recipe.spelling, (word, *forms.lemmas)):
            return _C if recipe.spellings_right else _P, Rule.SPELLING
        near = self.rows or shared >= max(3, len(head) - STEM)
        other = word in forms.lemmas[:1] and head in heads.lemmas  # two words, and the dictionary has both
        if not derived and not other and near and forms.stem and forms.stem == heads.stem:
            return _P, Rule.STEM
        if recipe.moving_accent and self.by_ending(unaccented(word), unaccented(head)):
            return _P, Rule.ENDING
        return None

    def _is_parted(self, word: str, head: str) -> bool:
        """Whether something stands between a verb's prefix and itself: opgeheven, aufzuheben."""
        for prefix in self.lexicon.recipe.prefixes:
            if not (word.startswith(prefix) and head.startswith(prefix)):
                continue
            rest, verb = word[len(prefix) :], head[len(prefix) :]
            if (
                len(verb) >= 4
                and rest.startswith(("ge", "zu", "te"))
                and verb
                in {
                    *self.lexicon.forms(rest).lemmas,
                    *self.lexicon.forms(rest[2:]).lemmas,
                }
            ):
                return True
        return False

    def by_ending(self, word: str, head: str) -> bool:
        """Whether a word is a head word, or differs from it by an ending that the language has."""
        if word == head:
            return True
        shared, ends = parted(word, head)
        number = endings(self.lexicon.recipe.dictionary).get(ends, 0)
        return shared >= 4 and number >= self.lexicon.recipe.known
