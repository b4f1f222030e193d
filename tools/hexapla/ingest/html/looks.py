"""How letters look by tags, attributes and style sheets, and what elements say of themselves."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from hexapla.formats.html.css import Rule, declarations
from hexapla.formats.pandoc.ast import Attr

TAGS = {
    "em": "emph", "i": "emph", "var": "emph", "dfn": "emph", "b": "strong", "strong": "strong", "u": "underline",
    "ins": "underline", "s": "strikeout", "strike": "strikeout", "del": "strikeout", "sup": "sup", "sub": "sub",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code", "q": "q", "cite": "title", "rt": "sup",
    "math": "formula",
}  # fmt: skip
_SIZES = {
    "small": 0.83,
    "medium": 1.0,
    "large": 1.2,
    "x-large": 1.5,
    "xx-large": 2.0,
    "smaller": 0.83,
    "larger": 1.2,
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(em|rem|%)")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Looks:
    """The simple rules of a page's style sheets, by the name that they ask for."""

    by_name: dict[str, list[Rule]] = field(default_factory=dict)

    def of(self, element: etree._Element) -> dict[str, str]:
        """Return what style sheets and the element's own ``style`` declare for it; what is more special comes last."""
        if not self.by_name:
            return dict(declarations(element.get("style", "")))
        tag = tag_of(element)
        names = [tag, *(f".{name}" for name in classes(element)), f"#{element.get('id', '')}"]
        found = (rule for name in names for rule in self.by_name.get(name, ()) if rule.tag in ("", tag))
        own = declarations(element.get("style", ""))
        return dict(chain.from_iterable([*(rule.declared for rule in found), own]))


def looks(rules: Iterable[Rule]) -> Looks:
    """Return rules by the name that they ask for."""
    by_name: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        name = f".{rule.name}" if rule.name else f"#{rule.id}" if rule.id else rule.tag
        by_name[name].append(rule)
    return Looks(dict(by_name))


def tag_of(element: etree._Element) -> str:
    """Return the name of an element in small letters, without a prefix."""
    return element.tag.rpartition(":")[2].rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def said(element: etree._Element) -> str:
    """Return all text in an element."""
    return "".join(str(part) for part in element.itertext())


def classes(element: etree._Element) -> list[str]:
    """Return the classes of an element."""
    return element.get("class", "").split()


def types(element: etree._Element) -> set[str]:
    """Return what an element is by ``epub:type`` and ``role``, without prefixes: ``footnote``, ``pagebreak``."""
    words = f"{element.get('epub:type', '')} {element.get('role', '')} {element.get('data-type', '')}".lower().split()
    return {word.removeprefix("doc-").rpartition(":")[2] for word in words}


def lang(element: etree._Element) -> str:
    """Return the language that an element names for itself."""
    return element.get("lang") or element.get("xml:lang") or element.get(XML_LANG) or ""


def marks(tag: str, declared: dict[str, str]) -> list[str]:
    """Return how the letters of an element are set, by its tag and by what is declared."""
    found = [TAGS[tag]] if tag in TAGS else []
    style, weight = declared.get("font-style", ""), declared.get("font-weight", "")
    font = declared.get("font", "")
    if style in ("italic", "oblique") or "italic" in font:
        found.append("emph")
    if weight in ("bold", "bolder", "600", "700", "800", "900") or "bold" in font:
        found.append("strong")
    if "small-caps" in f"{declared.get('font-variant', '')} {declared.get('font-variant-caps', '')} {font}":
        found.append("smallcaps")
    if declared.get("vertical-align") in ("super", "sub"):
        found.append("sup" if declared["vertical-align"] == "super" else "sub")
    line = declared.get("text-decoration", "") + declared.get("text-decoration-line", "")
    if tag != "a" and ("underline" in line or "line-through" in line):
        found.append("underline" if "underline" in line else "strikeout")
    if style == "normal" and "emph" in found:
        found.remove("emph")
    return list(dict.fromkeys(found))


def is_hidden(element: etree._Element, declared: dict[str, str]) -> bool:
    """Whether a browser does not show an element."""
    return (
        element.get("hidden") is not None
        or declared.get("display") == "none"
        or declared.get("visibility") == "hidden"
    )


def attr(element: etree._Element, declared: dict[str, str]) -> Attr:
    """Return what an element says of itself, as the document's tree has it."""
    values = {"lang": lang(element), "size": _size(declared.get("font-size", ""))}
    align = (
        declared.get("text-align", "")
        or element.get("align", "").lower()
        or ("center" if tag_of(element) == "center" else "")
    )
    values["align"] = align if align in ("center", "right") else ""
    values["custom-style"] = element.get("data-custom-style", "")
    pairs = tuple((name, value) for name, value in values.items() if value)
    return Attr(element.get("id", ""), (*classes(element), *sorted(types(element))), pairs)


def _size(declared: str) -> str:
    found = _SIZE.match(declared)
    size = float(found[1]) / (100 if found[2] == "%" else 1) if found else _SIZES.get(declared, 0.0)
    return f"{size:.2f}" if size and size != 1 else ""
