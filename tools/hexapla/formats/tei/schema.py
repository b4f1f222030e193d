"""Validation against Hexapla's schema: a subset of TEI P5, so that whatever is valid here is valid in
tei_all.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei.write import document
from hexapla.model.messages import _, shown
from hexapla.model.text import Content, Element, element


def validate(source: bytes, *, file: str = "") -> tuple[tuple[int, str], ...]:
    """Return what the schema has against a document, as pairs of line and sentence; nothing for a valid one.

    Pointers are not followed. Raises BadFile for what is not well-formed.
    """
    return tuple((line, _sentence(message)) for line, message in _errors(xml.parse(source, file=file)))


def accepts(contents: Iterable[Content]) -> tuple[bool, ...]:
    """Return for each inline content whether it is valid as the content of a unit.

    They are first tried all together, since hardly ever one is not; ids are not looked at.
    """
    contents = tuple(contents)
    if not _errors(_document(contents)):
        return (True,) * len(contents)
    return tuple(not _errors(_document((content,))) for content in contents)


def faults(root: etree._Element) -> list[tuple[int, str]]:
    """Return what the schema has against a parsed document: lines, and libxml2's own words."""
    return _errors(root)


def _errors(root: etree._Element) -> list[tuple[int, str]]:
    schema = _schema()
    if schema.validate(root):
        return []
    return [(error.line, error.message) for error in schema.error_log]


@cache
def _schema() -> etree.RelaxNG:
    """Compile the schema, once in a process (50 ms; tei_all itself takes 11 s and more)."""
    source = files("hexapla.formats.tei").joinpath("hexapla.rng").read_bytes()
    return etree.RelaxNG(xml.parse(source).getroottree())


def _document(contents: tuple[Content, ...]) -> etree._Element:
    """Return the smallest valid document that holds contents as units."""
    units = [element("p", Element("seg", (), _without_ids(content))) for content in contents]
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title")),
            element("publicationStmt", element("p")),
            element("sourceDesc", element("p")),
        ),
    )
    body = element("text", element("body", *(units or [element("p")])))
    return xml.parse(document(element("TEI", header, body)))


def _without_ids(content: Content) -> Content:
    return tuple(
        child
        if isinstance(child, str)
        else Element(
            child.tag,
            tuple(pair for pair in child.attributes if pair[0] != "xml:id"),
            _without_ids(child.content),
        )
        for child in content
    )


def _sentence(message: str) -> str:
    """Return libxml2's message in quotation marks: it is exact, but speaks English."""
    return _("the schema does not allow this here: {message}").format(message=shown(message, 160))
