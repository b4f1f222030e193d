"""Turkish: dotless i, an apostrophe before the suffixes of names, suffixes that make other words."""

from hexapla.terms.recipe import Recipe, listed


def lower(word: str) -> str:
    """Lower-case with both kinds of i."""
    return word.replace("İ", "i").replace("I", "ı").lower()


RECIPE = Recipe(
    dictionary="tr",
    stemmer="turkish",
    lower=lower,
    derived=frozenset(
        listed("""
        lı li lu lü lık lik luk lük lığı liği luğu lüğü sız siz suz süz cı ci cu cü çı çi çu çü ca ce lan len laş leş
        """)
    ),
)
