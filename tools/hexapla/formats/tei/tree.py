"""From a parsed XML tree to the model's elements; names of TEI lose their namespace, ``xml:`` is written
out.
"""

from typing import cast

from lxml import etree

from hexapla.formats.tei.elements import NS
from hexapla.model.errors import TooLarge
from hexapla.model.messages import _
from hexapla.model.text import Element

MAX_DEPTH = 100
"""How deep elements may be nested; the deepest real text that we know of has 25 levels."""
XML = "{http://www.w3.org/XML/1998/namespace}"


def element_of(node: etree._Element, home: str = NS, depth: int = 1) -> Element:
    """Return an XML element as an Element, with all of its white space.

    Names in the namespace ``home`` become plain names, others keep theirs in braces. Comments and processing
    instructions are left out. Raises TooLarge beyond MAX_DEPTH levels.
    """
    if depth > MAX_DEPTH:
        raise TooLarge(_("elements are nested more than {n} deep.").format(n=MAX_DEPTH), line=line_of(node))
    content: list[str | Element] = [node.text] if node.text else []
    for child in node:
        if isinstance(child.tag, str):
            content.append(element_of(child, home, depth + 1))
        if child.tail:
            _add(content, child.tail)
    return Element(local_name(node, home), attributes_of(node), tuple(content))


def attributes_of(node: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return an XML element's attributes, sorted by name."""
    return tuple(sorted((_attribute(str(name)), str(value)) for name, value in node.attrib.items()))


def local_name(node: etree._Element, home: str = NS) -> str:
    """Return an element's name as the model writes it: ``p``, or ``{namespace}name`` outside of ``home``."""
    name = etree.QName(node)
    namespace = name.namespace or ""
    return name.localname if namespace == home else f"{{{namespace}}}{name.localname}"


def _attribute(name: str) -> str:
    return "xml:" + name.removeprefix(XML) if name.startswith(XML) else name


def _add(content: list[str | Element], text: str) -> None:
    """Add a text, joining it to the one before: a comment may have stood between them."""
    if content and isinstance(last := content[-1], str):
        content[-1] = last + text
    else:
        content.append(text)


def line_of(node: etree._Element) -> int | None:
    """Return the line on which an element begins."""
    return cast("int | None", node.sourceline)
