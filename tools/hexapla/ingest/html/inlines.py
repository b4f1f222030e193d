"""The letters of an element, with what is set apart in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from hexapla.formats.pandoc import ast
from hexapla.formats.pandoc.ast import Attr, Inline, Inlines, Link, Note, Page, Span
from hexapla.ingest.html.looks import Looks, attr, lang, marks, said, tag_of, types

WHITE = re.compile(r"[ \t\r\n\f]+")
SKIPPED = frozenset({
    "script", "style", "template", "head", "meta", "link", "base", "title", "wbr", "param", "source", "track", "col",
    "colgroup", "rp", "area", "map",
})  # fmt: skip
"""Elements that show nothing."""
PARTED = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "section", "header"})
"""Blocks that begin a line where they stand in one, against the rules."""
_NUMBER = re.compile(r"\d+|\b[ivxlcdm]+\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """What a page's elements are read with: how letters look, and the notes by their anchors."""

    looks: Looks
    notes: Mapping[etree._Element, tuple[etree._Element, ...]] = field(default_factory=dict)


def text(raw: str | None) -> str:
    """Return text with its white space run together, as a browser shows it."""
    return WHITE.sub(" ", raw or "")


def is_page(element: etree._Element) -> bool:
    """Whether an element marks the beginning of a page."""
    return bool(types(element) & {"pagebreak"}) or element.get("class", "").lower() in (
        "pagenum",
        "pageno",
        "pagebreak-number",
    )


def page(element: etree._Element) -> Page:
    """Return the beginning of a page with its number: as a title, a label, or as the text that is shown."""
    shown = element.get("title") or element.get("aria-label") or said(element)
    found = _NUMBER.search(shown) or _NUMBER.search(element.get("id", "").rpartition("_")[2])
    return Page(found[0] if found else "")


def content(element: etree._Element, reading: Reading) -> Inlines:
    """Return what an element holds as inlines."""
    parts: list[Inline] = [text(element.text)] if element.text else []
    for child in element:
        parts += inline(child, reading)
        if child.tail:
            parts.append(text(child.tail))
    return joined(parts)


def joined(parts: "list[Inline]") -> Inlines:
    """Return inlines with neighbouring texts as one."""
    made: list[Inline] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(last := made[-1], str):
            made[-1] = last + part
        elif part != "":
            made.append(part)
    return tuple(made)


def inline(element: etree._Element, reading: Reading) -> Inlines:
    """Return one element as inlines."""
    tag = tag_of(element)
    if element in reading.notes:
        return (note(element, reading),)
    if tag in SKIPPED or not tag:
        return ()
    if is_page(element):
        return (page(element),)
    if tag == "br":
        return (ast.Break(),)
    if tag in ("img", "svg"):
        return (picture(element),)
    if tag == "span" and "math" in element.get("class", "").split():
        return (Span("formula", (re.sub(r"\A\\[(\[]|\\[)\]]\Z", "", text(said(element)).strip()),)),)
    if tag == "math":
        return (Span("formula", (_formula(element),)),)
    inner = content(element, reading)
    if tag == "a":
        inner = (Link(inner, element.get("href", "").strip()),) if inner else ()
    elif tag in PARTED and inner:
        inner = (ast.Break(), *inner)
    return spanned(inner, element, reading)


def spanned(inner: Inlines, element: etree._Element, reading: Reading) -> Inlines:
    """Return inlines within what their element says of them."""
    declared = reading.looks.of(element)
    kinds = marks(tag_of(element), declared)
    if not inner:
        return ()
    for kind in kinds:
        inner = (Span(kind, inner),)
    own = lang(element)
    return (Span("span", inner, Attr(values=(("lang", own),))),) if own else inner


def note(anchor: etree._Element, reading: Reading) -> Note:
    """Return the note that stands at an anchor."""
    from hexapla.ingest.html.blocks import blocks_of

    bodies = tuple(block for body in reading.notes[anchor] for block in blocks_of(body, reading))
    place = "end" if anchor.get("place") == "end" else "foot"
    return Note(bodies, anchor.get("n", ""), place)


def picture(element: etree._Element) -> ast.Image:
    """Return a picture with what is said about it."""
    if tag_of(element) == "svg":
        titles = [text(said(child)) for child in element if tag_of(child) in ("title", "desc")]
        about = " ".join(titles).strip() or element.get("aria-label", "")
    else:
        about = element.get("alt", "")
    words = text(about).strip()
    return ast.Image((words,) if words else (), element.get("src", ""))


def _formula(element: etree._Element) -> str:
    """Return a formula: as TeX where the page has it so, else its signs."""
    tex = next((child.text for child in element.iter() if tag_of(child) == "annotation" and child.text), "")
    return text(element.get("alttext") or tex or said(element)).strip()


def described(element: etree._Element, reading: Reading) -> Attr:
    """Return what an element says of itself."""
    return attr(element, reading.looks.of(element))
