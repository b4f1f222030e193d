"""English: two spellings of many words, and a possessive."""

import re

from hexapla.terms.recipe import Recipe

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ation|ations|able)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})lys(?=(?:e[drs]?|ing)$)"), "lyz"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|er|able|ful|less|ite|ist|ism)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bt])re(?=[sd]?$)"), "er"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z])amme(?=s?$)"), "am"),
    (re.compile(r"dgement"), "dgment"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"^sceptic"), "skeptic"),
    (re.compile(r"mou(?=ld)"), "mo"),
    (re.compile(r"lfil(?=s?$|ment)"), "lfill"),
    (re.compile(r"[ao]e(?=[a-z]{3})"), "e"),
)


def fold(word: str) -> str:
    """Leave the possessive away."""
    return word.removesuffix("'s").removesuffix("'")


def spelling(word: str) -> str:
    """Return one spelling of labour and labor, realise and realize, centre and center."""
    for pattern, made in _SPELLINGS:
        word = pattern.sub(made, word)
    return word


RECIPE = Recipe(dictionary="en", stemmer="english", fold=fold, spelling=spelling, spellings_right=True)
