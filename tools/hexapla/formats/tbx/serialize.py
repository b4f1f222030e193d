"""A glossary as a TBX file that git likes: what did not change keeps its bytes."""

import re

from hexapla.formats.tbx.names import CONCEPT, NS, ROOT, SECTION, TERM, TERMS
from hexapla.formats.tbx.parse import parse
from hexapla.model.errors import BadFile
from hexapla.model.glossary import Concept, Glossary, Section, Term
from hexapla.model.text import Element, element

_CHUNK = re.compile(rf"[ \t]*<{CONCEPT}\b.*?</{CONCEPT}\s*>[ \t]*(?:\r?\n)?", re.DOTALL)
_INDENT = re.compile(rf"^([ \t]*)<{CONCEPT}\b.*?^([ \t]+)<(?!/?{CONCEPT})", re.DOTALL | re.MULTILINE)


def serialize(glossary: Glossary, previous: bytes | None = None) -> bytes:
    """Write a glossary over the file that it replaces: unchanged concepts, comments and layout keep their bytes.

    Without ``previous``, or where that is no file of the usual shape, everything is written anew, in DCA style.
    """
    if previous is not None:
        made = _over(glossary, previous)
        if made is not None:
            return made
    return _anew(glossary).encode()


def _over(glossary: Glossary, previous: bytes) -> bytes | None:
    """Return the previous file with what changed put in; None if its concepts cannot be told apart by their tags."""
    try:
        old, text = parse(previous), previous.decode("utf-8")
    except (BadFile, UnicodeDecodeError):
        return None
    chunks = _CHUNK.findall(text)
    if not chunks or len(chunks) != len(old.concepts):
        return None
    kept = {concept.id: (concept, chunk) for concept, chunk in zip(old.concepts, chunks, strict=True)}
    first, last = text.index(chunks[0]), text.rindex(chunks[-1]) + len(chunks[-1])
    between = _CHUNK.sub("", text[first:last])
    if between.strip():
        return None
    newline, (outer, step) = ("\r\n" if "\r\n" in text else "\n"), _layout(text)
    pieces = []
    for concept in glossary.concepts:
        was, chunk = kept.get(concept.id, (None, ""))
        pieces.append(chunk if concept == was else _lines(_concept(concept), outer, step, newline))
    made = (text[:first] + "".join(pieces) + text[last:]).encode()
    try:
        return made if parse(made).concepts == glossary.concepts else None
    except BadFile:
        return None


def _layout(text: str) -> tuple[str, str]:
    """Return how far a file indents its concepts, and by how much more what is in them."""
    found = _INDENT.search(text)
    if found is None or not found[2].startswith(found[1]):
        return "   ", " "
    return found[1], found[2][len(found[1]) :] or " "


def _anew(glossary: Glossary) -> str:
    frame = glossary.frame or element(
        ROOT,
        element(
            "tbxHeader",
            element(
                "fileDesc",
                element("titleStmt", element("title", glossary.title or "Glossary")),
                element("sourceDesc", element("p", "Made with Hexapla.")),
            ),
        ),
        element("text", element("body")),
        style="dca",
        type="TBX-Basic",
        xml_lang=glossary.lang,
    )
    body = element("body", *map(_concept, glossary.concepts))
    whole = _with_body(frame, body).with_attributes(xmlns=NS)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _lines(whole, "", " ", "\n")


def _with_body(node: Element, body: Element) -> Element:
    content = tuple(
        body if isinstance(part, Element) and part.tag == "body" and node.tag == "text" else part
        for part in (_with_body(part, body) if isinstance(part, Element) else part for part in node.content)
    )
    return Element(node.tag, node.attributes, content)


def _concept(concept: Concept) -> Element:
    return Element(CONCEPT, (("id", concept.id),), (*concept.fields, *map(_section, concept.sections)))


def _section(section: Section) -> Element:
    return Element(SECTION, (("xml:lang", section.lang),), (*section.fields, *map(_term, section.terms)))


def _term(term: Term) -> Element:
    given = any(one.tag == TERM for one in term.fields)
    return Element(TERMS, (), term.fields if given else (element(TERM, term.text), *term.fields))


def _lines(node: Element, indent: str, step: str, newline: str) -> str:
    """Write an element on lines of its own; one with text in it on a single line."""
    inner = [part for part in node.content if isinstance(part, Element)]
    words = any(isinstance(part, str) for part in node.content)
    if not inner or words:
        return indent + _flat(node) + newline
    name, declared = _name(node.tag)
    within = "".join(_lines(part, indent + step, step, newline) for part in inner)
    return f"{indent}<{name}{declared}{_attributes(node)}>{newline}{within}{indent}</{name}>{newline}"


def _flat(node: Element) -> str:
    name, declared = _name(node.tag)
    within = "".join(_flat(part) if isinstance(part, Element) else _escaped(part) for part in node.content)
    head = f"<{name}{declared}{_attributes(node)}"
    return f"{head}>{within}</{name}>" if within else f"{head}/>"


def _name(tag: str) -> tuple[str, str]:
    """Return a name as it is written, and the declaration of its namespace where that is another one's."""
    if not tag.startswith("{"):
        return tag, ""
    namespace, _brace, local = tag[1:].partition("}")
    return f"x:{local}", f' xmlns:x="{_escaped(namespace)}"'


def _attributes(node: Element) -> str:
    return "".join(f' {name}="{_escaped(value)}"' for name, value in node.attributes)


def _escaped(text: str) -> str:
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;")):
        text = text.replace(sign, written)
    return text
