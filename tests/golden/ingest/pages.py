"""Where the pages of the typeset book begin, written into its careful reading."""

import re

from lxml import etree

from golden.ingest.outline import letters
from golden.ingest.to_typst import Look

NS = "{http://www.tei-c.org/ns/1.0}"


def adopted(source: bytes, raw: str, look: Look) -> bytes:
    """Return a ``book.xml`` with a ``pb`` wherever a page of the typeset text begins, and its footnotes numbered as
    the book does; ``raw`` is the PDF's text in the order of its content."""
    root = etree.fromstring(source)
    for old in list(root.iter(f"{NS}pb")):
        _drop(old)
    body = next(root.iter(f"{NS}body"))
    flow = "".join(letters(text) for _node, _slot, text in _texts(body))
    at = 0
    for nth, page in enumerate(raw.split("\f")[1:-1], start=1):
        at = flow.index(_first(page, look), at)
        _insert(body, at, str(look.first_page + nth))
    _renumber(body, look)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _first(page: str, look: Look) -> str:
    """Return the letters of a page's first line below the running head."""
    line = page.strip("\n").split("\n")[1]
    if found := re.match(re.escape(look.number).replace(r"\{\}", r"\d+"), line):
        line = line[found.end() :]
    line = line.removeprefix(look.dash).rstrip("-\u00ad")
    return letters(re.sub(r"(?<=[^\W\d]|[.,”“»!?])(\[\d{1,2}\]|\d{1,2}\)?|[*†‡])(?=[\s.,]|$)", "", line))[:24]


def _texts(body: etree._Element) -> list[tuple[etree._Element, str, str]]:
    """Return the texts of the flow, each with its node and whether it is the node's text or tail; notes left out."""
    found: list[tuple[etree._Element, str, str]] = []

    def walk(node: etree._Element) -> None:
        if node.tag != f"{NS}note":
            found.append((node, "text", node.text or ""))
            for child in node:
                walk(child)
        if node is not body:
            found.append((node, "tail", node.tail or ""))

    walk(body)
    return found


def _insert(body: etree._Element, at: int, n: str) -> None:
    """Insert a page before the letter of that place."""
    count = 0
    for node, slot, text in _texts(body):
        size = len(letters(text))
        if size and count <= at < count + size:
            offset = next(
                place for place, sign in enumerate(text)
                if not sign.isspace() and len(letters(text[:place])) == at - count
            )  # fmt: skip
            page = etree.Element(f"{NS}pb", n=n)
            page.tail = text[offset:]
            if slot == "text":
                node.text = text[:offset]
                node.insert(0, page)
            else:
                node.tail = text[:offset]
                node.addnext(page)
                page.tail = text[offset:]
            return
        count += size


def _drop(node: etree._Element) -> None:
    """Take an empty element out, its tail kept."""
    parent, before = node.getparent(), node.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + (node.tail or "")
    else:
        before.tail = (before.tail or "") + (node.tail or "")
    parent.remove(node)


def _renumber(body: etree._Element, look: Look) -> None:
    """Number the footnotes, those of each page from the first mark on where the book does so."""
    marks = ["*", "†", "‡", "§"] if look.notes == "*" else [str(n) for n in range(1, 20)]
    count = 0
    for node in body.iter(f"{NS}pb", f"{NS}note"):
        if node.tag == f"{NS}pb":
            count = 0 if look.each_page else count
        elif node.get("place") == "foot":
            node.set("n", marks[count])
            count += 1
