"""The endings of languages, with how many forms in a dictionary take each (``learn`` counts them)."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

Ending = tuple[str, str]
"""What stands after the beginning that a form shares with its lemma: in the form, and in the lemma."""


@lru_cache(maxsize=64)
def endings(dictionary: str) -> Mapping[Ending, int]:
    """Return the endings of a language (simplemma's name for it), none where there is no table."""
    file = resources.files(__name__).joinpath(f"{dictionary}.tsv")
    if not dictionary or not file.is_file():
        return {}
    table: dict[Ending, int] = {}
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            form, lemma, number = line.split("\t")
            table[form, lemma] = int(number)
    return table
