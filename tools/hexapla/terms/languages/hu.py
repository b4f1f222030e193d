"""Hungarian: chains of suffixes; -i, -ú, -s and the like make adjectives, which are words of their own."""

from hexapla.terms.recipe import Recipe, listed

RECIPE = Recipe(
    dictionary="hu",
    stemmer="hungarian",
    derived=frozenset(
        listed("i beli nyi ú ű jú jű s os as es ös ás és tlan tlen talan telen atlan etlen szerű ság ség")
    ),
    compounds=8,
)
