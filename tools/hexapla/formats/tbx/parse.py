"""A TBX file as a glossary."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tbx import check, rules, v2
from hexapla.formats.tbx.elements import plain_text, read, term_out
from hexapla.formats.tbx.fields import take_out
from hexapla.formats.tbx.own import Value
from hexapla.formats.tei.tree import attributes_of
from hexapla.model.errors import BadFile
from hexapla.model.glossary import Attributes, Concept, Glossary, Kind, Section, Status, Term
from hexapla.model.text import Element


def parse(source: bytes, *, file: str = "") -> Glossary:
    """Return the glossary that a TBX file holds: version 3, DCA or DCT, or version 2 (martif).

    White space is collapsed; comments and processing instructions are left out (``serialize`` keeps them in the file
    that it changes). Raises BadFile, with the line and the rule, for what is not well-formed, not TBX, or not in its
    structure: a section without a language, a section of a term without one term, ids given twice; and in a file of
    version 3 that declares TBX-Basic, TBX-Min or TBX-Core, for a category at a level or with a value that they do not
    have. Raises TooLarge beyond the limits of ``formats.xml`` and 100 levels.
    """
    root = xml.parse(source, file=file)
    try:
        return glossary_of(root)
    except BadFile as error:
        raise error.of(file) from error


def glossary_of(root: etree._Element) -> Glossary:
    """Return the glossary of a parsed TBX document; raises as ``parse`` does, without the file's name."""
    old = v2.is_old(root)
    if old:
        v2.renew(root)
    header_node, body = check.parts(root)
    dialect = str(root.get("type", ""))
    check.structure(root, dialect="" if old else dialect)
    header, title = untitled(read(header_node))
    text = body.getparent()
    assert text is not None  # noqa: S101 - ``check.parts`` found the body in it
    glossary = Glossary(
        title=title,
        lang=check.lang(root),
        concepts=tuple(concept_of(node) for node in check.children(body, "conceptEntry")),
        dialect=dialect,
        header=header,
        other=tuple(read(node) for node in elements(text) if node is not body),
    )
    return replace(glossary, dialect=rules.dialect_of(glossary)) if old else glossary


def concept_of(node: etree._Element) -> Concept:
    """Return the concept of a ``conceptEntry``."""
    level = take_out("conceptEntry", rest(node, "langSec"))
    return Concept(
        id=str(node.get("id", "")),
        subject=_str(level.values, "subject"),
        definition=_str(level.values, "definition"),
        source=_str(level.values, "source"),
        kind=Kind(str(level.values.get("kind", Kind.TERM))),
        note=_str(level.values, "note"),
        references=_tuple(level.values, "references"),
        sections=tuple(section_of(child) for child in check.children(node, "langSec")),
        attributes=_attributes(node, "id"),
        other=level.other,
    )


def section_of(node: etree._Element) -> Section:
    """Return the section of a ``langSec``."""
    level = take_out("langSec", rest(node, "termSec"))
    return Section(
        lang=check.lang(node),
        terms=tuple(term_of(child) for child in check.children(node, "termSec")),
        definition=_str(level.values, "definition"),
        source=_str(level.values, "source"),
        note=_str(level.values, "note"),
        log=level.log,
        attributes=_attributes(node, "xml:lang"),
        other=level.other,
    )


def term_of(node: etree._Element) -> Term:
    """Return the term of a ``termSec``."""
    level = take_out("termSec", rest(node, "term"))
    text, kept = term_out(read(check.children(node, "term")[0]))
    status = _str(level.values, "status")
    return Term(
        text=text,
        status=Status(status) if status else None,
        part_of_speech=_str(level.values, "part_of_speech"),
        gender=_str(level.values, "gender"),
        forms=_tuple(level.values, "forms"),
        exact_case=level.values.get("exact_case") is True,
        keep=level.values.get("keep") is True,
        texts=_tuple(level.values, "texts"),
        context=_str(level.values, "context"),
        note=_str(level.values, "note"),
        attributes=_attributes(node),
        other=kept + level.other,
    )


def _str(values: Mapping[str, Value], name: str) -> str:
    return str(values.get(name, ""))


def _tuple(values: Mapping[str, Value], name: str) -> tuple[str, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else ()


def rest(node: etree._Element, part: str) -> list[Element]:
    """Return the child elements of a level but those of one name."""
    return [read(child) for child in node if isinstance(child.tag, str) and check.local(child) != part]


def elements(node: etree._Element) -> list[etree._Element]:
    """Return the child elements of a node, without comments and processing instructions."""
    return [child for child in node if isinstance(child.tag, str)]


def untitled(header: Element) -> tuple[Element, str]:
    """Return a header with the title taken out, and the title."""
    return _at(header, ("fileDesc", "titleStmt", "title"))


def _at(element: Element, path: tuple[str, ...]) -> tuple[Element, str]:
    """Empty the first element at the end of a path, if it holds only text; return its text too."""
    if not path:
        text = plain_text(element)
        plain = not any(isinstance(part, Element) for part in element.content)
        return (replace(element, content=()), text) if plain else (element, text)
    for place, part in enumerate(element.content):
        if isinstance(part, Element) and part.tag == path[0]:
            made, text = _at(part, path[1:])
            content = (*element.content[:place], made, *element.content[place + 1 :])
            return replace(element, content=content), text
    return element, ""


def _attributes(node: etree._Element, *own: str) -> Attributes:
    """Return the attributes that we have no field for; those of foreign namespaces stay in the file only."""
    return tuple(
        (name, value) for name, value in attributes_of(node) if name not in own and not name.startswith("{")
    )
