"""Hungarian: chains of suffixes; -i, -ú, -s and the like make adjectives, which are words of their own."""

import re

from hexapla.terms.recipe import Recipe, listed

_CASES = "|".join(
    listed(
        """
        nak nek ban ben ba be ból ből ra re ról ről nál nél hoz hez höz tól től ig ért ként kal kel mal mel dal del
        ot et at öt t on en ön n
        """
    )
)
_OWNED = re.compile(
    rf"(?P<stem>.{{2,}}?)(?P<owner>[jaeáé]{{0,2}}i(?:m|d|nk|tok|tek|k)|[aeoöáéuü]?(?:nk|tok|tek|tök))(?:{_CASES})?"
)


def unclitic(word: str) -> tuple[str, ...]:
    """Return what a word may be without a possessive of several and the case after it: munkáinkkal is of munka."""
    found = _OWNED.fullmatch(word)
    if found is None:
        return ()
    stem, long = word[: found.start("owner")], found["owner"][:1]
    back = {"á": "a", "é": "e"}.get(long, "")
    return tuple(dict.fromkeys((stem, stem + back) if back else (stem,)))


RECIPE = Recipe(
    dictionary="hu",
    stemmer="hungarian",
    derived=frozenset(
        listed("i beli nyi ú ű jú jű s os as es ös ás és tlan tlen talan telen atlan etlen szerű ság ség")
    ),
    prefixes=listed(
        "át be bele el elő fel föl haza hozzá ide ki körül le meg oda össze rá szét túl vissza végig"
    ),
    prefix_first=True,
    unclitic=unclitic,
    compounds=8,
)
