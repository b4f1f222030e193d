"""A language's recipe for finding the forms of a term: data, and a few pure functions."""

from collections.abc import Callable
from dataclasses import dataclass


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text that lists them."""
    return tuple(words.split())


def same(word: str) -> str:
    """Return a word as it is."""
    return word


def none(_word: str) -> tuple[str, ...]:
    """Return nothing."""
    return ()


def no_forms(_word: str) -> tuple[tuple[str, bool], ...]:
    """Return nothing."""
    return ()


@dataclass(frozen=True)
class Recipe:
    """How a language writes and inflects its words. Words are folded (``fold``) before any other field sees them.

    ``known`` and ``unknown``: how many words of the dictionary must take an ending for it to count, at a word that the
    dictionary has under another lemma, and at one that it does not have (0: never).
    """

    dictionary: str = ""
    """The language of simplemma's dictionary, if it has one."""
    stemmer: str = ""
    """The name of the Snowball stemmer."""
    fold: Callable[[str], str] = same
    """Spelling that never tells words apart: vowel signs, stress marks, apostrophes; after lower-casing."""
    lower: Callable[[str], str] = str.lower
    spelling: Callable[[str], str] = same
    """A common form of several spellings (-ise, -ize); applied to both sides."""
    spellings_right: bool = False
    """Whether each of these spellings is right; else one of them is a slip, and the word only plausible."""
    lemmas: Callable[[str], tuple[str, ...]] | None = None
    """An own analyser, in the place of the dictionary."""
    elisions: frozenset[str] = frozenset()
    """Words that are written before an apostrophe, and are words of their own."""
    enclitics: tuple[str, ...] = ()
    """Endings that are words of their own, written together with the word before them; longest first."""
    pronouns_after_verbs: bool = False
    """Pronouns are written together with the verb before them (darlo), so that rules may take them off."""
    joiners: frozenset[str] = frozenset()
    """Words that may follow a separable prefix; else it stands at the end of its clause."""
    unclitic: Callable[[str], tuple[str, ...]] = none
    """The forms that a word may have had before something was written together with it."""
    inner: Callable[[str], tuple[tuple[str, bool], ...]] = no_forms
    """The forms that are made within a word or before it, by its pattern, each with whether the pattern is sure."""
    derived: frozenset[str] = frozenset()
    """Endings that make another word, though dictionaries count them as forms of the first."""
    prefixes: tuple[str, ...] = ()
    """Separable prefixes of verbs."""
    to: tuple[str, ...] = ()
    """What may stand between a prefix and its verb: op te heffen."""
    prefix_first: bool = False
    """The prefix may stand right after its verb, or before it with a few words between: vitte át, át fogja vinni."""
    infinitives: tuple[str, ...] = ()
    """How verbs end that may have one."""
    moving_accent: bool = False
    """The accent moves when a word is inflected."""
    nouns_capital: bool = False
    """Nouns begin with a capital letter, and nothing else does within a sentence."""
    compounds: int = 0
    """How long a term must be to be seen within a longer word; 0: never."""
    known: int = 50
    unknown: int = 8
    spaceless: bool = False
    """Words are not set apart: terms are looked for sign by sign."""
