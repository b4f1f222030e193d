"""The small words around terms: those that link their parts, and those that open a new noun phrase."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SmallWords:
    """The small words of one language, folded."""

    links: frozenset[str] = frozenset()
    """Words that may stand within a term."""
    openers: frozenset[str] = frozenset()
    """Articles and pronouns that are hardly ever found right after a noun: what they follow is a verb."""
    head_first: bool = False
    """Whether what describes a noun follows it."""
    articles: frozenset[str] = frozenset()
    """Where every noun has a capital letter: the words that stand before nouns and hardly ever before names."""
    adjectives: tuple[str, ...] = ()
    """How adjectives end that stand before nouns, in such a language."""


def _small(
    links: str, openers: str = "", *, head_first: bool = False, articles: str = "", adjectives: str = ""
) -> SmallWords:
    return SmallWords(
        links=frozenset(links.split()),
        openers=frozenset(openers.split()),
        head_first=head_first,
        articles=frozenset(articles.split()),
        adjectives=tuple(adjectives.split()),
    )


NONE = SmallWords()
SMALL_WORDS: Mapping[str, SmallWords] = {
    "ar": _small("من في ب ل على عن الى", head_first=True),
    "ca": _small("de d del dels per en a la el les els l", "el la els les un una uns unes", head_first=True),
    "da": _small("af i for til", "den det en et denne dette dem ham hende"),
    "de": _small(
        "der des den dem die das von vom in im zur zum zu durch an am",
        "ein eine einen ihn sie es ihr ihre ihren ihm ihnen sich diese diesen dieses dieser",
        articles="""
        der die das des dem den im am zum zur vom beim ins ein eine einen einem einer eines kein keine keinen keinem
        keiner keines dieser diese dieses diesem diesen jeder jede jedes jedem jeden sein seine seinen seinem seiner
        seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres
        """,
        adjectives="e en er es em",
    ),
    "el": _small("του της των στη στο στην με από για", "ο η οι ένας μια ένα", head_first=False),
    "en": _small(
        "of by the in to for as",
        "the a an it them him her us me you this these those its their his our your my each every any itself",
    ),
    "es": _small(
        "de del la el los las por en al a", "el la los las un una unos unas lo le les se", head_first=True
    ),
    "fr": _small(
        "de du des d la le les l par en à au aux", "le la les l un une ce cet cette ces", head_first=True
    ),
    "he": _small("של על את ב", head_first=True),
    "it": _small(
        "di del dello della dei degli delle dell d la il l per in da al alla",
        "il lo la i gli le un uno una l questo questa",
        head_first=True,
    ),
    "ja": _small("の"),
    "nb": _small("av i for til på", "den det en et denne dette dem ham henne"),
    "nl": _small("van de het der in door te", "een hem haar hun dit deze het"),
    "pl": _small("w z na do przez"),
    "pt": _small(
        "de do da dos das por em no na a o os as", "o a os as um uma uns umas lhe se", head_first=True
    ),
    "ro": _small("de a al ale ai prin în la cu", "un o unei unui", head_first=True),
    "ru": _small("в на из через от к с по"),
    "sv": _small("av i för till på genom", "den det en ett denna detta dem honom henne"),
    "uk": _small("в у на з із через від до"),
    "zh": _small("的"),
}
"""By language; where one is missing, no word links the parts of a term."""


def small_words(lang: str) -> SmallWords:
    """Return the small words of a language, by its BCP 47 tag."""
    plain = lang.split("-", maxsplit=1)[0]
    return SMALL_WORDS.get({"no": "nb", "nn": "nb", "yue": "zh"}.get(plain, plain), NONE)
