"""What Hexapla's schema knows: its elements, the attributes that each may have, and where a parsed document differs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from lxml import etree

from hexapla.formats import xml
from hexapla.formats.tei.schema import faults
from hexapla.formats.tei.tree import line_of

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_ATTRIBUTE = re.compile(r"Invalid attribute (\S+) for element ")
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Fault:
    """What the schema has against an element of a document: the element, libxml2's words, and the attribute whose
    value is at fault."""

    node: etree._Element
    words: str
    attribute: str = ""


def elements() -> frozenset[str]:
    """Return the names of the elements that a text of an edition may hold."""
    return frozenset(_attributes())


def attributes(tag: str) -> frozenset[str]:
    """Return the attributes that an element may have, as lxml names them; their values are the schema's to say."""
    return _attributes().get(tag, frozenset())


def all_faults(root: etree._Element) -> list[Fault]:
    """Return what the schema has against a parsed document, nothing for a valid one.

    What stands deepest comes first: a parent is at fault for its child's sake.
    """
    found = faults(root)
    if not found:
        return []
    nodes: dict[int | None, list[tuple[int, etree._Element]]] = {}
    for place, node in enumerate(root.iter(etree.Element)):
        nodes.setdefault(line_of(node), []).append((place, node))
    placed = []
    for line, words in found:
        there = nodes.get(line) or [(0, root)]
        named = _named(words)
        place, node = next((one for one in there if _local(one[1]) in named), there[0])
        attribute = _ATTRIBUTE.match(words)
        placed.append((place, Fault(node, words, attribute[1] if attribute else "")))
    return [fault for _place, fault in sorted(placed, key=lambda one: -one[0])]


def _named(words: str) -> tuple[str, ...]:
    """Return the names in a message of libxml2: “Did not expect element x there”, “Element x failed …”."""
    parts = words.replace(":", " ").replace(",", " ").split()
    return tuple(after for before, after in pairwise(parts) if before.lower() == "element")


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


@cache
def _attributes() -> dict[str, frozenset[str]]:
    """Return the attributes of each element, read from the schema."""
    source = files("hexapla.formats.tei").joinpath("hexapla.rng").read_bytes()
    grammar = xml.parse(source)
    defines: dict[str, list[etree._Element]] = {}
    for define in grammar.iter(f"{_RNG}define"):
        defines.setdefault(str(define.get("name")), []).append(define)
    held: dict[str, set[str]] = {}
    for node in grammar.iter(f"{_RNG}element"):
        held.setdefault(str(node.get("name")), set()).update(_of(node, defines, set()))
    return {name: frozenset(names) for name, names in held.items()}


def _of(node: etree._Element, defines: dict[str, list[etree._Element]], seen: set[str]) -> Iterator[str]:
    """Yield the attributes that a pattern asks for, following references but not into other elements."""
    for child in node:
        if child.tag == f"{_RNG}attribute":
            name = str(child.get("name"))
            yield name.replace("xml:", _XML) if name.startswith("xml:") else _qualified(child, name)
        elif child.tag == f"{_RNG}ref":
            named = str(child.get("name"))
            if named not in seen:
                seen.add(named)
                for define in defines.get(named, []):
                    yield from _of(define, defines, seen)
        elif child.tag != f"{_RNG}element":
            yield from _of(child, defines, seen)


def _qualified(attribute: etree._Element, name: str) -> str:
    space = attribute.get("ns")
    return f"{{{space}}}{name}" if space else name
