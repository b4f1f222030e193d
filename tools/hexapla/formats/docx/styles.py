"""What the styles of a document say of paragraphs and letters, with the styles that they are based on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from hexapla.formats.docx.package import Package, W


@dataclass(frozen=True)
class Styles:
    """The styles by id, the document's defaults, and the id of the usual style of paragraphs."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    defaults: etree._Element | None = None
    usual: str = ""

    def chain(self, id: str) -> list[etree._Element]:
        """Return a style and those that it is based on, nearest first; a circle ends where it began."""
        found: list[etree._Element] = []
        seen: set[str] = set()
        while id in self.by_id and id not in seen and len(seen) < 50:
            seen.add(id)
            found.append(self.by_id[id])
            id = value(found[-1], "basedOn")
        return found

    def names(self, id: str) -> list[str]:
        """Return the names of a style and of those that it is based on."""
        return [name for style in self.chain(id) if (name := value(style, "name"))]

    def letters(self, paragraph: str, own: etree._Element | None) -> Iterator[etree._Element]:
        """Yield what is said of letters, the most special first: by a run, its style, its paragraph's, the default."""
        if own is not None:
            yield own
            yield from self._said(value(own, "rStyle"), "rPr")
        yield from self._said(paragraph or self.usual, "rPr")
        if self.defaults is not None:
            yield from self.defaults.iterfind(f"{W}rPrDefault/{W}rPr")

    def paragraphs(self, own: etree._Element | None) -> Iterator[etree._Element]:
        """Yield what is said of a paragraph, the most special first."""
        if own is not None:
            yield own
        yield from self._said(value(own, "pStyle") or self.usual, "pPr")

    def _said(self, id: str, tag: str) -> Iterator[etree._Element]:
        for style in self.chain(id):
            yield from style.iterfind(f"{W}{tag}")


def styles(package: Package) -> Styles:
    """Return the styles of a document."""
    root = package.part("styles.xml")
    if root is None:
        return Styles()
    found = {str(style.get(f"{W}styleId", "")): style for style in root.iterfind(f"{W}style")}
    usual = next(
        (
            id
            for id, style in found.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        ),
        "",
    )
    return Styles(found, root.find(f"{W}docDefaults"), usual)


def value(element: etree._Element | None, tag: str, name: str = "val") -> str:
    """Return the value of an inner element; empty where there is none."""
    found = element.find(f"{W}{tag}") if element is not None else None
    return str(found.get(f"{W}{name}", "")) if found is not None else ""


def is_on(element: etree._Element, tag: str) -> bool | None:
    """Return whether a switch (``b``) is on, off, or not there."""
    found = element.find(f"{W}{tag}")
    return None if found is None else str(found.get(f"{W}val", "1")) not in ("0", "false", "off", "none")
