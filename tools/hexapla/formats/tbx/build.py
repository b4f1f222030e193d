"""A glossary's parts as elements of TBX, in the DCA form and in the order in which they are written."""

from dataclasses import dataclass, replace

from hexapla.formats.tbx.elements import put_in, term_in
from hexapla.model.glossary import Attributes, Concept, Glossary, Section, Term
from hexapla.model.text import Element, element

_STATUS = "{}Term-admn-sts"


@dataclass(frozen=True)
class Parts:
    """What a level holds: its fields by name (of a term: its ``term`` first), the rest, and the levels below."""

    attributes: Attributes
    fields: list[tuple[str, Element]]
    other: list[Element]
    below: "tuple[Section | Term, ...]" = ()


def parts_of(level: "Concept | Section | Term") -> Parts:
    """Return what a concept, a section or a term holds."""
    if isinstance(level, Concept):
        values = {"subject": level.subject, "definition": level.definition}
        fields, other = put_in("conceptEntry", values, level.other)
        own = (("id", level.id),) if level.id else ()
        return Parts(own + level.attributes, fields, other, level.sections)
    if isinstance(level, Section):
        fields, other = put_in("langSec", {"definition": level.definition}, level.other)
        return Parts((("xml:lang", level.lang), *level.attributes), fields, other, level.terms)
    status = _STATUS.format(level.status) if level.status else ""
    values = {"part_of_speech": level.part_of_speech, "gender": level.gender, "status": status}
    fields, other = put_in("termSec", values, (part for part in level.other if part.tag != "term"))
    return Parts(level.attributes, [("term", term_in(level.text, level.other)), *fields], other)


def element_of(level: "Concept | Section | Term") -> Element:
    """Return a whole concept, section or term as an element."""
    tag = {Concept: "conceptEntry", Section: "langSec", Term: "termSec"}[type(level)]
    parts = parts_of(level)
    fields = (field for _name, field in parts.fields)
    return Element(tag, parts.attributes, (*fields, *parts.other, *map(element_of, parts.below)))


def document(glossary: Glossary) -> Element:
    """Return a whole glossary as an element, without its namespace."""
    body = Element("body", (), tuple(map(element_of, glossary.concepts)))
    return element(
        "tbx",
        titled(glossary.header, glossary.title),
        element("text", body, *glossary.other),
        style="dca",
        type=glossary.dialect,
        xml_lang=glossary.lang,
    )


def titled(header: Element, title: str) -> Element:
    """Return a header with the title put in, making a place for it where there is none."""
    if any(part.tag == "title" for part in header.walk()):
        return _fill(header, ("fileDesc", "titleStmt", "title"), title)
    if not title:
        return header
    statement = element("titleStmt", element("title", title))
    content = tuple(
        replace(part, content=(statement, *part.content))
        if isinstance(part, Element) and part.tag == "fileDesc"
        else part
        for part in header.content
    )
    return replace(header, content=content)


def _fill(part: Element, path: tuple[str, ...], title: str) -> Element:
    """Put a title into the first element at the end of a path, if it holds nothing yet."""
    if not path:
        return replace(part, content=(title,)) if title and not part.content else part
    for place, child in enumerate(part.content):
        if isinstance(child, Element) and child.tag == path[0]:
            filled = _fill(child, path[1:], title)
            return replace(part, content=(*part.content[:place], filled, *part.content[place + 1 :]))
    return part
