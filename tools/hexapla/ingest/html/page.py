"""One page: from its text to the tree of its document."""

from collections.abc import Sequence

from lxml import etree

from hexapla.formats.html import parse, rules
from hexapla.formats.pandoc.ast import Document, Inlines
from hexapla.ingest.html import furniture, notes
from hexapla.ingest.html.blocks import blocks_of
from hexapla.ingest.html.inlines import Reading
from hexapla.ingest.html.looks import lang, looks, said, tag_of


def document(source: str, *, file: str, sheets: Sequence[str] = ()) -> Document:
    """Return the document that a page is; ``sheets`` are style sheets that it names.

    Nothing that the page names is opened. Raises what ``formats.html.parse`` raises.
    """
    return of_tree(parse(source, file=file), sheets)


def of_tree(root: etree._Element, sheets: Sequence[str] = (), *, book: bool = False) -> Document:
    """Return the document that the tree of a page is; the tree is used up. ``book``: whether it is an e-book's, in
    which classes and places name no furniture."""
    own = [said(element) for element in root.iter("style")]
    seen = looks(rule for sheet in (*sheets, *own) for rule in rules(sheet))
    about = _about(root)
    found = notes.attach(root)
    furniture.leave_out(root, seen, book=book)
    for bodies in found.values():
        for part in bodies:
            furniture.leave_out(part, seen, book=True)
    body = next(iter(root.iter("body")), root)
    return Document(about, blocks_of(body, Reading(seen, found)))


def _about(root: etree._Element) -> "tuple[tuple[str, tuple[Inlines, ...]], ...]":
    """Return what a page says of itself: its title, its authors, its language."""
    title = next((" ".join(said(one).split()) for one in root.iter("title") if _in_head(one)), "")
    authors = [
        one.get("content", "")
        for one in root.iter("meta")
        if one.get("name", "").lower() in ("author", "dc.creator")
    ]
    body = next(iter(root.iter("body")), root)
    own = lang(root) or lang(body)
    found = {"title": [title], "author": authors, "lang": [own]}
    return tuple(
        (name, tuple((value,) for value in values if value.strip())) for name, values in found.items()
    )


def _in_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and tag_of(parent) in ("head", "html")
