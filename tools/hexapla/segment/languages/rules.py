"""What a language may add to the rules that all languages share."""

import re
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What may follow the full stop of an abbreviation."""

    NEVER = "never"
    """Something of the same sentence, always: a name after a title, an example after “e.g.”."""
    NUMBERED = "numbered"
    """A number, Arabic or Roman; before anything else it is no abbreviation: “No. 7”, but “No. He …”."""
    SELDOM = "seldom"
    """A new sentence only where a word follows with which sentences begin: “Moth & Co. The …”."""
    OFTEN = "often"
    """A new sentence wherever a capital letter follows: “etc. Ropes …”."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text. Of abbreviations: a small initial stands for a capital one too."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Rules:
    """Abbreviations with their full stops, several in a row without the spaces between them (“z.B.”); other words
    in small letters."""

    never: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    seldom: frozenset[str] = frozenset()
    often: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    """As those that end one often, but abbreviations after a number only: “5 in. The …”."""
    endings: tuple[str, ...] = ()
    """What ends words that are abbreviations before a number (“Uferstr. 7”), without the full stop."""
    starters: frozenset[str] = frozenset()
    """Words with which sentences begin, and which are no names: articles, pronouns, conjunctions …"""
    ordinals: bool = False
    """Whether a number with a full stop is an ordinal: “am 3. Mai”."""
    numerals: bool = False
    """Whether a Roman numeral with a full stop is one: “Karl V. ging”."""
    counted: frozenset[str] = frozenset()
    """What ordinals count, where that has a capital letter: months, centuries …"""
    before_ordinals: frozenset[str] = frozenset()
    """Words after which a number with a full stop is an ordinal, whatever follows."""
    nouns: bool = False
    """Whether common nouns have capital letters, which then show no beginning."""
    capitals: frozenset[str] = frozenset()
    """Other words that have capital letters anywhere."""
    marks: str = ""
    """Further marks that end a sentence."""
    goes_on: re.Pattern[str] | None = None
    """What, right after a possible end, shows that the sentence goes on."""
    wide: bool = False
    """Whether no mark needs a space after it."""
    kinds: dict[str, Kind] = field(init=False, compare=False, repr=False)
    """All abbreviations of the language, and those of all languages."""

    def __post_init__(self) -> None:
        kinds = dict.fromkeys(_NEVER, Kind.NEVER) | dict.fromkeys(_NUMBERED, Kind.NUMBERED)
        kinds |= dict.fromkeys(_SELDOM, Kind.SELDOM) | dict.fromkeys(_OFTEN, Kind.OFTEN)
        for own, kind in (
            (self.often, Kind.OFTEN),
            (self.seldom, Kind.SELDOM),
            (self.numbered, Kind.NUMBERED),
            (self.never, Kind.NEVER),
        ):
            kinds |= dict.fromkeys(own, kind)
        object.__setattr__(self, "kinds", kinds)


# Abbreviations that scholars and title pages use in all languages with Latin letters.
_NEVER = words(
    "Dr. Mr. Mrs. Ms. Prof. Mme. Mlle. Messrs. vs. cf. viz. e.g. i.e. approx. Mt. Gen. Lt. Capt. Sgt. Col."
)
_NUMBERED = words("No. Nos. Nr. pp. Vol. vol. vols. Fig. fig. figs. Tab. ff. fol. Abs. tel. Tel. n°. N°. №.")
_SELDOM = words(
    "St. Inc. Ltd. Co. Corp. Bros. Jr. Sr. Ph.D. M.A. B.A. U.S. U.K. ibid. op.cit. loc.cit. et.al. Univ. Ed. Eds."
)
_OFTEN = words("etc. a.m. p.m.")
