"""Writing elements as XML: mixed content as it is, structure on lines of its own, one space a level."""

import re
from collections.abc import Iterable

from hexapla.formats.tei.elements import NS
from hexapla.formats.tei.flow import is_between_units
from hexapla.formats.tei.layout import lays_out
from hexapla.model.text import Content, Element

_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not a Char of XML 1.0: controls, lone surrogates, U+FFFE and U+FFFF."""
_NOWHERE = " "
"""Around the root: a namespace that is none, so that the root declares its own."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def clean(text: str) -> str:
    """Return a text without the characters that XML refuses: controls, lone surrogates, U+FFFE and U+FFFF."""
    return _REFUSED.sub("", text)


def escaped(text: str) -> str:
    """Return a text as XML: cleaned, with ``&``, ``<`` and ``>`` escaped."""
    return clean(text).translate(_TEXT)


def flat(content: Content, ns: str = "") -> str:
    """Write content without adding white space; a single space between two units becomes a line break.

    ``ns`` is the namespace that stands around it; without one, as in the inline form, no namespace is
    declared.
    """
    parts: list[str] = []
    for place, child in enumerate(content):
        if isinstance(child, Element):
            parts.append(_tag(child, ns, flat(child.content, _namespace(child, ns))))
        elif child == " " and is_between_units(content, place):
            parts.append("\n")
        else:
            parts.append(escaped(child))
    return "".join(parts)


def laid_out(element: Element, ns: str = "", level: int = 0) -> str:
    """Write an element: its children on lines of their own where it holds only structure, else flat."""
    inner = _namespace(element, ns)
    if not lays_out(element):
        return _tag(element, ns, flat(element.content, inner))
    start, end = "\n" + " " * (level + 1), "\n" + " " * level
    children = [laid_out(child, inner, level + 1) for child in element.content if isinstance(child, Element)]
    return _tag(element, ns, "".join(start + child for child in children) + end)


def document(root: Element, prolog: Iterable[str] = (), epilog: Iterable[str] = ()) -> bytes:
    """Write a whole TEI document as UTF-8, with comments and processing instructions before and after."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *prolog, laid_out(root, _NOWHERE), *epilog]
    return "".join(line + "\n" for line in lines).encode()


def _namespace(element: Element, ns: str) -> str:
    """Return the namespace that an element stands in; it is empty in the inline form, which has none."""
    if element.tag.startswith("{"):
        return element.tag[1:].partition("}")[0]
    return NS if ns else ""


def _tag(element: Element, ns: str, inside: str) -> str:
    """Write one element around its content, declaring its namespace where it is not that of its parent."""
    own, local = _namespace(element, ns), element.tag.rpartition("}")[2]
    declared = f' xmlns="{own.translate(_VALUE)}"' if own != ns else ""
    attributes = "".join(_attribute(name, value, n) for n, (name, value) in enumerate(element.attributes))
    start = f"<{local}{declared}{attributes}"
    return f"{start}>{inside}</{local}>" if inside else f"{start}/>"


def _attribute(name: str, value: str, n: int) -> str:
    written = f'="{clean(value).translate(_VALUE)}"'
    if not name.startswith("{"):
        return f" {name}{written}"
    ns, _brace, local = name[1:].partition("}")
    return f' xmlns:n{n}="{ns.translate(_VALUE)}" n{n}:{local}{written}'
