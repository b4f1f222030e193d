"""A TEI file that somebody has edited by hand: what stands outside of its units, and units without a name.

A ``seg`` beside units, or in a block that is nothing but such, is a unit; a unit that was emptied is none. Words that
were typed beside units become units, unless they go on where one ends without a space, or are no words at all: then
they belong to it. Nothing is named here.
"""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.formats.tei import blocks, inline
from hexapla.formats.tei.elements import VERBATIM
from hexapla.formats.tei.layout import is_spaced, settle
from hexapla.formats.tei.space import is_white
from hexapla.formats.tei.structure import STRUCTURE
from hexapla.model.text import Content, Element, Text
from hexapla.revise.division import Divide
from hexapla.revise.flow import is_block
from hexapla.segment.cut import cut

_BARE = frozenset({"xml:id", "n", "type"})
"""What a ``seg`` may bear and be nothing but a unit."""


def mended(text: Text, divide: Divide) -> Text:
    """Return a text in which all words of a block that has units are in units."""
    spaced = is_spaced(text.lang)
    body = settle(_visited(text.body, text.lang, divide), spaced)
    return text if body == text.body else replace(text, body=body, blocks=blocks.find(body))


def _visited(element: Element, lang: str, divide: Divide) -> Element:
    if element.tag in VERBATIM or element.tag.startswith("{"):
        return element
    lang = element.get("xml:lang") or lang
    content = tuple(
        child if isinstance(child, str) else _visited(child, lang, divide) for child in element.content
    )
    element = Element(element.tag, element.attributes, content)
    if element.is_unit or element.tag in STRUCTURE or not any(map(_is_seg, content)):
        return element
    content = _adopted(content)
    if any(isinstance(child, Element) and child.is_unit for child in content):
        content = _taken_in(content, lang, divide)
    return replace(element, content=content)


def _is_seg(child: str | Element) -> bool:
    return isinstance(child, Element) and child.tag == "seg"


def _adopted(content: Content) -> Content:
    """Make units of the segs that say no more than that, where nothing else has text or some are units already."""
    loose = any(_has_text(child) for child in content if not _is_mark(child))
    units = any(isinstance(child, Element) and child.is_unit for child in content)
    if loose and not units:
        return content
    made: list[str | Element] = []
    for child in content:
        if isinstance(child, Element) and _is_mark(child):
            if _has_text(child) or blocks.embedded(child.content):
                made.append(child.with_attributes(type="unit"))
            else:
                made.extend(child.content)
        else:
            made.append(child)
    return tuple(made)


def _is_mark(child: str | Element) -> bool:
    """Whether something is a unit, or a ``seg`` that says no more than that."""
    if not isinstance(child, Element) or child.tag != "seg" or child.get("type", "unit") != "unit":
        return False
    return child.is_unit or all(name in _BARE for name, _value in child.attributes)


def _has_text(child: str | Element) -> bool:
    """Whether something has text in a block's own flow."""
    if isinstance(child, str):
        return not is_white(child)
    if child.tag == "note" and not inline.is_translators_note(child):
        return False
    return not is_block(child) and any(map(_has_text, child.content))


def _taken_in(content: Content, lang: str, divide: Divide) -> Content:
    """Bring what stands beside units into units."""
    made: list[str | Element] = []
    run: list[str | Element] = []
    for child in (*content, None):
        if child is None or (isinstance(child, Element) and (child.is_unit or is_block(child))):
            made.extend(_settled(made, run, lang, divide))
            run = []
            if child is not None:
                made.append(child)
        else:
            run.append(child)
    return tuple(made)


def _settled(
    before: list[str | Element], run: Sequence[str | Element], lang: str, divide: Divide
) -> list[str | Element]:
    """Return what a run beside units becomes; what belongs to the unit before goes there."""
    if not any(map(_has_text, run)):
        return list(run)
    divided = list(cut(tuple(run), is_block, lambda text: divide(text, lang)))
    place = next(nth for nth, part in enumerate(divided) if isinstance(part, Element) and part.is_unit)
    first = divided[place]
    last = before[-1] if before else None
    if isinstance(last, Element) and last.is_unit and isinstance(first, Element):
        text = "".join(part for part in first.content if isinstance(part, str))
        goes_on = is_spaced(lang) and isinstance(run[0], str) and not is_white(run[0][:1])
        if goes_on or not any(sign.isalnum() for sign in text):
            before[-1] = replace(last, content=(*last.content, *divided[:place], *first.content))
            divided = divided[place + 1 :]
    parts: list[str | Element] = [" "] if isinstance(run[0], str) and is_white(run[0][:1]) else []
    ends = isinstance(run[-1], str) and is_white(run[-1][-1:])
    return [*parts, *divided, *([" "] if ends else [])]
