"""Whether a full stop ends a sentence, or belongs to an abbreviation, an ordinal or an initial."""

import re
from collections.abc import Container

from hexapla.segment.languages.rules import Kind, Rules, words
from hexapla.segment.marks import DASHES
from hexapla.segment.oracle import is_abbreviation
from hexapla.segment.place import Place

_SHORT = 5
"""Letters of the longest abbreviation that the oracle is asked about."""

_MULTIPLIERS = words(
    "tys. mln. mld. mlrd. mrd. Mrd. mio. Mio. mil. mill. Mill. milj. Tsd. tis. bn. тыс. млн. млрд. трлн. тис."
)
"""Abbreviated numerals of all languages: what they count follows, and it may be Romans."""

_PARTICLES = words("de da do dos das du des van von der den la le el al di del della ten ter bin ibn")
"""Parts of names with which sentences begin as well; after an initial they are taken for the former."""

_ROMAN = re.compile(r"C{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.)+-?[^\W\d_]{1,4}")
_NUMBER = re.compile(r"[§(]*\d[\d.,:/–-]*")
_DATE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,4}")
_DATED = re.compile(r"\s+\d{1,2}\.\s*\d")
_ELIDED = re.compile(r"[^\W\d_]{1,6}['’](?=[^\W\d_])")
_VOWEL_END = re.compile(
    r"[aeiouyáéíóúàèìòùâêîôûäöüåøæœąęăõãőűůýаеёиоуыэюяіїєάέήίόύώαεηιουωıİ]\Z", re.IGNORECASE
)


def ends(place: Place, lang: str, own: frozenset[str], is_small_text: bool) -> bool:
    """Whether a sentence ends at a place with a single full stop.

    ``lang`` is a language without script or region, ``own`` the abbreviations of the edition, which never end one;
    ``is_small_text`` says that the sentences of this text begin with small letters.
    """
    token = _ELIDED.sub("", place.token)
    if not token:
        return not place.is_small
    if own and any(word + "." in own for word in _with_previous(place, token)):
        return False
    if _NUMBER.fullmatch(token):
        return _after_number(place, token)
    kind = _kind(place, token)
    if kind and not (kind is Kind.NUMBERED and len(token) == 1):
        return _after_abbreviation(place, kind)
    if not token[-1].isalpha():
        return not (place.is_small and place.has_dash)
    if len(token) == 1 or _DOTTED.fullmatch(token):
        return _after_letter(place, token)
    if _ROMAN.fullmatch(token):
        return _after_numeral(place)
    return _after_word(place, token, lang, is_small_text)


def _kind(place: Place, token: str) -> Kind | None:
    """Return what a token is by the lists of the language: alone, or with the abbreviations before it."""
    rules = place.rules
    if token + "." in _MULTIPLIERS:
        return Kind.SELDOM
    if _counts(place.previous, rules) and _listed(token, rules.measures, not rules.nouns):
        return Kind.OFTEN
    if token[0].isdigit():
        return Kind.OFTEN if token.lstrip("0123456789.,") + "." in rules.measures else None
    for word in (*_with_previous(place, token), token.rpartition("-")[2]):
        found = _listed(word, rules.kinds, not rules.nouns or place.is_first)
        if found:
            return rules.kinds[found]
    if rules.endings and token.lower().endswith(rules.endings):
        return Kind.NUMBERED
    return None


def _with_previous(place: Place, token: str) -> list[str]:
    """Return a token with the two, with one, and with none of the abbreviations before it: “u. v. m”."""
    found = [token]
    for word in place.before[-2:-4:-1]:
        if len(token) > _SHORT or len(word) > _SHORT + 1 or not word.endswith("."):
            break
        found.insert(0, word.lstrip("([") + found[0])
    return found


def _listed(word: str, listed: Container[str], may_be_small: bool) -> str:
    """Return how a word is listed, or nothing: as it is, with a small initial if that may be, or all in capitals
    in a heading."""
    spellings = [word]
    if len(word) > 1:  # “c.” says nothing about the initial “C.”
        spellings += [word.lower()] if may_be_small else []
        spellings += [word.capitalize()] if word.isupper() else []
    return next((spelling + "." for spelling in spellings if spelling + "." in listed), "")


def _counts(word: str, rules: Rules) -> bool:
    """Whether a measure follows a word: a number, or an abbreviation of one (“5 tys. km.”)."""
    return word.rstrip(".")[-1:].isdigit() or word in rules.measures or word in _MULTIPLIERS


def _continues(word: str, rules: Rules) -> bool:
    """Whether a word with a full stop does not end a sentence before an abbreviation: it is one, or counts it."""
    return word in rules.kinds or _counts(word, rules)


def _after_abbreviation(place: Place, kind: Kind) -> bool:
    if kind is Kind.NEVER or place.has_bracket or place.opens_bracket or place.is_small:
        return False
    if kind is not Kind.NUMBERED and place.is_first and not _continues(place.previous, place.rules):
        return False  # no sentence is an abbreviation alone: “P.S. We …”
    if place.has_dash:
        return kind is Kind.OFTEN and place.is_capital and not place.rules.nouns
    if kind is Kind.NUMBERED:
        is_number = not place.word or place.is_roman or place.is_dotted
        return not is_number or (place.begins and place.is_first)  # “No. I …”
    if kind is Kind.SELDOM or place.rules.nouns or _is_short_clause(place):
        return place.begins
    return place.begins or (place.is_capital and not place.is_dotted and not place.is_roman)


def _is_short_clause(place: Place) -> bool:
    """Whether a sentence that ended here would have three words, the first of two letters, the others a number and
    what it counts: “В 1812 г. …” and “At 5 a.m. …” are no sentences."""
    earlier = place.before[:-2]
    if not (place.previous.isdigit() and earlier and len(earlier[-1].lstrip(DASHES)) <= 2):
        return False
    return earlier[-2][-1] in ".?!…" if len(earlier) > 1 else place.is_from_start


def _after_number(place: Place, token: str) -> bool:
    rules = place.rules
    is_short = token.isdigit() and len(token) <= 2
    if place.is_small:
        return not (place.has_dash or is_short or (rules.ordinals and _DATE.fullmatch(token)))
    if is_short and place.previous.endswith((":", ";")):
        return False  # the number of an item
    if not place.is_digit and rules.kinds.get(place.previous.lstrip("([")) is Kind.NUMBERED:
        return True
    if rules.ordinals and place.is_digit and _DATED.match(place.text, place.end):
        return False
    if not (rules.ordinals and is_short):
        return True
    if place.is_digit or (place.word and place.word.lower() in rules.counted):
        return False
    return place.begins or place.previous.lower() not in rules.before_ordinals


def _after_letter(place: Place, letter: str) -> bool:
    if place.is_small or place.is_digit or place.has_dash or place.has_bracket or place.is_first:
        return False
    return place.begins and not (letter[0].isupper() and place.word.lower() in _PARTICLES)


def _after_numeral(place: Place) -> bool:
    if place.is_small or place.has_dash:
        return False
    return place.begins or not place.rules.numerals


def _after_word(place: Place, token: str, lang: str, is_small_text: bool) -> bool:
    is_function_word = token.lower() in place.rules.starters
    is_clear = len(token) > _SHORT or is_function_word
    if not place.is_small:
        return is_clear or place.begins or not is_abbreviation(token, lang)
    if place.closing or place.has_dash or not token.isalpha():
        return False
    if not is_clear and is_abbreviation(token, lang):
        return False
    is_whole = len(token) > _SHORT or (len(token) >= _SHORT - 1 and bool(_VOWEL_END.search(token)))
    return is_whole or is_function_word or is_small_text
