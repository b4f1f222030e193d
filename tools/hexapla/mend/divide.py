"""A translation divided as its source was: the one function that an aligner replaces."""

from collections.abc import Sequence

from hexapla.formats.tei import inline
from hexapla.mend.leaves import Plain, leaves, plain, raw
from hexapla.mend.units import along
from hexapla.model.text import Element
from hexapla.segment.sentences import sentences

_ALIKE = (",،，、", ";؛；", ":：", "–—―")
"""Marks within a sentence that stand for each other in different scripts."""
_CLOSING = "\"'”’»›)]}\u00a0\u202f"
_FURTHER = ",;:.،؛，；：。"
"""Marks that may stand behind another one: “– with soup –, and”."""


def divide(target: str, lang: str, parts: Sequence[str]) -> tuple[str, str]:
    """Return what of a translation belongs to the first part of its source, and the rest; both are inline forms.

    ``parts`` are the plain texts that the source became. It is divided at the end of a sentence, the one that is
    nearest to the source's proportion; where the source was divided at a mark within a sentence, a colon say, at such
    a mark if there is one. Without such a place all of it belongs to the first part.
    """
    if not inline.is_well_formed(target):
        return target, ""
    some = leaves(inline.parse(target))
    text = plain(some)
    places = _at_marks(text.text, parts[0]) or [start for start, _end in sentences(text.text, lang)][1:]
    wanted = len(text.text) * len(parts[0]) / max(sum(map(len, parts)), 1)
    place = min(places, key=lambda place: abs(place - wanted), default=0)
    if not text.text[:place].strip() or not text.text[place:].strip():
        return target, ""
    spans = [(0, _end_before(text, place)), (text.start(place), len(raw(some)))]
    first, rest = (
        inline.form_of(part.content)
        for part in along(some, spans, lambda _nth: Element("seg"))
        if isinstance(part, Element)
    )
    return first, rest


def _end_before(text: Plain, place: int) -> int:
    return text.end(len(text.text[:place].rstrip(" ")))


def _at_marks(text: str, first: str) -> list[int]:
    """Return the places behind the marks that are like the one at which the source was divided, if it is one."""
    last = first.rstrip(_CLOSING + " ")[-1:]
    alike = next((marks for marks in _ALIKE if last and last in marks), "")
    places = []
    for at, sign in enumerate(text):
        if sign in alike and alike:
            place = at + 1
            while place < len(text) and text[place] in _CLOSING + _FURTHER:
                place += 1
            while place < len(text) and text[place].isspace():
                place += 1
            places.append(place)
    return [place for place in dict.fromkeys(places) if place < len(text)]
