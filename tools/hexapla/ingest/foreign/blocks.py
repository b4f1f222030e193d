"""Paragraphs, divisions and lists that other projects call by other names."""

from lxml import etree

from hexapla.ingest.foreign.branches import (
    add_before,
    each,
    elements,
    name_of,
    rename,
    tallied,
    tei,
    unwrap,
    unwrap_all,
)
from hexapla.model.messages import _
from hexapla.model.report import Decision

_NAMES = {
    **{f"div{n}": "div" for n in range(8)},
    "ab": "p",
    "castList": "list",
    "castItem": "item",
    "sourceDoc": "div",
    "prologue": "div",
    "epilogue": "div",
    "set": "div",
    "performance": "div",
    "eg": "p",
    "entry": "p",
    "biblFull": "bibl",
    "formula": "seg",
    "code": "seg",
}
"""What an edition calls otherwise."""
_LEFT_OUT = (
    "divGen",
    "handShift",
    "space",
    "index",
    "certainty",
    "precision",
    "alt",
    "join",
    "span",
    "addSpan",
    "delSpan",
)
"""What holds no text of its own."""


def settle(text: etree._Element, lang: str) -> list[Decision]:
    """Call blocks by the names that an edition knows; tell what has no text and goes."""
    renamed, gone = each(text, *_NAMES), each(text, *_LEFT_OUT)
    decisions = tallied(
        "markup",
        renamed,
        _("One “{name}” has another name now."),
        _("{n} elements “{name}” have another name now."),
    )
    decisions += tallied(
        "markup",
        gone,
        _("One “{name}” is left out; it holds no text."),
        _("{n} “{name}” are left out; they hold no text."),
    )
    for node in renamed:
        rename(node, _NAMES[name_of(node)])
    unwrap_all(gone)
    decisions += _turned(text)
    for node in each(text, "p"):
        _freed(node)
    return decisions


def _turned(text: etree._Element) -> list[Decision]:
    """Make quotations of texts within the text, and heads of title pages that stand in front of none."""
    quoted = each(text, "floatingText")
    pages = [
        node
        for node in each(text, "titlePage")
        if (parent := node.getparent()) is not None and name_of(parent) != "front"
    ]
    decisions = [
        *tallied(
            "markup", quoted, _("One “{name}” is a quotation now."), _("{n} “{name}” are quotations now.")
        ),
        *tallied("markup", pages, _("One “{name}” is heads now."), _("{n} “{name}” are heads now.")),
    ]
    for node in quoted:
        _quoted(node)
    for node in pages:
        _opened(node)
    return decisions


def _quoted(node: etree._Element) -> None:
    """Make a quotation of a text within a text."""
    for part in [*each(node, "front", "body", "back"), *each(node, "div")]:
        unwrap(part)
    for head in each(node, "head"):
        rename(head, "p")
    rename(node, "quote", "type")
    node.set("rend", "block")


def _opened(page: etree._Element) -> None:
    """Make heads and paragraphs of a title page that does not stand in front of a text."""
    for part in each(page, "docTitle", "docImprint"):
        unwrap(part)
    for child in list(elements(page)):
        rename(child, "head" if name_of(child) == "titlePart" else "p", "type")
    unwrap(page)


def _freed(paragraph: etree._Element) -> None:
    """Let a paragraph that stands in another one, as P4's and some anonymous blocks do, follow it."""
    outer = paragraph.getparent()
    if outer is None or outer.tag != tei("p"):
        return
    is_bare = not (outer.text or "").strip()
    if is_bare and all(name_of(child) == "p" and not (child.tail or "").strip() for child in elements(outer)):
        unwrap(outer)
        return
    add_before(paragraph, " ")
    unwrap(paragraph)
