"""Whether question marks, exclamation marks and dots end a sentence."""

from hexapla.segment.marks import BRACKETS, CALLS, TRAILING
from hexapla.segment.place import Place

_OPEN = "([（［"
_REACH = 300
"""How far back the beginning of a bracket is looked for."""


def ends(place: Place, is_small_text: bool) -> bool:
    """Whether a sentence ends at marks of questions and exclamations; ``is_small_text`` says that the sentences of
    this text begin with small letters."""
    if _is_aside(place):
        return False
    if place.is_small:
        return is_small_text and not place.closing and not place.has_dash
    if place.has_bracket and not any(sign in "\"”»’'" for sign in place.closing):
        return _is_own_sentence(place) or place.begins or not place.word
    return True


def trail_off(place: Place, is_small_text: bool) -> bool:
    """Whether a sentence ends at dots."""
    if _is_aside(place):
        return place.begins
    if place.is_small:
        return is_small_text and not place.closing and not place.has_dash
    if _stammers(place):
        return False
    if place.rules.wide:
        return bool(place.closing)
    if place.token:
        return True
    # Apart from the word before, dots are a pause as often as an end; a noun in German and “I” are no evidence.
    return place.begins if place.rules.nouns else place.is_capital and place.word not in place.rules.capitals


def _is_aside(place: Place) -> bool:
    """Whether the marks are all that stands in a bracket: “(!)”, “[…]”."""
    return place.closing[:1] in tuple(BRACKETS) and place.text[place.start - 1 : place.start] in tuple(_OPEN)


def _is_own_sentence(place: Place) -> bool:
    """Whether the bracket that closes here began where a sentence did."""
    since = max(0, place.start - _REACH)
    opened = max(place.text.rfind(sign, since, place.start) for sign in _OPEN)
    before = place.text[since:opened].rstrip() if opened >= 0 else "."
    return not before or before[-1] in CALLS + TRAILING + '.。”"»'


def _stammers(place: Place) -> bool:
    """Whether the word before the dots comes again: “I … I do not know”."""
    if place.rules.wide:
        return place.text[place.start - 1 : place.start] == place.text[place.end : place.end + 1] != ""
    last = place.token or place.previous
    return bool(last) and last.lstrip("-–—").lower() == place.word.lower()
