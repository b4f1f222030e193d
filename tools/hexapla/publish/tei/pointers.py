"""Ids and pointers: in a file with several languages each id carries its language, and every pointer must
lead somewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from hexapla.formats.tei.elements import POINTERS
from hexapla.model.text import Element

Resolve = Callable[[str], str | None]
"""From the id that a pointer names to the id in the file that it is to name, or None where there is none."""


def ids(tree: Element) -> frozenset[str]:
    """Return all ids in a tree."""
    return frozenset(element.get("xml:id") for element in tree.walk()) - {""}


def resolved(tree: Element, resolve: Resolve) -> Element:
    """Return a tree whose pointers lead to what ``resolve`` says; those that lead nowhere are gone."""
    attributes = tuple(
        (name, value)
        for name, value in ((name, _pointer(name, value, resolve)) for name, value in tree.attributes)
        if value is not None
    )
    content = tuple(child if isinstance(child, str) else resolved(child, resolve) for child in tree.content)
    return Element(tree.tag, attributes, content)


def renamed(tree: Element, names: Mapping[str, str]) -> Element:
    """Return a tree with other ids."""
    content = tuple(child if isinstance(child, str) else renamed(child, names) for child in tree.content)
    name = tree.get("xml:id")
    return replace(tree.with_attributes(xml_id=names[name]) if name else tree, content=content)


def unnamed(tree: Element) -> Element:
    """Return a tree without ids."""
    content = tuple(child if isinstance(child, str) else unnamed(child) for child in tree.content)
    return replace(tree.with_attributes(xml_id=None), content=content)


def prefixed(names: frozenset[str], lang: str) -> dict[str, str]:
    """Return ids as in a file of several languages: ``hu.u12``; a translator's ``hu.tn1`` is so already."""
    return {
        name: name
        if name.startswith(f"{lang}.") and name.removeprefix(f"{lang}.") not in names
        else f"{lang}.{name}"
        for name in names
    }


def _pointer(name: str, value: str, resolve: Resolve) -> str | None:
    if name not in POINTERS or "#" not in value:
        return value
    words = [word if not word.startswith("#") else _word(resolve(word[1:])) for word in value.split()]
    return " ".join(filter(None, words)) or None


def _word(name: str | None) -> str:
    return f"#{name}" if name else ""
