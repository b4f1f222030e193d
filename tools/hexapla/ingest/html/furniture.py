"""What stands around a text on a page: navigation, banners, share links, lists of contents. It is left out, and each
part of it is reported with what stood there."""

import re
from collections.abc import Iterator

from lxml import etree

from hexapla.ingest.html.blocks import BLOCKS, GONE
from hexapla.ingest.html.inlines import is_page
from hexapla.ingest.html.looks import Looks, classes, is_hidden, said, tag_of, types
from hexapla.ingest.html.notes import ANCHOR
from hexapla.model.messages import _

_MACHINES = frozenset({
    "iframe", "frame", "object", "embed", "applet", "audio", "video", "canvas", "button", "select", "input", "textarea",
    "dialog", "noscript", "datalist", "progress", "meter", "output",
})  # fmt: skip
_EMPTY = frozenset({"embed", "input", "frame"})
_TYPES = frozenset({
    "navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "toc", "landmarks", "loi",
    "page-list", "pagelist", "lot", "cover", "contentinfo",
})  # fmt: skip
_NAMES = frozenset({
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie", "cookies", "cookie-banner",
    "cookie-consent", "cookie-notice", "consent", "gdpr", "share", "sharing", "share-buttons", "share-links", "social",
    "social-links", "social-share", "sharedaddy", "related", "related-posts", "comments", "comment-list", "respond",
    "advert", "advertisement", "ads", "promo", "newsletter", "subscribe", "popup", "modal", "banner", "toc",
    "table-of-contents", "pagination", "pager", "skip-link", "skip-to-content", "site-header", "site-footer",
    "masthead",
    "paywall", "login", "mw-editsection", "mw-jump-link", "catlinks", "printfooter", "navbox", "post-navigation",
    "screen-reader-text", "visually-hidden", "sr-only", "anchor-link", "headerlink", "print-only", "entry-meta",
    "post-meta", "tags", "tag-list", "entry-footer", "contents",
})  # fmt: skip
_SHARE = 0.5
"""What holds more of a page's letters than this is no furniture, whatever it is called."""
_ROOTS = ("main", "article")
_CONTENTS = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|содержание|оглавление|"
    r"spis treści|tartalom|sumário|зміст",
    re.IGNORECASE,
)


def leave_out(root: etree._Element, looks: Looks, *, book: bool = False) -> None:
    """Put a mark with its text in the place of each part of a page that is not the text; scripts go without one.

    In a ``book`` only what says that it is furniture is so, whatever it is called and wherever it stands.
    """
    body = next(iter(root.iter("body")), root)
    whole = max(1, letters(body))
    for element in list(body.iter(etree.Element)):
        if tag_of(element) in _EMPTY and len(element):
            element.tag = "span"  # it cannot hold anything: what seems to stand in it comes after it
        if element is not body and _stands(element, body):
            why = _why(element, looks, whole, book=book)
            if why:
                mark(element, why)
    if not book:
        _around_the_main(body)
    _left_of_notes(body)


def letters(element: etree._Element) -> int:
    """Return how many letters an element shows; what is left out does not count."""
    return sum(len("".join(part.split())) for part in _texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    if tag_of(element) in ("script", "style", "template", GONE):
        return
    if element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail


def _stands(element: etree._Element, body: etree._Element) -> bool:
    """Whether an element is still part of the page."""
    parents = list(element.iterancestors(etree.Element))
    return (
        body in parents and not any(tag_of(parent) == GONE for parent in parents) and tag_of(element) != GONE
    )


def _why(element: etree._Element, looks: Looks, whole: int, *, book: bool) -> str:
    """Return why an element is left out; empty for what belongs to the text."""
    tag = tag_of(element)
    if tag == ANCHOR or is_page(element):
        return ""
    if is_hidden(element, looks.of(element)):
        return _("What a browser does not show is left out.")
    if tag in _MACHINES:
        return _("A part of the page that only a browser runs is left out.")
    why = _why_said(element) or ("" if book else _why_around(element))
    return "" if why and _holds_text(element, whole) else why


def _why_said(element: etree._Element) -> str:
    """Return why an element would be left out by what it says of itself."""
    if tag_of(element) == "nav" or types(element) & _TYPES:
        return _("Navigation and what stands around the text is left out.")
    return ""


def _why_around(element: etree._Element) -> str:
    """Return why an element would be left out, if it does not hold the text."""
    tag = tag_of(element)
    if tag == "aside" and not _in_text(element):
        return _("Navigation and what stands around the text is left out.")
    if tag in ("header", "footer") and _is_frame(element):
        return _("The head or foot of the page is left out.")
    names = {name.lower() for name in (*classes(element), element.get("id", ""))}
    if names & _NAMES and (tag in BLOCKS or not names & {"contents", "banner", "tags", "share", "social"}):
        return _("A part of the page that is called “{name}” is left out.").format(name=min(names & _NAMES))
    if tag in ("ul", "ol") and _is_contents(element):
        return _("A list of links to the parts of the text is left out.")
    if tag == "form" and _links(element) + letters(element) < 200:
        return _("A form is left out.")
    return ""


def _holds_text(element: etree._Element, whole: int) -> bool:
    """Whether an element holds the text itself: most of the page, its main part, or its only great heading."""
    if tag_of(element) in ("nav", "footer") and not _holds(element, *_ROOTS):
        return letters(element) > 0.9 * whole
    return letters(element) > _SHARE * whole or _holds(element, *_ROOTS)


def _holds(element: etree._Element, *tags: str) -> bool:
    return next(iter(element.iterdescendants(*tags)), None) is not None


def _in_text(element: etree._Element) -> bool:
    return next(iter(element.iterancestors(*_ROOTS)), None) is not None


def _is_frame(element: etree._Element) -> bool:
    """Whether a ``header`` or ``footer`` is the page's, not the text's: by where it stands, or since it is links."""
    parents = [tag_of(parent) for parent in element.iterancestors(etree.Element)]
    if tag_of(element) == "header":
        return not {"article", "main", "section", "blockquote"} & set(parents) and not _has_only_title(
            element
        )
    if "blockquote" in parents or "figure" in parents:
        return False
    return not {"article", "main", "section"} & set(parents) or _links(element) > 0.4 * max(
        1, letters(element)
    )


def _has_only_title(element: etree._Element) -> bool:
    """Whether an element has the great heading of the page: the only one, or the one that the page is called by."""
    heads = list(element.getroottree().iter("h1"))
    inner = [head for head in heads if element in set(head.iterancestors(etree.Element))]
    if inner and len(inner) == len(heads):
        return True
    called = next((" ".join(said(one).split()) for one in element.getroottree().iter("title")), "")
    texts = [" ".join(said(head).split()) for head in inner if not _links(head)]
    return any(text and called.startswith(text) for text in texts)


def _links(element: etree._Element) -> int:
    return sum(letters(link) for link in element.iter("a"))


def _is_contents(element: etree._Element) -> bool:
    """Whether a list is one of contents: nothing but links within the text, at least three."""
    links = [link for link in element.iter("a") if link.get("href", "").startswith("#")]
    if len(links) < 3 or _links(element) < 0.8 * letters(element):
        return False
    before = element.getprevious()
    titled = before is not None and bool(_CONTENTS.fullmatch(said(before).strip()))
    if titled and before is not None:
        mark(before, _("The heading of a list of contents is left out."))
    return True


def mark(element: etree._Element, why: str, kind: str = "furniture") -> None:
    """Put a mark with its text in the place of an element; one without text just goes."""
    shown = "\n".join(" ".join(part.split()) for part in _texts(element) if part.strip())
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = GONE if shown else "wbr"
    element.text = shown
    element.set("why", why)
    element.set("kind", kind)


def _around_the_main(body: etree._Element) -> None:
    """Leave out what stands outside of the one main part, or of the articles, if those hold most of the page."""
    roots = [element for element in body.iter("main") if letters(element)]
    roots = roots or [
        element for element in body.iter(etree.Element) if "main" in types(element) and letters(element)
    ]
    if len(roots) != 1:
        roots = [one for one in body.iter("article") if letters(one) and not _in_text(one)]
    if not roots or sum(map(letters, roots)) < _SHARE * letters(body):
        return
    kept = {id(one) for root in roots for one in (root, *root.iterancestors(etree.Element))}
    heads = {id(one) for root in roots for one in root.iter("h1")}
    why = _("What stands outside of the main part of the page is left out.")
    for element in list(body.iter(etree.Element)):
        parent = element.getparent()
        if id(element) in kept or parent is None or id(parent) not in kept or tag_of(parent) in _ROOTS:
            continue
        has_title = not heads and (tag_of(element) == "h1" or _holds(element, "h1"))
        if tag_of(element) not in (GONE, "script", "style") and not has_title and not _inner(element, roots):
            mark(element, why)


def _inner(element: etree._Element, roots: "list[etree._Element]") -> bool:
    return any(root in set(element.iterancestors(etree.Element)) or root is element for root in roots)


def _left_of_notes(body: etree._Element) -> None:
    """Leave out the heading of notes that have all gone to their anchors."""
    for head in list(body.iter("h1", "h2", "h3", "h4", "h5", "h6")):
        if not _NOTES.fullmatch(" ".join(said(head).split())) or (head.tail or "").strip():
            continue
        after = next((one for one in head.itersiblings(etree.Element) if letters(one)), None)
        if after is None or tag_of(after) in ("h1", "h2", "h3", "h4", "h5", "h6"):
            mark(head, _("The heading of the notes, which stand at their anchors now, is left out."))


_NOTES = re.compile(
    r"(?:foot|end)?notes?|notes de (?:bas de page|fin)|(?:fuß|end)noten|anmerkungen|notas?|note|примечания|сноски|"
    r"references|jegyzetek|lábjegyzetek|przypisy|noter|noten|notes and references|примітки",
    re.IGNORECASE,
)
