"""Count the endings of a language by its dictionary: how many forms become their lemma by one change of ending.

``python -m hexapla.terms.endings.learn hu`` writes ``hu.tsv`` beside this file: of every form of simplemma's dictionary
what stands after the beginning that it shares with its lemma, in the form and in the lemma, and how many forms do so.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hexapla.terms.languages import recipe
from hexapla.terms.word import folded, parted

LEAST, MOST = 8, 5000
"""How often an ending must occur to be written down, and how many are."""


def count(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Count the endings of pairs of a form and its lemma, both folded."""
    endings: Counter[tuple[str, str]] = Counter()
    for form, lemma in pairs:
        shared, ends = parted(form, lemma)
        if form != lemma and shared >= 2 and len(ends[0]) <= 12 and len(ends[1]) <= 8:
            endings[ends] += 1
    return endings


def main(langs: list[str]) -> None:
    """Write the tables of these languages."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    for lang in langs:
        dictionary = DefaultDictionaryFactory().get_dictionary(recipe(lang).dictionary)
        pairs = (
            (folded(form, recipe(lang)), folded(lemma, recipe(lang))) for form, lemma in dictionary.items()
        )
        found = [(ends, number) for ends, number in count(pairs).items() if number >= LEAST]
        found.sort(key=lambda one: (-one[1], one[0]))
        lines = [f"{form}\t{lemma}\t{number}" for (form, lemma), number in found[:MOST]]
        path = Path(__file__).with_name(f"{lang}.tsv")
        path.write_text("\n".join([f"# counted in simplemma’s dictionary of {lang}", *lines, ""]), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
