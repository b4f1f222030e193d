"""Dutch: compounds, separable verbs."""

from hexapla.terms.languages.common import unaccented
from hexapla.terms.recipe import Recipe, listed

RECIPE = Recipe(
    dictionary="nl",
    stemmer="dutch",
    spelling=unaccented,
    prefixes=listed(
        "aan achter af bij binnen door in mee na neer om onder op over samen tegen terug toe uit vast voor weg"
    ),
    to=("te",),
    infinitives=("en", "aan", "ien"),
    joiners=frozenset(listed("en of maar want als dan")),
    compounds=7,
)
