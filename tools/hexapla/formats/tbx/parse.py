"""A TBX file as a glossary."""

import re
from dataclasses import replace

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tbx.names import CONCEPT, NS, ROOT, SECTION, TERM, TERMS
from hexapla.formats.tei.tree import XML, element_of, line_of
from hexapla.model.errors import BadFile, BadName
from hexapla.model.glossary import Concept, Fields, Glossary, Section, Term
from hexapla.model.languages import canonical
from hexapla.model.messages import _, shown
from hexapla.model.text import Element

_WHITE = re.compile("[ \t\r\n]+")


def parse(source: bytes, *, file: str = "") -> Glossary:
    """Return the glossary of a TBX file of version 3, DCA or DCT; comments and layout are left out.

    Raises BadFile, with the line, for what is not well-formed, not TBX v3, or not in its structure; TooLarge beyond
    the limits of ``formats.xml`` and 100 levels.
    """
    root = xml.parse(source, file=file)
    try:
        return _glossary(root)
    except BadFile as error:
        raise error.of(file) from error


def _glossary(root: etree._Element) -> Glossary:
    if etree.QName(root).localname == "martif":
        raise _bad(root, _("this is TBX of version 2 (martif); save it as TBX of version 3."))
    if root.tag != f"{{{NS}}}{ROOT}":
        raise _bad(root, _("this is not a TBX file of version 3."))
    bodies = root.findall(f"{{{NS}}}text/{{{NS}}}body")
    if len(bodies) != 1:
        raise _bad(root, _("a TBX file has one “text” with one “body”."))
    seen: set[str] = set()
    concepts = []
    for node in _children(bodies[0]):
        if node.tag != f"{{{NS}}}{CONCEPT}":
            raise _bad(
                node,
                _("“{name}” stands where “conceptEntry” belongs.").format(
                    name=shown(etree.QName(node).localname, 40)
                ),
            )
        concepts.append(_concept(node))
        if concepts[-1].id in seen:
            raise _bad(
                node, _("the concept “{name}” is there twice.").format(name=shown(concepts[-1].id, 40))
            )
        seen.add(concepts[-1].id)
    frame = _settled(element_of(root, NS))
    return Glossary(tuple(concepts), _title(frame), str(root.get(f"{XML}lang", "")), _without_concepts(frame))


def _concept(node: etree._Element) -> Concept:
    id_ = str(node.get("id", ""))
    if not id_:
        raise _bad(node, _("a concept has no id; give it one."))
    parts, fields = _parted(node, SECTION)
    sections = tuple(map(_section, parts))
    if len({section.lang for section in sections}) < len(sections):
        raise _bad(node, _("the concept “{name}” has one language twice.").format(name=shown(id_, 40)))
    return Concept(id_, sections, fields)


def _section(node: etree._Element) -> Section:
    tag = str(node.get(f"{XML}lang", ""))
    try:
        lang = canonical(tag)
    except BadName as error:
        raise _bad(node, str(error)) from error
    parts, fields = _parted(node, TERMS)
    terms = tuple(map(_term, parts))
    if len({term.text for term in terms}) < len(terms):
        raise _bad(node, _("a term is there twice in one language of a concept."))
    return Section(lang, terms, fields)


def _term(node: etree._Element) -> Term:
    parts, fields = _parted(node, TERM)
    term = _settled(element_of(parts[0], NS)) if len(parts) == 1 else Element(TERM)
    text = "".join(part for one in term.walk() for part in one.content if isinstance(part, str))
    if not text:
        raise _bad(node, _("a “termSec” has exactly one term, and that has a text."))
    return Term(text, fields if term == Element(TERM, (), (text,)) else (term, *fields))


def _parted(node: etree._Element, name: str) -> tuple[list[etree._Element], Fields]:
    """Return the child elements of a name, and the others as elements of the model."""
    if any(text and text.strip() for text in (node.text, *(child.tail for child in node))):
        raise _bad(node, _("there is text outside of the elements that may hold it."))
    nodes = _children(node)
    parts = [child for child in nodes if child.tag == f"{{{NS}}}{name}"]
    return parts, tuple(_settled(element_of(child, NS)) for child in nodes if child.tag != f"{{{NS}}}{name}")


def _children(node: etree._Element) -> list[etree._Element]:
    return [child for child in node if isinstance(child.tag, str)]


def _settled(element: Element, *, outer: bool = True) -> Element:
    """Return an element without its layout: white space between elements is nothing, elsewhere one space."""
    inner = any(isinstance(part, Element) for part in element.content)
    words = any(isinstance(part, str) and part.strip() for part in element.content)
    content: list[str | Element] = []
    for place, part in enumerate(element.content):
        if isinstance(part, Element):
            content.append(_settled(part, outer=not words))
            continue
        text = _WHITE.sub(" ", part)
        if (inner and not words) or (outer and place == 0):
            text = text.lstrip(" ")
        if (inner and not words) or (outer and place == len(element.content) - 1):
            text = text.rstrip(" ")
        content.extend([text][: bool(text)])
    return replace(element, content=tuple(content))


def _title(frame: Element) -> str:
    title = next((one for one in frame.walk() if one.tag == "title"), Element("title"))
    return "".join(part for one in title.walk() for part in one.content if isinstance(part, str))


def _without_concepts(frame: Element) -> Element:
    content = tuple(
        _without_concepts(part) if isinstance(part, Element) else part
        for part in frame.content
        if isinstance(part, str) or part.tag != CONCEPT
    )
    return replace(frame, content=content)


def _bad(node: etree._Element, reason: str) -> BadFile:
    return BadFile(reason, line=line_of(node))
