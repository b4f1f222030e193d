"""The elements of a level (a concept, a section, a term) as fields and the rest, and back.

An element is read in its DCA form whatever the file's style, with its white space collapsed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from hexapla.formats.tbx.categories import CATEGORIES, FIELDS, MODULES, STATUSES, STRUCTURE
from hexapla.formats.tei.tree import element_of
from hexapla.model.text import Element

OTHER = ""
"""The place of what is no field."""
_NAMES = {tag: {kind: name for name, kind in fields.items()} for tag, fields in FIELDS.items()}
_WHITE = re.compile("[ \t\r\n]+")


@dataclass(frozen=True)
class Level:
    """The fields of a level, the rest, and for each element that was read its place: a field's name or OTHER."""

    values: dict[str, str]
    other: tuple[Element, ...]
    places: tuple[str, ...]


def read(node: etree._Element) -> Element:
    """Return an element of a file in its DCA form, white space collapsed."""
    home = etree.QName(node.getroottree().getroot()).namespace or ""
    return _settled(_as_dca(element_of(node, home)), outer=True)


def plain_text(element: Element) -> str:
    """Return an element's text without its markup."""
    return "".join(part if isinstance(part, str) else plain_text(part) for part in element.content)


def take_out(tag: str, elements: Iterable[Element]) -> Level:
    """Find a level's fields among its elements; the first of each counts, what is left is ``other``."""
    values: dict[str, str] = {}
    other: list[Element] = []
    places: list[str] = []
    for element in elements:
        name, value = _plain(tag, element, values)
        places.append(name)
        if name:
            values[name] = value
        else:
            other.append(_without_values(tag, element, values))
    return Level(values, tuple(other), tuple(places))


def put_in(
    tag: str, values: Mapping[str, str], other: Iterable[Element]
) -> tuple[list[tuple[str, Element]], list[Element]]:
    """Return a level's fields as elements, in order, and ``other`` with the values that belong into it."""
    left = {name: value for name, value in values.items() if value}
    filled = [_with_values(tag, element, left) for element in other]
    fields = [
        (name, Element(kind, (("type", category),), (left[name],)))
        for name, (kind, category) in FIELDS[tag].items()
        if name in left
    ]
    return fields, filled


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


def _plain(tag: str, element: Element, found: Mapping[str, str]) -> tuple[str, str]:
    """Return the field that an element is, with its value, if it is nothing more."""
    name = _field(tag, element)
    if name and name not in found and len(element.attributes) == 1 and (value := _value(name, element)):
        return name, value
    return OTHER, ""


def _without_values(tag: str, element: Element, values: dict[str, str]) -> Element:
    """Take the values of fields out of an element that is more than a field: with attributes, or a group."""
    name = _field(tag, element)
    if name and name not in values and len(element.attributes) > 1 and (value := _value(name, element)):
        values[name] = value
        return replace(element, content=())
    if element.tag.endswith("Grp"):
        content: list[str | Element] = []
        for part in element.content:
            name = _field(tag, part) if isinstance(part, Element) else ""
            if isinstance(part, Element) and name not in ("", *values) and (value := _value(name, part)):
                values[name] = value
                content.append(replace(part, content=()))
            else:
                content.append(part)
        return replace(element, content=tuple(content))
    return element


def _with_values(tag: str, element: Element, left: dict[str, str]) -> Element:
    """Put the values of fields into their places in an element, and take them off ``left``."""
    name = _field(tag, element)
    if name in left and len(element.attributes) > 1 and not element.content:
        return replace(element, content=(left.pop(name),))
    if element.tag.endswith("Grp"):
        content: list[str | Element] = []
        for part in element.content:
            if isinstance(part, Element) and not part.content and (name := _field(tag, part)) in left:
                content.append(replace(part, content=(left.pop(name),)))
            else:
                content.append(part)
        return replace(element, content=tuple(content))
    return element


def _field(tag: str, element: Element) -> str:
    """Return the name of the field that an element of a level may hold, or an empty one."""
    return _NAMES[tag].get((element.tag, element.get("type")), OTHER)


def _value(name: str, element: Element) -> str:
    """Return a field's value, empty where an element has none that we know."""
    if len(element.content) != 1 or not isinstance(element.content[0], str):
        return ""
    value = element.content[0]
    return value if name != "status" or value in STATUSES else ""


def _as_dca(element: Element) -> Element:
    """Return an element of the DCT style in its DCA form, and every other one as it is."""
    content = tuple(part if isinstance(part, str) else _as_dca(part) for part in element.content)
    space, _brace, local = element.tag.removeprefix("{").rpartition("}")
    if space.startswith(MODULES) and local in CATEGORIES:
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
