"""A text's blocks get their units: sentences in running text, the whole of a head or a verse line."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from hexapla.formats.tei import blocks, inline
from hexapla.formats.tei.elements import KINDS, VERBATIM
from hexapla.formats.tei.layout import is_spaced, is_verbatim, settle
from hexapla.model.text import Content, Element, Text
from hexapla.segment.cut import BREAK, Divide, cut
from hexapla.segment.ids import Ids
from hexapla.segment.sentences import sentences

RUNNING = frozenset({"p", "item", "quote", "epigraph", "note", "postscript"})
"""Kinds whose text is divided into sentences; in the others (heads, verse, speakers, signatures) a block
is one unit."""


def units(
    text: Text,
    *,
    unit: str = "sentence",
    next: int = 1,
    abbreviations: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[Text, int]:
    """Return a text in which every block has units, and the next free number.

    ``unit`` is ``sentence`` or ``paragraph`` (a block is one unit then). Numbers go in reading order, a
    block's units before those of its notes, from ``next`` or from behind the highest number that the text
    has. Blocks that have units stay as they are; the others, and notes, get an ``xml:id`` if they have none.
    ``abbreviations`` are the edition's own, by language.
    Nothing is lost but white space at the ends of units; a second call changes nothing.
    """
    ids = Ids(text, next)
    spaced = is_spaced(text.lang)

    def divide(lang: str) -> Divide:
        own = abbreviations.get(lang) or abbreviations.get(lang.partition("-")[0], ())
        return partial(sentences, lang=lang, abbreviations=own)

    body = _segmented(settle(text.body, spaced), text.lang, divide if unit == "sentence" else None, ids)
    body = settle(body, spaced)
    return replace(text, body=body, blocks=blocks.find(body)), ids.next


def _segmented(element: Element, lang: str, divide: Callable[[str], Divide] | None, ids: Ids) -> Element:
    """Return an element with units in it, and in the blocks and notes within it; ``divide`` says how running
    text of a language is divided, if it is."""
    if element.tag in VERBATIM or element.tag.startswith("{"):
        return element  # code and formulas hold text alone
    lang = element.get("xml:lang") or lang
    if element.tag == "note" and not inline.is_translators_note(element):
        element = ids.named(element, "n")
    has = blocks.held(element)
    if has.text and not has.units and is_verbatim(element):
        element = settle(element.with_attributes(xml_space=None))
        has = blocks.held(element)
    inner = {id(child) for child in has.inner}
    if has.text and not has.units:
        running = divide if KINDS.get(element.tag, "p") in RUNNING else None
        divided = cut(
            element.content,
            lambda child: id(child) in inner and child.tag != "note",
            running(lang) if running else _whole,
        )
        element = replace(ids.named(element, "b"), content=ids.numbered(divided))
    visit = partial(_segmented, lang=lang, divide=divide, ids=ids)
    return replace(element, content=_visited(element.content, inner, visit))


def _visited(content: Content, inner: set[int], visit: Callable[[Element], Element]) -> Content:
    """Return content with each element in ``inner`` (by identity) visited, wherever in units and tags it
    stands."""
    return tuple(
        child
        if isinstance(child, str)
        else visit(child)
        if id(child) in inner
        else replace(child, content=_visited(child.content, inner, visit))
        for child in content
    )


def _whole(text: str) -> list[tuple[int, int]]:
    """Return a block's text as one span, or as one before and one after each block that interrupts it."""
    return [found.span() for found in _RUN.finditer(text)]


_RUN = re.compile(rf"\S(?:(?:(?!{BREAK}).)*\S)?", re.DOTALL)
