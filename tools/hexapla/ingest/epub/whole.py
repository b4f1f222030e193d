"""The documents of a book as one page, so that notes in one document come to their anchors in another."""

import posixpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from hexapla.formats.epub import Book, Chapter
from hexapla.formats.html import decode, parse
from hexapla.formats.pandoc.ast import Document, Inlines
from hexapla.ingest.decode import clean
from hexapla.ingest.html.blocks import GONE
from hexapla.ingest.html.furniture import letters, mark
from hexapla.ingest.html.looks import lang, said, tag_of, types
from hexapla.ingest.html.page import of_tree
from hexapla.model.errors import BadFile
from hexapla.model.messages import _
from hexapla.model.report import Decision

_LINKS = 0.7
"""A document that is links by this share of its letters is a list of contents."""
_FEWEST = 4
_TITLES = frozenset({"titlepage", "halftitlepage", "title-page"})


def document(book: Book, *, file: str) -> tuple[Document, list[Decision]]:
    """Return the document that a book is, and what was taken out of its text as no character of XML."""
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    sheets = [sheet.decode("utf-8", "replace") for sheet in book.sheets]
    decisions: list[Decision] = []
    for chapter in book.chapters:
        text, cleaned = _text(chapter, file)
        decisions += cleaned
        page = parse(text, file=f"{file}, {chapter.name}") if text.strip() else None
        if page is not None:
            sheets += [said(style) for style in page.iter("style")]
            body.append(_part(page, chapter))
    whole = of_tree(root, sheets, book=True)
    values = {"title": (book.title,), "author": book.authors, "lang": (book.lang,)}
    about: tuple[tuple[str, tuple[Inlines, ...]], ...] = tuple(
        (name, tuple((value,) for value in found if value)) for name, found in values.items()
    )
    return Document(about, whole.blocks), decisions


def _text(chapter: Chapter, file: str) -> tuple[str, list[Decision]]:
    try:
        return clean(decode(chapter.source, file), file)
    except BadFile as error:
        raise type(error)(f"{chapter.name}: {error.reason}", file=file, line=error.line) from error


def _part(page: etree._Element, chapter: Chapter) -> etree._Element:
    """Return a document's body as a part of the whole: ids and links name the document too."""
    body = next(iter(page.iter("body")), page)
    own = lang(body) or lang(page)
    for element in body.iter(etree.Element):
        for name in ("id", "name"):
            if element.get(name):
                element.set(name, f"{chapter.name}#{element.get(name)}")
        if tag_of(element) == "a" and element.get("href"):
            element.set("href", _target(element.get("href", ""), chapter.name))
    if _kinds(body) & _TITLES:
        _as_title(body)
    why = _why(body, chapter)
    body.tag = "div"
    body.set("id", chapter.name)
    if own:
        body.set("lang", own)
    if why and not types(body) & {"footnotes", "endnotes", "rearnotes"} and chapter.role != "aside":
        mark(body, why)
        if tag_of(body) != GONE:
            body.text = None
    return body


def _kinds(body: etree._Element) -> set[str]:
    """Return what a document is, as it or the only part of it says."""
    return types(body) | {kind for child in body for kind in types(child) if len(body) == 1}


def _as_title(body: etree._Element) -> None:
    """Make the heading of a title page the title of the whole, and what follows it subtitles."""
    kind = "title"
    for head in body.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        head.tag = "p"
        head.set("class", kind)
        kind = "subtitle"


def _target(href: str, name: str) -> str:
    """Return where a link within the book leads; other links stay as they are."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc:
        return href
    place = (
        posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        if parts.path
        else name
    )
    return f"#{place}#{parts.fragment}" if parts.fragment else f"#{place}"


def _why(body: etree._Element, chapter: Chapter) -> str:
    """Return why a document is no part of the text; empty for one that is."""
    kinds = _kinds(body)
    if (
        chapter.role == "nav"
        or kinds & {"toc", "landmarks", "page-list", "lot", "loi"}
        or chapter.role == "toc"
    ):
        return _("A list of contents is left out.")
    if chapter.role == "cover" or "cover" in kinds:
        return _("The cover is left out.")
    links = [link for link in body.iter("a") if link.get("href", "").startswith("#") and letters(link)]
    elsewhere = [link for link in links if not link.get("href", "").startswith(f"#{chapter.name}")]
    if len(elsewhere) >= _FEWEST and sum(map(letters, elsewhere)) > _LINKS * max(1, letters(body)):
        return _("A list of contents is left out.")
    return ""
