"""German: compounds, separable verbs, nouns with a capital letter."""

from hexapla.terms.recipe import Recipe, listed

PREFIXES = listed(
    """
    ab an auf aus bei dar ein empor entgegen fehl fest fort frei gegenüber gleich heim her heran heraus herbei
    herein hervor herauf herüber herunter hin hinauf hinaus hinein hinüber hinunter hinweg hinzu los mit nach
    nieder statt teil um vor voran voraus vorbei weg weiter wieder zu zurecht zurück zusammen über durch
    """
)


def spelling(word: str) -> str:
    """Return a word as it is spelled in Switzerland, and before 1996 too."""
    return word.replace("ß", "ss")


RECIPE = Recipe(
    dictionary="de",
    stemmer="german",
    spelling=spelling,
    spellings_right=True,
    prefixes=PREFIXES,
    infinitives=("en", "eln", "ern", "tun"),
    joiners=frozenset(listed("und oder sowie aber denn als wie")),
    nouns_capital=True,
    compounds=7,
)
