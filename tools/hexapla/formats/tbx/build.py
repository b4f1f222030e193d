"""A glossary's parts as elements of TBX, in the DCA form and in the order in which they are written."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from hexapla.formats.tbx import rules
from hexapla.formats.tbx.elements import term_in
from hexapla.formats.tbx.fields import Written, put_in
from hexapla.formats.tbx.own import Value
from hexapla.model.glossary import Attributes, Concept, Glossary, Section, Term
from hexapla.model.text import Element, element

Level: TypeAlias = Concept | Section | Term


@dataclass(frozen=True)
class Parts:
    """What a level holds: attributes, elements, and the levels below; of a term, its ``term`` is the first field."""

    attributes: Attributes
    written: Written = field(default_factory=Written)
    below: "tuple[Section | Term, ...]" = ()


def parts_of(level: Level, *, strict: bool) -> Parts:
    """Return what a concept, a section or a term holds; ``strict`` as its dialect is."""
    if isinstance(level, Concept):
        values: dict[str, Value] = {
            "subject": level.subject,
            "definition": level.definition,
            "source": level.source,
            "kind": level.kind,
            "note": level.note,
            "references": level.references,
        }
        own = (("id", level.id),) if level.id else ()
        return Parts(own + level.attributes, put_in("conceptEntry", values, level.other), level.sections)
    if isinstance(level, Section):
        said: dict[str, Value] = {"definition": level.definition, "source": level.source, "note": level.note}
        written = put_in("langSec", said, level.other, level.log)
        return Parts((("xml:lang", level.lang), *level.attributes), written, level.terms)
    return Parts(level.attributes, _term(level, strict=strict))


def _term(term: Term, *, strict: bool) -> Written:
    written = put_in(
        "termSec",
        {
            "part_of_speech": term.part_of_speech,
            "gender": term.gender,
            "status": term.status or "",
            "forms": term.forms,
            "exact_case": term.exact_case,
            "keep": term.keep,
            "texts": term.texts,
            "context": term.context,
            "note": term.note,
        },
        [part for part in term.other if part.tag != "term"],
        strict=strict,
    )
    written.first.insert(0, ("term", term_in(term.text, term.other)))
    return written


def element_of(level: Level, *, strict: bool) -> Element:
    """Return a whole concept, section or term as an element."""
    tag = {Concept: "conceptEntry", Section: "langSec", Term: "termSec"}[type(level)]
    parts = parts_of(level, strict=strict)
    below = (element_of(one, strict=strict) for one in parts.below)
    return Element(tag, parts.attributes, (*parts.written.elements, *below))


def document(glossary: Glossary) -> Element:
    """Return a whole glossary as an element, without its namespace."""
    dialect = rules.dialect_of(glossary)
    strict = rules.is_strict(dialect)
    body = Element("body", (), tuple(element_of(one, strict=strict) for one in glossary.concepts))
    return element(
        "tbx",
        titled(glossary.header, glossary.title),
        element("text", body, *glossary.other),
        style="dca",
        type=dialect,
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
