"""The inline form: what msgid and msgstr hold, what is hashed, compared and shown.

TEI tags without namespace, attributes sorted, double quotes, ``<x/>``; only ``&``, ``<``, ``>`` (and ``"``
in attributes) escaped; white space collapsed. ``<lb/>`` is a wanted line break. A note whose body is units
of its own is the empty, movable tag ``<note xml:id="n1"/>``.
"""

import re

from hexapla.formats import xml
from hexapla.formats.tei.elements import ATTRIBUTES, BOUND, EMBEDDED, INLINE
from hexapla.formats.tei.flow import flatten
from hexapla.formats.tei.space import collapse
from hexapla.formats.tei.tree import element_of
from hexapla.formats.tei.words import count
from hexapla.formats.tei.write import clean, flat
from hexapla.model.errors import BadFile
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element

__all__ = [
    "bound",
    "clean",
    "content_of",
    "form_of",
    "is_bound",
    "is_embedded",
    "is_translators_note",
    "is_well_formed",
    "literal",
    "normal",
    "parse",
    "plain",
    "render",
    "words",
]


_SPECIAL = re.compile("[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[&<>]|  ")
"""What makes a text differ from its inline form, but for spaces at its ends."""


def render(content: Content) -> str:
    """Return the inline form of a unit's content.

    An element that holds units becomes an empty tag with its ``xml:id``. Of an element that the inline form
    does not know (``w``, a formula's MathML) the text stays and the tags go; so milestones are left out.
    """
    only = content[0] if len(content) == 1 else None
    if isinstance(only, str) and only.strip(" ") == only and not _SPECIAL.search(only):
        return only  # as most units are: nothing to collapse, to escape or to clean
    return form_of(_formed(content))


def form_of(content: Content) -> str:
    """Return the inline form of content that holds nothing but what the inline form knows."""
    return flat(collapse(content))


def parse(form: str) -> Content:
    """Return the content of an inline form, white space collapsed.

    Raises BadFile for what is not well-formed, or holds an element or attribute that the inline form does
    not know.
    """
    if "<" not in form and "&" not in form and clean(form) == form and "]]>" not in form:
        return collapse((form,))
    content = element_of(xml.fragment(form), home="").content
    _check(content)
    return collapse(content)


def content_of(form: str) -> Content:
    """Return the content of an inline form; an ill-formed one is plain text, as typed. Never raises."""
    try:
        return parse(form)
    except BadFile:
        return literal(form)


def literal(form: str) -> Content:
    """Return a text as content in which nothing is markup."""
    return collapse((clean(form),))


def is_well_formed(form: str) -> bool:
    """Whether a text is an inline form."""
    try:
        parse(form)
    except BadFile:
        return False
    return True


def normal(form: str) -> str:
    """Return a form as ``render`` writes it; one that is ill-formed comes back as it was typed."""
    try:
        return flat(parse(form))
    except BadFile:
        return form


def plain(form: str) -> str:
    """Return a form's text without tags and notes; a line break is a space, an ill-formed text as typed."""
    tokens = flatten(content_of(form))
    texts = [" " if isinstance(token, Element) and token.tag == "lb" else token for token in tokens]
    flow = collapse(("".join(text for text in texts if isinstance(text, str)),))
    return "".join(text for text in flow if isinstance(text, str))


def words(form: str) -> int:
    """Return how many words a form has, notes left out; Chinese and Japanese are counted by character."""
    return count(plain(form))


def bound(form: str) -> tuple[str, ...]:
    """Return what a translation must have too, in order: ``note n1``, ``ref #u5``, ``gap``, ``lb``."""
    elements = (
        element for part in content_of(form) if isinstance(part, Element) for element in _outside_notes(part)
    )
    return tuple(_identity(element) for element in elements if is_bound(element))


def _identity(element: Element) -> str:
    """Return what tells one bound tag from another: where a reference points, else the id."""
    name = element.get("target") if element.tag in ("ref", "ptr") else element.get("xml:id")
    return f"{element.tag} {name}" if name else element.tag


def is_bound(element: Element) -> bool:
    """Whether a translation must have this inline element too; a translator's note is its own business."""
    if element.tag == "note":
        return not is_translators_note(element)
    return element.tag in BOUND or is_embedded(element)


def is_translators_note(element: Element) -> bool:
    """Whether an element is a note of one language only, its body inline."""
    return element.tag == "note" and element.get("type") == "translator"


def is_embedded(element: Element) -> bool:
    """Whether an element of a form is the empty tag of something that holds units."""
    if element.tag not in EMBEDDED or element.content:
        return False
    names = [name for name, _value in element.attributes]
    return names == ["xml:id"] or (not names and (element.tag == "note" or element.tag not in INLINE))


def _outside_notes(element: Element) -> list[Element]:
    """Return an element and those in it, but nothing of what a note holds."""
    content = () if element.tag == "note" else element.content
    inner = [child for child in content if isinstance(child, Element)]
    return [element, *(found for child in inner for found in _outside_notes(child))]


def _formed(content: Content) -> Content:
    """Return content with only what the inline form knows."""
    formed: list[str | Element] = []
    for child in content:
        if isinstance(child, str):
            formed.append(child)
        elif child.tag in EMBEDDED and any(inner.is_unit for inner in child.walk()):
            formed.append(Element(child.tag, tuple(pair for pair in child.attributes if pair[0] == "xml:id")))
        elif child.tag in INLINE or is_embedded(child):
            attributes = tuple(pair for pair in child.attributes if pair[0] in ATTRIBUTES)
            formed.append(Element(child.tag, attributes, _formed(child.content)))
        else:
            formed.extend(_formed(child.content))
    return tuple(formed)


def _check(content: Content) -> None:
    """Raise BadFile for the first element or attribute that the inline form does not know."""
    for element in (child for child in content if isinstance(child, Element)):
        if element.is_unit or (element.tag not in INLINE and not is_embedded(element)):
            name = element.tag.rpartition("}")[2]
            raise BadFile(_("a unit cannot hold the element “{name}”.").format(name=shown(name, 40)))
        unknown = next((name for name, _value in element.attributes if name not in ATTRIBUTES), None)
        if unknown is not None:
            sentence = _("the element “{name}” cannot have the attribute “{attribute}” in a unit.")
            raise BadFile(sentence.format(name=element.tag, attribute=shown(unknown, 40)))
        _check(element.content)
