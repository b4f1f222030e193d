"""French: words that lose their vowel before another one are words of their own."""

from hexapla.terms.languages.common import unaccented
from hexapla.terms.recipe import Recipe, listed

RECIPE = Recipe(
    dictionary="fr",
    stemmer="french",
    spelling=unaccented,
    enclitics=listed(
        "je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en t même mêmes ci là"
    ),
    elisions=frozenset(listed("c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu")),
)
