"""Italian: articles and prepositions that lose their vowel are words of their own; pronouns follow verbs unspaced."""

from hexapla.terms.languages.common import unaccented
from hexapla.terms.recipe import Recipe, listed

RECIPE = Recipe(
    dictionary="it",
    stemmer="italian",
    spelling=unaccented,
    pronouns_after_verbs=True,
    elisions=frozenset(
        listed(
            "l d un c n s m t v gl dell nell all dall sull coll dell quell quest bell sant anch com dov tutt senz mezz"
        )
    ),
)
