"""Finnish: possessives and particles after the case, and compounds."""

import re

from hexapla.terms.recipe import Recipe

_PARTICLE = re.compile(r"(?P<word>.{3,}?)(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)+$")
_OWNER = re.compile(r"(?P<word>.{3,}?)(?:ni|si|nsa|nsä|mme|nne|(?<=a)an|(?<=ä)än|(?<=e)en)$")


def unclitic(word: str) -> tuple[str, ...]:
    """Return what a word may be without particles (-kin, -ko) and without the possessive before them."""
    bare = [word]
    if found := _PARTICLE.fullmatch(word):
        bare.append(found["word"])
    for form in tuple(bare):
        if found := _OWNER.fullmatch(form):
            # The n and t at the end of a case are lost before a possessive: hiuksiin + ni.
            bare += [found["word"], found["word"] + "n", found["word"] + "t"]
    return tuple(bare[1:])


RECIPE = Recipe(dictionary="fi", stemmer="finnish", unclitic=unclitic, compounds=9)
