"""What dictionaries and stemmers know of a word; loaded when a word is met that nobody remembers."""

import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hexapla.model.terms import Forms, FormTable
from hexapla.terms import installed
from hexapla.terms.languages import recipe as recipe_of
from hexapla.terms.recipe import Recipe

RULES = "1"
"""Raised when the same libraries would be asked something else."""


@lru_cache
def version_of(lang: str) -> str:
    """Return what the memory of a language's words depends on: our rules, and the libraries that were asked."""
    recipe = recipe_of(lang)
    used = ["simplemma"] * bool(recipe.dictionary) + ["snowballstemmer"] * bool(recipe.stemmer)
    used += ["pymorphy3"] * bool(recipe.lemmas)
    here = installed.version(recipe.dictionary)
    return " ".join([RULES, *(f"{name}={version(name)}" for name in used), *filter(None, [here])])


class Lexicon:
    """What is known of the words of one language, remembered for the process and in a table."""

    def __init__(self, lang: str, table: FormTable | None = None) -> None:
        self.lang, self.recipe, self._table = lang, recipe_of(lang), table
        self._known: dict[str, Forms] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Make sure that these folded words are known: from the table, else by asking, and then remembering."""
        new = {word for word in words if word not in self._known}
        if not new:
            return
        if self._table is not None:
            found = self._table.get(self.lang, version_of(self.lang), new)
            self._known.update(found)
            new -= found.keys()
        made = {word: ask(word, self.recipe) for word in new}
        self._known.update(made)
        if self._table is not None and made:
            self._table.put(self.lang, version_of(self.lang), made)

    def forms(self, word: str, *, capital: bool = False) -> Forms:
        """Return what is known of a folded word; with ``capital``, of one that begins with a capital letter."""
        asked = word.capitalize() if capital else word
        forms = self._known.get(asked)
        if forms is None:
            self.learn([asked])
            forms = self._known[asked]
        return forms


def ask(word: str, recipe: Recipe) -> Forms:
    """Ask dictionary, rules and stemmer about a folded word."""
    lemmas, guess = _lemmas(word, recipe)
    stemmer = _stemmer(recipe.stemmer) if recipe.stemmer else None
    return Forms(lemmas, guess, str(stemmer.stemWord(word.lower())) if stemmer is not None else "")


def _lemmas(word: str, recipe: Recipe) -> tuple[tuple[str, ...], str]:
    if recipe.lemmas is not None:
        return tuple(dict.fromkeys(recipe.fold(lemma) for lemma in recipe.lemmas(word))), ""
    if not recipe.dictionary or recipe.spaceless:
        return (), ""
    look, whole = _dictionary()
    found = look.get_lemma(word, recipe.dictionary)
    if found is not None:
        lemma = recipe.fold(recipe.lower(found))
        # Of Hungarian and Finnish forms with several suffixes the dictionary takes off only the last one.
        further = look.get_lemma(found, recipe.dictionary)
        more = recipe.fold(recipe.lower(further)) if further is not None else lemma
        return tuple(dict.fromkeys((lemma, more))), ""
    installed_here = None if recipe.pronouns_after_verbs else installed.stems(recipe.dictionary)
    if installed_here is not None and (known := installed_here(word)):
        return (), recipe.fold(known[-1])
    guess = whole.get_lemma(word, recipe.dictionary)
    return (), recipe.fold(recipe.lower(guess)) if guess else ""


def size(lang: str) -> int:
    """Load what is asked about the words of a language, and return how many bytes of memory that takes.

    0 where the system does not say, or where it was loaded before.
    """
    before = _resident()
    ask("size", recipe_of(lang))
    return max(0, _resident() - before)


def _resident() -> int:
    """Return how much memory this process holds, as Linux has it; 0 elsewhere."""
    file = Path("/proc/self/statm")
    return int(file.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if file.exists() else 0


@lru_cache(maxsize=1)
def _dictionary() -> tuple[Any, Any]:
    """Return simplemma's dictionaries, and its rules on top of them, in the form that needs little memory."""
    from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY), DefaultStrategy(low_memory=True)


@lru_cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)
