"""Romanian: two ways to write ș and ț, and short pronouns with a hyphen."""

from hexapla.terms.recipe import Recipe, listed

_COMMA = str.maketrans("şţ", "șț")


def fold(word: str) -> str:
    """Write ș and ț with the comma."""
    return word.translate(_COMMA)


RECIPE = Recipe(
    dictionary="ro",
    stemmer="romanian",
    fold=fold,
    enclitics=listed(
        """
        a ai al am ar au ca că ce ci cu da de din dintr e fi i iar îi îl îmi își îți îs într l la le li m mi n ne ni
        nu o or pe prin printr s sa să se si și t te ți u un va vă v
        """
    ),
)
