"""Reading an EPUB through the gates of archives and of XML."""

import posixpath
from urllib.parse import unquote

from lxml import etree

from hexapla.formats import archive, xml
from hexapla.formats.archive import Archive
from hexapla.formats.epub.book import Book, Chapter
from hexapla.model.errors import BadFile
from hexapla.model.messages import _

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_ROLES = {"cover": "cover", "toc": "toc", "title-page": "", "loi": "toc", "lot": "toc"}


def parse(source: bytes, *, file: str = "") -> Book:
    """Return the book in an EPUB.

    Raises BadFile for what is none, for one whose text is encrypted, and what ``archive.open`` and ``xml.parse`` raise.
    """
    opened = archive.open(source, file=file)
    if _CONTAINER not in opened.names:
        raise BadFile(_("this is not an e-book, whatever its name says; save it as EPUB."), file=file)
    root = _xml(opened, _CONTAINER, file)
    name = next((str(one.get("full-path", "")) for one in root.iter("{*}rootfile")), "")
    package = _xml(opened, name, file)
    items = {str(one.get("id")): one for one in package.iter(f"{OPF}item")}
    chapters = _chapters(package, items, name, opened)
    if not chapters:
        raise BadFile(_("the e-book names no documents to read."), file=file)
    if _locked(opened, file) & {chapter.name for chapter in chapters}:
        raise BadFile(_("the e-book is protected (DRM); only an unprotected one can be read."), file=file)
    return Book(
        next(iter(_said(package, "title")), ""),
        tuple(_said(package, "creator")),
        next(iter(_said(package, "language")), ""),
        tuple(chapters),
        tuple(
            opened.read(place)
            for one in items.values()
            if one.get("media-type") == "text/css"
            and (place := _place(name, str(one.get("href", "")))) in opened.names
        ),
    )


def _xml(opened: Archive, name: str, file: str) -> etree._Element:
    try:
        return xml.parse(opened.read(name), file=file)
    except BadFile as error:
        raise type(error)(f"{name}: {error.reason}", file=file, line=error.line) from error


def _said(package: etree._Element, name: str) -> list[str]:
    found = (
        " ".join("".join(str(part) for part in one.itertext()).split()) for one in package.iter(f"{DC}{name}")
    )
    return [text for text in found if text]


def _chapters(
    package: etree._Element, items: dict[str, etree._Element], base: str, opened: Archive
) -> list[Chapter]:
    roles = _guide(package, base)
    found = []
    seen: set[str] = set()
    for one in package.iter(f"{OPF}itemref"):
        item = items.get(str(one.get("idref", "")))
        place = _place(base, str(item.get("href", ""))) if item is not None else ""
        if item is None or place in seen or place not in opened.names or item.get("media-type") not in _PAGES:
            continue
        seen.add(place)
        role = "nav" if "nav" in str(item.get("properties", "")).split() else roles.get(place, "")
        role = role or ("aside" if one.get("linear") == "no" else "")
        found.append(Chapter(place, opened.read(place), role))
    return found


def _guide(package: etree._Element, base: str) -> dict[str, str]:
    """Return what EPUB 2 says of documents as a whole."""
    return {
        _place(base, str(one.get("href", ""))): _ROLES[kind]
        for one in package.iter(f"{OPF}reference")
        if (kind := str(one.get("type", "")).lower()) in _ROLES and "#" not in str(one.get("href", ""))
    }


def _place(base: str, href: str) -> str:
    """Return the name in the archive that an address leads to from a document."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))


def _locked(opened: Archive, file: str) -> set[str]:
    """Return the names of encrypted documents."""
    if _ENCRYPTION not in opened.names:
        return set()
    root = _xml(opened, _ENCRYPTION, file)
    return {unquote(str(one.get("URI", ""))) for one in root.iter("{*}CipherReference")}
