"""What the styles of an ODT say of paragraphs and letters, with the styles that they are based on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from hexapla.formats.odt.package import Package

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_")


@dataclass(frozen=True)
class Styles:
    """The styles by family and name, and the defaults by family."""

    by_name: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    defaults: dict[str, etree._Element] = field(default_factory=dict)

    def chain(self, family: str, name: str) -> list[etree._Element]:
        """Return a style and those that it is based on, nearest first; a circle ends where it began."""
        found: list[etree._Element] = []
        seen: set[str] = set()
        while (family, name) in self.by_name and name not in seen and len(seen) < 50:
            seen.add(name)
            found.append(self.by_name[family, name])
            name = str(found[-1].get(f"{STYLE}parent-style-name", ""))
        return found

    def names(self, name: str) -> list[str]:
        """Return the names that a person sees of a paragraph's style and of those that it is based on."""
        shown = [
            str(style.get(f"{STYLE}display-name") or _plain(str(style.get(f"{STYLE}name", ""))))
            for style in self.chain("paragraph", name)
        ] or [_plain(name)]  # a style that every program knows need not be defined
        return [one for one in shown if not re.fullmatch(r"P\d+", one)]

    def said(self, family: str, name: str, part: str, attribute: str) -> str:
        """Return what a style or one that it is based on says in one attribute; empty where none does."""
        for style in self.chain(family, name):
            if value := _value(style, part, attribute):
                return value
        return ""

    def default(self, family: str, part: str, attribute: str) -> str:
        """Return what the default of a family says in one attribute."""
        found = self.defaults.get(family)
        return _value(found, part, attribute) if found is not None else ""


def styles(package: Package) -> Styles:
    """Return the styles of a document; those of its content go before named ones."""
    found: dict[tuple[str, str], etree._Element] = {}
    defaults: dict[str, etree._Element] = {}
    for name in ("styles.xml", "content.xml"):
        for style in _styles(package.parts.get(name)):
            found[str(style.get(f"{STYLE}family", "")), str(style.get(f"{STYLE}name", ""))] = style
        root = package.parts.get(name)
        for style in () if root is None else root.iter(f"{STYLE}default-style"):
            defaults[str(style.get(f"{STYLE}family", ""))] = style
    return Styles(found, defaults)


def _styles(root: etree._Element | None) -> Iterator[etree._Element]:
    if root is not None:
        yield from root.iter(f"{STYLE}style")


def _value(style: etree._Element, part: str, attribute: str) -> str:
    found = style.find(f"{STYLE}{part}-properties")
    return str(found.get(attribute, "")) if found is not None else ""


def _plain(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
