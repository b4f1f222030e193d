"""The elements of a file: read in their DCA form whatever the file's style, with their white space collapsed."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from hexapla.formats.tbx.categories import CATEGORIES, DCT, STRUCTURE
from hexapla.formats.tei.tree import element_of
from hexapla.model.text import Element

_WHITE = re.compile("[ \t\r\n]+")


def read(node: etree._Element) -> Element:
    """Return an element of a file in its DCA form, white space collapsed."""
    home = etree.QName(node.getroottree().getroot()).namespace or ""
    return _settled(_as_dca(element_of(node, home)), outer=True)


def plain_text(element: Element) -> str:
    """Return an element's text without its markup."""
    return "".join(part if isinstance(part, str) else plain_text(part) for part in element.content)


def term_out(element: Element) -> tuple[str, tuple[Element, ...]]:
    """Return a term's text, and what of its element the text does not say."""
    text = plain_text(element)
    if any(isinstance(part, Element) for part in element.content):
        return text, (element,)
    return text, (replace(element, content=()),) if element.attributes else ()


def term_in(text: str, other: Iterable[Element]) -> Element:
    """Return the element of a term; markup in it stays as long as the text is the same."""
    kept = next((element for element in other if element.tag == "term"), Element("term"))
    return kept if plain_text(kept) == text else replace(kept, content=(text,))


def collapsed(text: str) -> str:
    """Return a text as it comes back from a file: runs of white space are one space, and none at the ends."""
    return _WHITE.sub(" ", text).strip(" ")


def _as_dca(element: Element) -> Element:
    """Return an element of the DCT style in its DCA form, and every other one as it is."""
    content = tuple(part if isinstance(part, str) else _as_dca(part) for part in element.content)
    space, _brace, local = element.tag.removeprefix("{").rpartition("}")
    if space in DCT and local in CATEGORIES:
        attributes = dict(element.attributes) | {"type": local}
        return Element(CATEGORIES[local][0], tuple(sorted(attributes.items())), content)
    return replace(element, content=content) if content else element


def _settled(element: Element, *, outer: bool) -> Element:
    """Collapse white space; it is nothing in structure and at the ends of an outer element's text."""
    if not element.content or element.get("xml:space") == "preserve":
        return element
    structure = element.tag in STRUCTURE
    content: list[str | Element] = []
    for place, part in enumerate(element.content):
        if isinstance(part, Element):
            content.append(_settled(part, outer=structure))
            continue
        text = _WHITE.sub(" ", part)
        if structure or (outer and place == 0):
            text = text.lstrip(" ")
        if structure or (outer and place == len(element.content) - 1):
            text = text.rstrip(" ")
        content.extend([text][: bool(text)])
    return replace(element, content=tuple(content))
